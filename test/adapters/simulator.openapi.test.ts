import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { createMessage, recipients } from '../support/sent-messages.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { describedApi } from '../support/twilio-openapi.ts';
import { twilioSdk } from '../support/twilio-sdk.ts';

const api = describedApi('api_v2010');

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
    const from = '+12085550199';
    for (const to of recipients(8)) await ask('post', 'Messages.json', { To: to, From: from, Body: 'Hello 👍' });
    const one = await ask('post', 'Messages.json', { To: '+12085550123', From: from, Body: 'x'.repeat(200) });
    const seen = new Set<unknown>();
    await eventually('delivered and undelivered', async () => {
      const { messages } = (await ask('get', 'Messages.json')) as { messages: { status: string }[] };
      for (const { status } of [...messages, await ask('get', `Messages/${String(one['sid'])}.json`)]) seen.add(status);
      return ['sent', 'delivered', 'undelivered'].every((status) => seen.has(status));
    });
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
