import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import type { Outcome, Provider } from '#ports/provider.ts';

const account = { accountId: `AC${'1'.repeat(32)}`, authToken: 'token-of-a-test' };
const message = {
  messageId: 'msg_abc-1-2-sms-0',
  to: '+12085550123',
  from: '+12085550199',
  content: { channel: 'sms', body: 'Hello' },
  callbackUrl: 'http://127.0.0.1:9/status?m=msg_abc-1-2-sms-0',
} as const;
const sid = `SM${'b'.repeat(32)}`;

const error = (status: number, code: number) => ({ status, body: { code, message: 'to +12085550123', more_info: '', status } });
const refused = (code: string, providerCode: string, retryable = false): Outcome => ({ kind: 'refused', code, providerCode, retryable });
const unknown = (code: string): Outcome => ({ kind: 'unknown', code });

const answers: readonly (readonly [title: string, answer: Readonly<{ status: number; body: unknown }>, outcome: Outcome])[] = [
  [
    'accepted',
    { status: 201, body: { sid, num_segments: '2', price: null, price_unit: 'USD' } },
    { kind: 'accepted', reference: sid, segments: 2 },
  ],
  [
    'priced',
    { status: 201, body: { sid, num_segments: '1', price: '-0.0079', price_unit: 'USD' } },
    { kind: 'accepted', reference: sid, segments: 1, price: '0.0079', currency: 'USD' },
  ],
  ['segments not known yet', { status: 201, body: { sid, num_segments: '0' } }, { kind: 'accepted', reference: sid }],
  ['no sid', { status: 201, body: { status: 'queued' } }, unknown('unreadable_answer')],
  ['a sid of something else', { status: 201, body: { sid: `CA${'b'.repeat(32)}` } }, unknown('unreadable_answer')],
  ['a list', { status: 201, body: [] }, unknown('unreadable_answer')],
  ['null', { status: 200, body: null }, unknown('unreadable_answer')],
  ['no JSON', { status: 201, body: '<html>' }, unknown('unreadable_answer')],
  ['nothing', { status: 204, body: '' }, unknown('unreadable_answer')],
  ['a redirect', { status: 302, body: '' }, unknown('unreadable_answer')],
  ['not from Twilio', { status: 400, body: '<html>' }, unknown('unreadable_answer')],
  ['a proxy that stopped waiting', error(408, 20408), unknown('unreadable_answer')],
  ['bad gateway', { status: 502, body: '<html>' }, unknown('server_error')],
  ['server error in Twilio shape', error(500, 21211), unknown('server_error')],
  ['unavailable', error(503, 20503), unknown('server_error')],
  ['unauthorised', error(401, 20003), refused('auth_failed', '20003', true)],
  ['unauthorised without words', { status: 401, body: '' }, refused('auth_failed', '20003', true)],
  ['forbidden', error(403, 20003), refused('auth_failed', '20003', true)],
  ['too many', error(429, 20429), refused('rate_limited', '20429', true)],
  ['too many without words', { status: 429, body: '' }, refused('rate_limited', '20429', true)],
  ['queue full', error(400, 21611), refused('queue_full', '21611', true)],
  ['opted out', error(400, 21610), refused('opted_out', '21610')],
  ['number', error(400, 21211), refused('number_invalid', '21211')],
  ['landline', error(400, 21635), refused('landline', '21635')],
  ['trial account', error(400, 21608), refused('number_unverified', '21608')],
  ['not in our table', error(400, 29999), refused('provider_error', '29999')],
  ['as RFC 9457', { status: 400, body: { type: 'x', title: 'y', status: 400, code: 21614 } }, refused('not_mobile', '21614')],
];

describe('the outcome of an answer', () => {
  let server: Server;
  let provider: Provider;
  let answer: Readonly<{ status: number; body: unknown }>;
  let form: string;
  let requests: number;

  beforeEach(async () => {
    requests = 0;
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        requests += 1;
        form = Buffer.concat(chunks).toString();
        response
          .writeHead(answer.status, { location: '/elsewhere' })
          .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    provider = await twilioProvider({ ...account, baseUrl });
  });
  afterEach(async () => {
    await provider.close();
    server.closeAllConnections();
    server.close();
  });

  for (const [title, given, outcome] of answers)
    it(`${given.status}: ${title}`, async () => {
      answer = given;
      assert.deepEqual(await provider.send(message), outcome);
      assert.equal(requests, 1);
    });

  it('follows one request that says how callbacks are repeated and how long the message is worth something', async () => {
    answer = { status: 201, body: { sid } };
    const sent: (string | null)[] = [];
    for (const validitySeconds of [undefined, 0, 90.9, 1e9]) {
      await provider.send({ ...message, ...(validitySeconds !== undefined && { validitySeconds }) });
      sent.push(new URLSearchParams(form).get('ValidityPeriod'));
    }
    assert.deepEqual(sent, [null, '1', '90', '36000']);
    assert.equal(new URLSearchParams(form).get('StatusCallback'), `${message.callbackUrl}#rc=3&rp=5xx,ct,rt`);
  });
});
