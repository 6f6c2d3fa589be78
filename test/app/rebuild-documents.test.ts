import assert from 'node:assert/strict';
import { assignReply } from '#app/assign-reply.ts';
import { listInbox } from '#app/list-inbox.ts';
import { rebuildDocuments } from '#app/rebuild-documents.ts';
import { resolveReply } from '#app/resolve-reply.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, phoneOf, remind } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

const asking: Definition = {
  ...remind,
  schedule: { offsetDays: [2, 1] },
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, see you {{ appointmentAt | date: "%b %-d" }}. Reply C to confirm.' }],
  replies: { confirm: ['C'], followUps: { confirm: 'Thank you, see you then.' } },
};
const file = (n: number): string =>
  ['id,name,phone,date,time', ...numbers(n).map((at) => `P${at},Person ${at},${phoneOf(at)},2026-11-04,1${at}:00`), ''].join('\n');

type Kept = Readonly<{ path: string; data: unknown; dueAt?: string }>;

describe('documents of conversations', () => {
  let test: TestHouse;
  const paths = (): readonly string[] =>
    test.opened.db
      .prepare(
        "SELECT path FROM documents WHERE path LIKE 'received/%' OR path LIKE 'contexts/%' OR path LIKE 'ownSenders/%' OR path LIKE '%/inbox/%' ORDER BY path",
      )
      .all()
      .map(({ path }) => String(path));
  const kept = async (): Promise<readonly Kept[]> =>
    (await test.opened.documents.getMany(paths())).flatMap((one) => {
      if (!one) return [];
      const { path, data, dueAt } = one;
      return [{ path, data, ...(dueAt === undefined ? {} : { dueAt }) }];
    });
  const write = (n: number, body: string): Promise<string> => test.simulator.control.write({ from: phoneOf(n), to: asking.from, body });
  const replyOf = async (body: string): Promise<string> =>
    (await ofType(test, 'MessageReceived')).find(({ private: said }) => said?.body === body)?.data.reply ?? '';

  before(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
    await load(test, await activeCampaign(test, asking), file(6));
    await settle(test);
    test.clock.set('2026-11-03T20:00:00.000Z');
    await settle(test);
    for (const [n, body] of ['C', 'who is this?', 'is it you?', 'hmm', 'STOP'].entries()) await write(n, body);
    await settle(test);
    await assignReply(test.house, { reply: await replyOf('is it you?'), to: 'Ana' }, causeAt(test));
    await resolveReply(test.house, { reply: await replyOf('hmm'), by: 'Ana' }, causeAt(test));
    // nobody has read that one yet
    await write(5, 'C, thanks');
    // and this one could not be read
    await write(4, 'START');
    const parked = await replyOf('START');
    const path = `received/${parked}`;
    const found = await test.opened.documents.get<{ conversationId: string; companyId: string }>(path);
    assert.ok(found);
    const { conversationId, companyId } = found.data;
    await test.opened.store.append({
      stream: conversationStream(conversationId),
      companyId,
      events: [{ type: 'ReplyParked', data: { reply: parked, code: 'TypeError', attempts: 8 } }],
      documents: [{ path, data: { ...found.data, status: 'parked', attempts: 8, error: 'TypeError' } }],
      cause: causeAt(test),
    });
  });
  after(() => test.close());

  it('stand as they were after somebody deleted them, and the line goes on', async () => {
    const before = await kept();
    const count = (pattern: RegExp): number => before.filter(({ path }) => pattern.test(path)).length;
    assert.deepEqual([count(/^received/), count(/^contexts/) > 0, count(/^ownSenders/), count(/\/inbox\//)], [7, true, 1, 2]);
    assert.deepEqual((await rebuildDocuments(test.house)).documents, 0, 'nothing is missing');
    for (const { path } of before) await test.opened.documents.write([{ path, delete: true }]);
    assert.deepEqual(await kept(), []);
    const { documents } = await rebuildDocuments(test.house);
    assert.equal(documents, before.length);
    assert.deepEqual(await kept(), before);
    assert.equal((await rebuildDocuments(test.house)).documents, 0);
    const inbox = await listInbox(test.house);
    assert.deepEqual(inbox.map(({ body, assignee }) => `${body} ${assignee}`).sort(), ['is it you? Ana', 'who is this? undefined']);
    const { AppointmentConfirmed = 0 } = await countTypes(test);
    await settle(test);
    assert.equal((await countTypes(test))['AppointmentConfirmed'], AppointmentConfirmed + 1, 'what waited is read, and finds its message');
  });

  it('are mended where they are wrong: what was settled leaves the inbox', async () => {
    const reply = await replyOf('hmm');
    const [one] = await ofType(test, 'ReplyUnclear');
    assert.ok(one);
    const path = `companies/${one.companyId}/inbox/${reply}`;
    await test.opened.documents.write([{ path, data: { reply }, dueAt: test.clock.now() }]);
    assert.equal((await rebuildDocuments(test.house)).documents, 1);
    assert.equal(await test.opened.documents.get(path), undefined);
  });
});
