import assert from 'node:assert/strict';
import { registerCompany } from '#app/register-company.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { eventually } from '../support/eventually.ts';
import { settle } from '../support/house-run.ts';
import { causeAt, change, load, numbers, phoneOf, put, remind, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';
import { openTwoNetworks, type TwoNetworks } from '../support/two-networks.ts';
import { enterHouse } from '#wiring/current-house.ts';

const asking: Definition = {
  ...remind,
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, {{ appointmentAt | date: "%b %-d" }}. Reply C to confirm.' }],
  replies: { confirm: ['C'] },
};

describe('what people write back through Telnyx, over HTTP', () => {
  let test: TwoNetworks;
  before(async () => {
    test = await openTwoNetworks({ listening: true, at: '2026-11-02T18:00:00.000Z' });
    enterHouse(test.house);
    const account = { provider: 'telnyx', accountId: test.telnyx.accountId };
    await registerCompany(test.house, { companyId: testCompany, name: 'Test', account }, causeAt(test));
    const campaignId = await put(test, asking);
    await change(test, campaignId, 'ApproveCampaign', 'ActivateCampaign');
    const rows = numbers(4).map((n) => `P${n},Person ${n},${phoneOf(n)},2026-11-04,10:0${n}`);
    await load(test, campaignId, ['id,name,phone,date,time', ...rows, ''].join('\n'));
    await settle(test);
    await eventually('all are sent', async () => (await ofType(test, 'MessageSent')).length === 4);
  });
  after(() => test.close());
  const write = (n: number, body: string, more: object = {}): Promise<string> =>
    test.telnyxControl.write({ from: phoneOf(n), to: asking.from, body, ...more });

  it('is signed, taken once, and answers its message; pictures are addresses that nobody fetches', async () => {
    const sid = await write(0, 'C');
    for (let again = 0; again < 2; again++) assert.equal(await write(0, 'C', { sid }), sid);
    await write(1, 'who is this?', { media: ['https://media.example/1.jpg'] });
    await write(2, 'Stop');
    await settle(test);
    const received = await ofType(test, 'MessageReceived');
    assert.deepEqual(
      received.map(({ data, private: said }) => [data.provider, data.channel, said?.body, said?.media]),
      [
        ['telnyx', 'sms', 'C', undefined],
        ['telnyx', 'mms', 'who is this?', ['https://media.example/1.jpg']],
        ['telnyx', 'sms', 'Stop', undefined],
      ],
    );
    const { AppointmentConfirmed, ReplyUnclear, ReplyRead } = await countTypes(test);
    assert.deepEqual([AppointmentConfirmed, ReplyUnclear, ReplyRead], [1, 1, 1]);
    assert.ok(await test.opened.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(2) })));
  });

  it('is refused to a number that nothing was sent from', async () => {
    const before = await countTypes(test);
    await assert.rejects(write(3, 'C', { to: '+12085550111' }));
    assert.deepEqual(await countTypes(test), before);
  });
});
