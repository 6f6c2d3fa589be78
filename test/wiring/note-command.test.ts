import assert from 'node:assert/strict';
import { changeSupport } from '#app/change-support.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import { carryOut, carryOutFor, commands } from '#wiring/commands.ts';
import { kindOfCommand, knownCommands } from '#wiring/note-command.ts';
import type { OpenHouse } from '#wiring/open-house.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { sendNow } from '../support/house-steps.ts';

const companyId = 'co_main';

describe('the audit log of the command line', () => {
  let test: TestHouse;
  let open: OpenHouse;
  before(async () => {
    test = await openTestHouse();
    open = { house: test.house, bus: test.bus, account: { provider: 'twilio', accountId: 'AC1' } } as unknown as OpenHouse;
  });
  after(() => test.close());

  const noted = async (of = companyId) =>
    (await test.house.store.read(auditStream(of))).events.filter((event) => event.type === 'AccessNoted');
  const typed = (name: string, raw: unknown) => carryOutFor(open, { name, raw, operator: 'ana' });

  it('knows each command that is no change', () => {
    assert.deepEqual(
      knownCommands.filter((name) => !Object.hasOwn(commands, name)),
      [],
    );
    assert.deepEqual(
      [kindOfCommand('forget-person'), kindOfCommand('show-person'), kindOfCommand('status')],
      ['change', 'look', 'nothing'],
    );
  });

  it('tells who did what, and leads to its events', async () => {
    const { campaignId } = (await typed('put-campaign', { companyId, definition: sendNow })) as { campaignId: string };
    await typed('approve-campaign', { campaignId, by: 'Ana' });
    const [put, approved] = await noted();
    assert.deepEqual(
      [put?.data.by, put?.data.operation, put?.data.kind, put?.private],
      ['command line', 'carillon put-campaign', 'change', { address: 'command line', operator: 'ana' }],
    );
    assert.deepEqual([approved?.data.operation, approved?.data.subjects], ['carillon approve-campaign', [campaignId]]);
    const { events } = await test.house.store.read(`campaign-${campaignId}`);
    assert.deepEqual(
      events.map(({ correlation }) => correlation),
      [put?.data.request, approved?.data.request],
    );
  });

  it('tells of looks at people, and names nobody', async () => {
    await typed('opt-out', { companyId, channel: 'sms', to: '+12085550123', by: 'Ana' });
    await typed('list-inbox', { companyId });
    const [out, look] = (await noted()).slice(-2);
    assert.deepEqual([out?.data.kind, out?.data.operation], ['change', 'carillon opt-out']);
    assert.match(out?.data.subjects[0] ?? '', /^#/);
    assert.deepEqual([look?.data.kind, look?.data.operation], ['look', 'carillon list-inbox']);
    assert.doesNotMatch(JSON.stringify(await noted()), /2085550123/);
  });

  it("tells the company of the platform's staff that asks to be let in, takes a key and ends it", async () => {
    const { supportId } = (await typed('ask-support', { companyId, by: 'bo', reason: 'a missing message' })) as { supportId: string };
    const { house } = test;
    const cause = { id: 'req_grant', now: house.clock.now() };
    await changeSupport(house, { type: 'GrantSupport', data: { companyId, supportId, by: 'usr_ana', at: cause.now } }, cause);
    await typed('issue-support-key', { companyId, supportId, by: 'bo' });
    await typed('end-support', { companyId, supportId, by: 'bo' });
    const last = (await noted()).slice(-3);
    assert.deepEqual(
      last.map(({ data, private: person }) => [data.operation, data.kind, data.subjects, person?.operator]),
      [
        ['carillon ask-support', 'change', [], 'ana'],
        ['carillon issue-support-key', 'change', [supportId], 'ana'],
        ['carillon end-support', 'change', [supportId], 'ana'],
      ],
    );
  });

  it('holds no secret', async () => {
    const { secret } = (await typed('issue-key', { companyId, name: 'Desk', scopes: ['messages:read'], by: 'Ana' })) as { secret: string };
    assert.ok(secret);
    assert.ok(!JSON.stringify(await noted()).includes(secret));
  });

  it('does not tell of programs, of refusals, and of what shows nobody', async () => {
    const before = (await noted()).length;
    await carryOut(open, 'put-campaign', { companyId, definition: { ...sendNow, name: 'Demo' } });
    await assert.rejects(typed('put-campaign', { companyId, definition: {} }));
    await typed('list-keys', { companyId });
    assert.equal((await noted()).length, before);
    assert.deepEqual(await noted('co_house'), []);
  });
});
