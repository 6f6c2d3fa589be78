import assert from 'node:assert/strict';
import { providerContract } from '../contracts/provider.contract.ts';
import { reportsOf } from '../contracts/provider.opened.ts';
import { openBandwidth } from '../support/opened-bandwidth.ts';

const lacks = {
  "finds what was accepted by the provider's own clock": "Bandwidth's list of messages shows no words",
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
    for (const headers of [basic('bandwidth:'), basic(':'), basic('bandwidth:another'), { authorization: 'Basic' }])
      assert.deepEqual(read({ ...good, headers }), { kind: 'foreign', why: 'another name or password' }, JSON.stringify(headers));
    // whoever names himself with nothing is asked to, for Bandwidth waits to be asked
    for (const headers of [{}, { authorization: '' }])
      assert.deepEqual(read({ ...good, headers }), {
        kind: 'foreign',
        why: 'no name and password',
        challenge: 'Basic realm="callbacks", charset="UTF-8"',
      });
    const two = read({ ...good, body: `[${good.body.slice(1, -1)},${signed({ status: 'message-failed' }).body.slice(1, -1)}]` });
    assert.ok(two.kind === 'report');
    assert.deepEqual(
      [two.report, ...(two.also ?? [])].map(({ status, code }) => [status, code]),
      [
        ['delivered', undefined],
        ['undelivered', 'provider_error'],
      ],
    );
    const unknown = read({ ...good, body: `[${signed({ status: 'message-new' }).body.slice(1, -1)},${good.body.slice(1, -1)}]` });
    assert.ok(unknown.kind === 'report' && unknown.also === undefined, 'an event of an unknown kind is left out');
    const noError = good.body.replace('"type"', '"errorCode":null,"type"');
    assert.equal(read({ ...good, body: noError }).kind, 'report');
    for (const body of ['', '[]', '{}', 'null', '[1]']) assert.equal(read({ ...good, body }).kind, 'malformed', body);
    await opened.close();
  });
});
