import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { createMessage, recipients } from '../support/sent-messages.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { describedApi } from '../support/twilio-openapi.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

const api = describedApi('api_v2010');
const contentApi = describedApi('content_v1');
const from = '+12085550199';
const twiml = '<Response><Gather action="http://127.0.0.1:9/"><Say language="en-US">Hello &amp; bye</Say></Gather></Response>';

describe("the simulator's answers, by Twilio's own description of its API", () => {
  let simulator: OpenSimulator;
  let sdk: ReturnType<typeof twilioSdk>;
  const open = async (options: Parameters<typeof openSimulator>[0] = {}) => {
    simulator = await openSimulator(options);
    sdk = twilioSdk(simulator.account, simulator.baseUrl);
  };
  afterEach(() => simulator.close());

  const ask = async (method: 'get' | 'post', path: string, form: Readonly<Record<string, string>> = {}) => {
    const { accountId, authToken } = simulator.account;
    const whole = path.startsWith('/2010') ? path : `/2010-04-01/Accounts/${accountId}/${path}`;
    const response = await fetch(simulator.baseUrl + whole, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${accountId}:${authToken}`).toString('base64')}` },
      ...(method === 'post' && { body: new URLSearchParams(form) }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    const asked = { method, path: whole.split('?')[0]!, status: response.status };
    assert.deepEqual(api.answerProblems(asked, body), [], `${method} ${whole}`);
    return body;
  };

  it('fit when a message is made, fetched on its way and at its end, and listed', async () => {
    await open({ sentAfterMs: 60, deliveredAfterMs: 60, undeliveredShare: 0.5 });
    for (const to of recipients(8)) await ask('post', 'Messages.json', { To: to, From: from, Body: 'Hello 👍' });
    const one = await ask('post', 'Messages.json', { To: '+12085550123', From: from, Body: 'x'.repeat(200) });
    const seen = new Set<unknown>();
    await eventually('delivered and undelivered', async () => {
      const { messages } = (await ask('get', 'Messages.json')) as { messages: { status: string }[] };
      for (const { status } of [...messages, await ask('get', `Messages/${String(one['sid'])}.json`)]) seen.add(status);
      return ['sent', 'delivered', 'undelivered'].every((status) => seen.has(status));
    });
  });

  it('fit for media, and for WhatsApp with words of its own and with approved ones', async () => {
    await open({ undeliveredShare: 0, readShare: 1 });
    const media = { MediaUrl: 'https://example.com/map.png' };
    const sids = [await ask('post', 'Messages.json', { To: '+12085550123', From: from, ...media })];
    const [To, From] = ['whatsapp:+12085550123', `whatsapp:${from}`];
    sids.push(await ask('post', 'Messages.json', { To, From, Body: 'Hello' }));
    sids.push(await ask('post', 'Messages.json', { To, From, ContentSid: `HX${'a'.repeat(32)}`, ContentVariables: '{"1":"Ana"}' }));
    const ends = ['delivered', 'failed', 'read'];
    await eventually('each has its end', async () => {
      const shown = await Promise.all(sids.map(({ sid }) => ask('get', `Messages/${String(sid)}.json`)));
      return shown.every(({ status }, n) => status === ends[n]);
    });
  });

  it('fit for calls from the first ring to the end, for those that nobody takes, and in a list', async () => {
    await open({ sentAfterMs: 40, deliveredAfterMs: 40 });
    const phones = ['human', 'machine', 'fax', 'busy', 'no-answer', 'failed'] as const;
    const numbers = phones.map((_phone, n) => `+1208555010${n}`);
    for (const [n, answer] of phones.entries()) await simulator.control.handset({ number: numbers[n]!, answer });
    for (const To of numbers) await ask('post', 'Calls.json', { To, From: from, Twiml: twiml, MachineDetection: 'Enable' });
    const seen = new Set<unknown>();
    const ends = ['completed', 'busy', 'no-answer', 'failed'];
    await eventually('every end', async () => {
      const { calls } = (await ask('get', 'Calls.json')) as { calls: { sid: string; status: string }[] };
      for (const { sid, status } of calls) {
        seen.add(status);
        await ask('get', `Calls/${sid}.json`);
      }
      return calls.length === 6 && ends.every((end) => seen.has(end));
    });
    assert.ok(seen.has('ringing') || seen.has('in-progress'), [...seen].join());
  });

  it('fit for texts that somebody approved', async () => {
    await open();
    const { accountId, authToken } = simulator.account;
    const headers = {
      authorization: `Basic ${Buffer.from(`${accountId}:${authToken}`).toString('base64')}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ friendly_name: 'reminder', language: 'en', types: { 'twilio/text': { body: 'Hi {{1}}' } } });
    const made = await fetch(`${simulator.baseUrl}/v1/Content`, { method: 'POST', headers, body });
    const content = (await made.json()) as { sid: string };
    assert.deepEqual(contentApi.answerProblems({ method: 'post', path: '/v1/Content', status: made.status }, content), []);
    const path = `/v1/Content/${content.sid}`;
    const fetched = await fetch(simulator.baseUrl + path, { headers });
    assert.deepEqual(contentApi.answerProblems({ method: 'get', path, status: fetched.status }, await fetched.json()), []);
  });

  it('fit on each page of a list, and where nothing is listed', async () => {
    await open();
    await ask('get', 'Messages.json?To=%2B12085550100');
    await Promise.all(recipients(5).map((to) => createMessage(sdk, { to })));
    let pages = 0;
    for (let next: unknown = 'Messages.json?PageSize=2'; typeof next === 'string'; pages += 1)
      next = (await ask('get', next))['next_page_uri'];
    assert.equal(pages, 3);
  });
});

describe("the check against Twilio's description", () => {
  it('finds a wrong type, word, pattern, a key that is missing and one that is too many', async () => {
    const simulator = await openSimulator();
    const { accountId } = simulator.account;
    const { sid } = await createMessage(twilioSdk(simulator.account, simulator.baseUrl));
    await simulator.close();
    const asked = { method: 'get', path: `/2010-04-01/Accounts/${accountId}/Messages/${sid}.json`, status: 200 };
    const problems = api.answerProblems(asked, { sid: 'SM1', num_segments: 1, status: 'sleeping', date_sent: '2026-01-01', colour: 'red' });
    for (const part of ['/sid must', '/num_segments must', '/status must', '/date_sent must', 'has no body', 'has colour'])
      assert.ok(
        problems.some((problem) => problem.includes(part)),
        `${part}: ${problems.join('; ')}`,
      );
    assert.deepEqual(api.answerProblems({ ...asked, path: '/2010-04-01/Nowhere.json' }, {}).length, 1);
  });
});
