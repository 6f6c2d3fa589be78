import assert from 'node:assert/strict';
import { providerContract } from '../contracts/provider.contract.ts';
import { reportsOf } from '../contracts/provider.opened.ts';
import { openBandwidth } from '../support/opened-bandwidth.ts';

const lacks = {
  'finds afterwards what was accepted without an answer': "Bandwidth's list of messages shows no words",
  'refuses a report whose signature does not fit its URL and body': 'Bandwidth signs nothing: it names itself with a password',
};

providerContract('bandwidth sms', () => openBandwidth((words) => ({ channel: 'sms', body: words })), lacks);
providerContract(
  'bandwidth mms',
  () => openBandwidth((words) => ({ channel: 'mms', body: words, media: ['https://example.com/map.png'] })),
  lacks,
);

describe('a callback of Bandwidth', () => {
  it('is taken with the password of our door alone, and read whole', async () => {
    const opened = await openBandwidth((words) => ({ channel: 'sms', body: words }));
    const { signed, read } = reportsOf(opened);
    const good = signed({});
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    for (const headers of [
      {},
      { authorization: '' },
      basic('bandwidth:'),
      basic(':'),
      basic('bandwidth:another'),
      { authorization: 'Basic' },
    ])
      assert.equal(read({ ...good, headers }).kind, 'foreign', JSON.stringify(headers));
    const two = read({ ...good, body: `[${good.body.slice(1, -1)},${signed({ status: 'message-failed' }).body.slice(1, -1)}]` });
    assert.ok(two.kind === 'report');
    assert.deepEqual(
      [two.report, ...(two.also ?? [])].map(({ status, code }) => [status, code]),
      [
        ['delivered', undefined],
        ['undelivered', 'provider_error'],
      ],
    );
    for (const body of ['', '[]', '{}', 'null', '[1]']) assert.equal(read({ ...good, body }).kind, 'malformed', body);
    await opened.close();
  });
});
