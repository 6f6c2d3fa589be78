import assert from 'node:assert/strict';
import { bandwidthProvider } from '#adapters/bandwidth/bandwidth-provider.ts';
import receiveIncoming from '#functions/receive-incoming.ts';
import receiveStatus from '#functions/receive-status.ts';
import type { Provider } from '#ports/provider.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

describe('the doors for what providers tell', () => {
  let test: TestHouse;
  let bandwidth: Provider;
  before(async () => {
    test = await openTestHouse();
    const application = { accountNumber: '5500001', applicationId: 'app', user: 'me', password: 'hush' };
    bandwidth = await bandwidthProvider({
      ...application,
      callbackUser: 'bandwidth',
      callbackPassword: 'hush',
      baseUrl: 'http://127.0.0.1:9',
    });
    enterHouse({ ...test.house, providerNamed: (name) => (name === 'bandwidth' ? bandwidth : undefined) });
  });
  after(async () => {
    await bandwidth.close();
    await test.close();
  });
  for (const [door, path] of [
    [receiveStatus, '/messages/status/bandwidth'],
    [receiveIncoming, '/messages/incoming/bandwidth'],
  ] as const)
    it(`ask a caller for his name who waits to be asked, and refuse a wrong one: ${path}`, async () => {
      const call = (headers: Record<string, string>) => door.answer({ method: 'POST', url: path, headers, body: '[]' });
      const asked = await call({});
      assert.equal(asked.status, 401);
      assert.match(asked.headers?.['www-authenticate'] ?? '', /^Basic realm=/);
      assert.equal((JSON.parse(asked.body ?? '') as { code: string }).code, 'credentials_missing');
      const wrong = await call({ authorization: `Basic ${Buffer.from('bandwidth:another').toString('base64')}` });
      assert.deepEqual([wrong.status, wrong.headers?.['www-authenticate']], [403, undefined]);
      const right = await call({ authorization: `Basic ${Buffer.from('bandwidth:hush').toString('base64')}` });
      assert.equal(right.status, 400, 'a list without an event');
    });
});
