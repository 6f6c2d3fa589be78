import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { readLedger, type LedgerLine } from '#adapters/simulator/ledger.ts';
import twilio from 'twilio';
import { eventually } from '../support/eventually.ts';
import { openSimulator, tempFolder, type OpenSimulator } from '../support/simulator.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

const [to, from] = ['+12085550123', '+12085550199'];
const say = (words: string) => `<Response><Say>${words}</Say></Response>`;

type Told = Readonly<{ path: string; form: ReturnType<typeof parse>; isSigned: boolean }>;

/** Whoever is called back: keeps what it is told, and answers by `answer`. */
const openPlatform = async (authToken: string) => {
  const told: Told[] = [];
  let answer: (told: Told) => Promise<string> | string = () => '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const form = parse(Buffer.concat(chunks).toString());
        const url = `http://${request.headers.host}${request.url}`;
        const isSigned = twilio.validateRequest(authToken, String(request.headers['x-twilio-signature']), url, form);
        const one = { path: String(request.url), form, isSigned };
        told.push(one);
        response.writeHead(200, { 'content-type': 'text/xml' }).end(await answer(one));
      })();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  const answering = (next: typeof answer) => void (answer = next);
  return { origin, told, answering, close };
};

describe('calls on the simulated network', () => {
  let simulator: OpenSimulator;
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  let calls: ReturnType<typeof twilioSdk>['calls'];
  const open = async (options: Parameters<typeof openSimulator>[0] = {}) => {
    simulator = await openSimulator(options);
    platform = await openPlatform(simulator.account.authToken);
    ({ calls } = twilioSdk(simulator.account, simulator.baseUrl));
  };
  afterEach(() => Promise.all([simulator.close(), platform.close()]));

  const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed'];
  const call = (change: Partial<Parameters<typeof calls.create>[0]> = {}) =>
    calls.create({ to, from, twiml: say('Hello'), statusCallback: `${platform.origin}/status`, statusCallbackEvent, ...change });
  const lines = async (sid: string) => {
    const found: LedgerLine[] = [];
    for await (const line of readLedger(simulator.ledgerFile)) if (line.sid === sid) found.push(line);
    return found;
  };
  const ends = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];
  const over = async (sid: string): Promise<LedgerLine> => {
    const last = async () => (await lines(sid)).at(-1);
    await eventually('the call is over', async () => ends.includes(String((await last())?.status)));
    return (await last())!;
  };
  const quiet = () => eventually('nothing is to come', async () => (await simulator.control.pending()) === 0);

  it('ring, are taken, are heard and end, and each step is told in the order of its number, signed', async () => {
    await open();
    await simulator.control.handset({ number: to, answer: 'human' });
    const made = await call();
    assert.deepEqual([made.status, made.direction, made.answeredBy, made.price], ['queued', 'outbound-api', null, null]);
    assert.deepEqual((await over(made.sid)).heard, ['Hello']);
    await quiet();
    const inOrder = platform.told.toSorted((one, other) => Number(one.form['SequenceNumber']) - Number(other.form['SequenceNumber']));
    assert.deepEqual(
      inOrder.map(({ form, isSigned }) => [form['CallStatus'], form['SequenceNumber'], isSigned]),
      [
        ['ringing', '0', true],
        ['in-progress', '1', true],
        ['completed', '2', true],
      ],
    );
    const { form } = inOrder[2]!;
    assert.deepEqual([form['CallSid'], form['CallDuration'], form['CallbackSource']], [made.sid, '1', 'call-progress-events']);
    const fetched = await calls(made.sid).fetch();
    assert.deepEqual([fetched.status, fetched.duration, fetched.price, fetched.answeredBy], ['completed', '1', '-0.01400', null]);
    assert.deepEqual(
      (await calls.list({ to })).map(({ sid }) => sid),
      [made.sid],
    );
  });

  for (const answer of ['busy', 'no-answer', 'failed'] as const)
    it(`end as ${answer} where that is how the phone is, and only what was asked for is told`, async () => {
      await open();
      await simulator.control.handset({ number: to, answer });
      const { sid } = await call({ statusCallbackEvent: ['completed'] });
      assert.equal((await over(sid)).status, answer);
      await quiet();
      assert.deepEqual(
        platform.told.map(({ form }) => form['CallStatus']),
        [answer],
      );
    });

  it('tell who answered, and let a machine be told other words from their beginning', async () => {
    await open();
    await simulator.control.handset({ number: to, answer: 'machine' });
    platform.answering(async ({ path, form }) => {
      if (path === '/amd') await calls(String(form['CallSid'])).update({ twiml: say('Please call back') });
      return '';
    });
    const detection = { machineDetection: 'DetectMessageEnd', asyncAmd: 'true', asyncAmdStatusCallback: `${platform.origin}/amd` };
    const { sid } = await call(detection);
    const last = await over(sid);
    assert.deepEqual([last.heard, last.answeredBy], [['Please call back'], 'machine_end_beep']);
    assert.ok(platform.told.some(({ path, form, isSigned }) => path === '/amd' && form['AnsweredBy'] === 'machine_end_beep' && isSigned));
    await assert.rejects(calls(sid).update({ twiml: say('Too late') }), { status: 400, code: 21220 });
  });

  it('post a pressed key where the text says, and say what is answered', async () => {
    await open();
    await simulator.control.handset({ number: to, answer: 'human', presses: '12' });
    platform.answering(({ path }) => (path === '/key?a=1&b=2' ? say('Thank you') : ''));
    const action = `${platform.origin}/key?a=1&amp;b=2`;
    const { sid } = await call({ twiml: `<Response><Gather numDigits="1" action="${action}"><Say>Press 1</Say></Gather></Response>` });
    const last = await over(sid);
    assert.deepEqual([last.heard, last.digits], [['Press 1', 'Thank you'], '1']);
    assert.ok(platform.told.some(({ form, isSigned }) => form['Digits'] === '1' && isSigned));
  });

  it('are refused as Twilio documents it, and fail where they say nothing that can be read', async () => {
    await open();
    for (const [change, code] of [
      [{ to: '+15005550001' }, 21217],
      [{ to: '+15005550002' }, 21214],
      [{ to: '+15005550003' }, 21215],
      [{ to: '+15005550004' }, 21216],
      [{ from: '+15005550001' }, 21212],
      [{ from: '+15005550007' }, 21210],
      [{ to: '' }, 21201],
      [{ from: '' }, 21213],
      [{ to: '5550123' }, 21211],
      [{ twiml: '' }, 21205],
      [{ statusCallback: 'ftp://example.com' }, 21609],
    ] as const)
      await assert.rejects(call(change), { status: 400, code }, JSON.stringify(change));
    assert.equal((await calls.list()).length, 0);
    await simulator.control.handset({ number: to, answer: 'human' });
    for (const twiml of ['<Response><Say>unclosed</Response>', '<Response><Dial>1</Dial></Response>', 'words'])
      assert.equal((await over((await call({ twiml })).sid)).errorCode, 12100, twiml);
  });

  it('go on after a restart, and their ends are told', async () => {
    const folder = tempFolder();
    const ledgerFile = `${folder.path}/ledger.jsonl`;
    await open({ ledgerFile, sentAfterMs: 60_000 });
    const { sid } = await call();
    await simulator.close();
    simulator = await openSimulator({ ledgerFile });
    ({ calls } = twilioSdk(simulator.account, simulator.baseUrl));
    await simulator.control.handset({ number: to, answer: 'human' });
    await over(sid);
    await quiet();
    assert.ok(
      platform.told.some(({ form }) => form['CallSid'] === sid && ['completed', 'no-answer', 'busy'].includes(String(form['CallStatus']))),
    );
    folder.remove();
  });
});
