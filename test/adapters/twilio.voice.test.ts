import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { readLedger, type LedgerLine } from '#adapters/simulator/ledger.ts';
import { readTwiml } from '#adapters/simulator/twiml.ts';
import { openWords, sealWords } from '#adapters/twilio/sealed-words.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import { longestTwiml, twimlAfterKey, twimlForMachine, twimlForPerson } from '#adapters/twilio/voice-twiml.ts';
import type { Outgoing, OutgoingContent, Provider, ReadReport } from '#ports/provider.ts';
import { eventually } from '../support/eventually.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { describedApi } from '../support/twilio-openapi.ts';

const [to, from] = ['+12085550123', '+12085550199'];
const voice = { channel: 'voice', script: 'Hi Ana, press 1 to confirm', machineScript: 'This is for Ana', locale: 'en-US' } as const;

/** A door that does what ours does with a report: reads it, follows it, and answers what it says. */
const openDoor = async (provider: () => Provider) => {
  const reports: Extract<ReadReport, { kind: 'report' }>['report'][] = [];
  const urls: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
        const url = `http://${request.headers.host}${request.url}`;
        urls.push(url);
        const read = provider().readReport({ method: 'POST', url, headers, body: Buffer.concat(chunks).toString() });
        if (read.kind !== 'report') return response.writeHead(400).end();
        reports.push(read.report);
        await read.follow?.();
        return response.writeHead(200, { 'content-type': read.answer?.type ?? 'text/plain' }).end(read.answer?.body);
      })();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages/status/twilio?m=msg_abc-1-2-voice-0`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { reports, urls, callbackUrl, close };
};

describe('a call through Twilio', () => {
  let simulator: OpenSimulator;
  let provider: Provider;
  let door: Awaited<ReturnType<typeof openDoor>>;
  beforeEach(async () => {
    simulator = await openSimulator();
    provider = await twilioProvider({ ...simulator.account, baseUrl: simulator.baseUrl, listLagMs: 0 });
    door = await openDoor(() => provider);
  });
  afterEach(async () => {
    await simulator.close();
    await Promise.all([provider.close(), door.close()]);
  });

  const call = async (content: OutgoingContent = voice): Promise<LedgerLine> => {
    const message: Outgoing = { messageId: 'msg_abc-1-2-voice-0', to, from, content, callbackUrl: door.callbackUrl };
    const outcome = await provider.send(message);
    assert.ok(outcome.kind === 'accepted', JSON.stringify(outcome));
    let last: LedgerLine | undefined;
    await eventually('the call is over and told', async () => {
      for await (const line of readLedger(simulator.ledgerFile)) if (line.sid === outcome.reference) last = line;
      return ['completed', 'busy', 'no-answer'].includes(String(last?.status)) && (await simulator.control.pending()) === 0;
    });
    return last!;
  };
  const ends = () => door.reports.map(({ status, code, keys }) => [status, code, keys].filter((part) => part !== undefined).join(' '));

  it('says the script to a person, and nothing else', async () => {
    await simulator.control.handset({ number: to, answer: 'human' });
    assert.deepEqual((await call()).heard, [voice.script]);
    assert.deepEqual(ends().sort(), ['delivered', 'sent', 'sent']);
  });

  it("says a machine's own words to a machine from their beginning, and reports that a machine took it", async () => {
    await simulator.control.handset({ number: to, answer: 'machine' });
    assert.deepEqual((await call()).heard, [voice.machineScript]);
    assert.ok(ends().includes('delivered answering_machine'), ends().join());
    for (const url of door.urls) assert.ok(!decodeURIComponent(url).includes('Ana'), 'no words stand in a URL');
  });

  it('says the script again to a machine that has no words of its own', async () => {
    await simulator.control.handset({ number: to, answer: 'machine' });
    assert.deepEqual((await call({ channel: 'voice', script: 'Hi Ana', locale: 'es-US' })).heard, ['Hi Ana']);
  });

  it('takes a key for an answer, and thanks in the language of the call', async () => {
    await simulator.control.handset({ number: to, answer: 'human', presses: '1' });
    assert.deepEqual((await call({ ...voice, locale: 'es-US' })).heard, [voice.script, 'Gracias. Adiós.']);
    assert.ok(ends().includes('delivered 1'), ends().join());
  });

  it('tells of a fax, of nobody and of a busy line', async () => {
    for (const [answer, end] of [
      ['fax', 'undelivered fax_answered'],
      ['busy', 'undelivered line_busy'],
      ['no-answer', 'undelivered not_answered'],
    ] as const) {
      await simulator.control.handset({ number: to, answer });
      await call();
      assert.equal(ends().at(-1), end);
    }
  });

  it('tells what it cost when it is asked, and of a machine', async () => {
    await simulator.control.handset({ number: to, answer: 'machine' });
    const { sid } = await call();
    assert.deepEqual(await provider.look!(sid, 'voice'), {
      status: 'delivered',
      code: 'answering_machine',
      price: '0.01400',
      currency: 'USD',
    });
  });
});

describe('the words of a call', () => {
  it('are XML whatever they hold, and come back letter by letter', () => {
    const marks = fc.constantFrom('<', '>', '&', '"', "'", ']]>', '&amp;', '</Say>', '\n');
    const unit = fc.oneof(marks, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const xml of [twimlForPerson(text, 'en', 'http://127.0.0.1/?m=1&k=en'), twimlForMachine(text, 'en')]) {
          const read = readTwiml(xml);
          // oxlint-disable-next-line no-control-regex
          const kept = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
          // a reader of XML takes every end of a line for the same
          assert.deepEqual(read?.says, [kept.replaceAll(/\r\n?/g, '\n').trim()]);
        }
      }),
      { numRuns: 40 },
    );
    assert.equal(readTwiml(twimlForPerson('x', 'en', 'http://127.0.0.1/?m=1&k=en'))?.gather?.action, 'http://127.0.0.1/?m=1&k=en');
  });

  it('have a country where the language alone is known', () => {
    assert.match(twimlForMachine('x', 'es'), /<Say language="es-US">/);
    assert.match(twimlForMachine('x', 'es-MX'), /<Say language="es-MX">/);
    assert.match(twimlAfterKey('fr-CA'), /Merci/);
    for (const odd of ['x"<', 'constructor', '__proto__']) assert.equal(twimlAfterKey(odd), '<Response><Hangup/></Response>');
    assert.match(twimlForMachine('x', 'constructor'), /language="constructor"/);
  });

  it('are sealed for one message under one token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: longestTwiml }), (words) => {
        const sealed = sealWords('token', 'msg_1', words);
        assert.match(sealed, /^[\w-]+$/);
        assert.equal(openWords('token', 'msg_1', sealed), words.toWellFormed());
        assert.equal(openWords('other', 'msg_1', sealed), undefined);
        assert.equal(openWords('token', 'msg_2', sealed), undefined);
      }),
      { numRuns: 30 },
    );
    for (const bad of ['', 'x', 'a'.repeat(100), sealWords('token', 'msg_1', 'x').slice(0, -2)])
      assert.equal(openWords('token', 'msg_1', bad), undefined);
  });
});

describe('what is asked of Twilio', () => {
  it("is described by Twilio's own OpenAPI, on every channel", async () => {
    const api = describedApi('api_v2010');
    const asked: { path: string; form: Record<string, string | string[]> }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const form: Record<string, string | string[]> = {};
        const given = new URLSearchParams(Buffer.concat(chunks).toString());
        for (const key of new Set(given.keys())) form[key] = given.getAll(key).length > 1 ? given.getAll(key) : String(given.get(key));
        asked.push({ path: String(request.url), form });
        response.writeHead(500).end('{}');
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = await twilioProvider({ accountId: `AC${'1'.repeat(32)}`, authToken: 'token', baseUrl });
    const contents: readonly OutgoingContent[] = [
      { channel: 'sms', body: 'Hello' },
      { channel: 'mms', body: 'Hello', media: ['https://example.com/1.png', 'https://example.com/2.png'] },
      { channel: 'whatsapp', body: 'Hello' },
      { channel: 'whatsapp', approved: `HX${'a'.repeat(32)}`, variables: { '1': 'Ana' } },
      voice,
    ];
    const callbackUrl = 'https://example.com/messages/status/twilio?m=msg_abc-1-2-sms-0';
    for (const content of contents) await provider.send({ messageId: 'msg_1', to, from, content, validitySeconds: 600, callbackUrl });
    await provider.close();
    await new Promise((resolve) => void server.close(resolve));
    assert.equal(asked.length, contents.length);
    for (const { path, form } of asked) assert.deepEqual(api.formProblems({ method: 'post', path }, form), [], JSON.stringify(form));
  });
});
