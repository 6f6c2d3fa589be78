import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { bandwidthProvider } from '#adapters/bandwidth/bandwidth-provider.ts';
import { messagebirdProvider } from '#adapters/messagebird/messagebird-provider.ts';
import { metaProvider } from '#adapters/meta/meta-provider.ts';
import { telnyxProvider } from '#adapters/telnyx/telnyx-provider.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import type { OutgoingContent, Provider } from '#ports/provider.ts';
import { eventually } from '../support/eventually.ts';

const json = { 'content-type': 'application/json' };
const page = '<html>no such page: +12085550123</html>';
const megabyte = Buffer.alloc(1024 * 1024, ' ');

const pour = (response: ServerResponse): void => {
  const more = (): void => {
    while (!response.destroyed && response.write(megabyte));
  };
  response.writeHead(201, json).on('drain', more);
  more();
};

const raw = (response: ServerResponse, text: string): void => void response.socket?.end(text);

/** Answers that a provider, or somebody on the way to it, may give; none of them says what became of a message. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'more than any answer': pour,
  'a never ending answer': (response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.writeHead(201, json).on('close', () => clearInterval(timer));
  },
  'a page of somebody else': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  'a page not found': (response) => response.writeHead(404, { 'content-type': 'text/html' }).end(page),
  'a problem of somebody on the way': (response) => response.writeHead(403, json).end('{"type":"about:blank","status":403,"title":"No"}'),
  'another address': (response) => response.writeHead(307, { location: '/elsewhere' }).end(),
  'something compressed': (response) => response.writeHead(201, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(megabyte)),
  null: (response) => response.writeHead(201, json).end('null'),
  'half an answer': (response) => response.writeHead(201, { 'content-length': '100' }).end('{"sid":"SM'),
  'no HTTP': (response) => raw(response, 'hello\r\n\r\n'),
  'hints first': (response) => {
    response.writeEarlyHints({ link: '</a>; rel=preload' });
    response.writeHead(201, json).end('{}');
  },
};

const secret = 'key-of-a-test';
const message = {
  messageId: 'msg_abc-1-2-sms-0',
  to: '+12085550123',
  from: '+12085550199',
  callbackUrl: 'https://carillon.example/messages/status/provider?m=msg_abc-1-2-sms-0',
};
const contentFor = ({ name }: Provider): OutgoingContent => ({ channel: name === 'meta' ? 'messenger' : 'sms', body: 'Hello' });
const references: Readonly<Record<string, string>> = { twilio: `SM${'0'.repeat(32)}`, telnyx: '40385f64-5717-4562-b3fc-2c963f66afa6' };

describe('an answer that says nothing', () => {
  let answer: (response: ServerResponse) => void;
  let elsewhere = 0;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === '/elsewhere') elsewhere += 1;
    answer(response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  let providers: Provider[];
  before(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const common = { baseUrl, callTimeoutMs: 300, connections: 4 };
    const bandwidth = { accountNumber: '1', applicationId: 'a', user: 'u', callbackUser: 'c', callbackPassword: secret };
    providers = await Promise.all([
      twilioProvider({ ...common, accountId: `AC${'0'.repeat(32)}`, authToken: secret }),
      telnyxProvider({ ...common, accountId: telnyxProfile, apiKey: secret, publicKey: publicKeyFor(secret) }),
      bandwidthProvider({ ...common, ...bandwidth, password: secret }),
      messagebirdProvider({ ...common, accountId: 'a', accessKey: secret, signingKey: secret }),
      metaProvider({ ...common, accountId: 'a', accessToken: secret, appSecret: secret }),
    ]);
  });
  after(async () => {
    await Promise.all(providers.map((provider) => provider.close()));
    await eventually('every connection is closed', () => sockets.size === 0);
    server.close();
  });

  for (const [title, given] of Object.entries(answers))
    it(`leaves a message in doubt, and none unknown to the provider: ${title}`, async () => {
      answer = given;
      for (const provider of providers) {
        const { name, look, find } = provider;
        const outcome = await provider.send({ ...message, content: contentFor(provider) });
        assert.equal(outcome.kind, 'unknown', `${name}: ${JSON.stringify(outcome)}`);
        for (const ask of [look && (() => look(references[name] ?? 'abcdefgh01', 'sms')), find && (() => find(message.to, 60_000, 'sms'))])
          if (ask) await assert.rejects(ask, (error) => ![secret, message.to.slice(1)].some((word) => String(error).includes(word)), name);
      }
    });
  it('is not followed to where it points, and keeps no connection', async () => {
    assert.equal(elsewhere, 0);
    await eventually('what was given up is closed', () => sockets.size <= providers.length * 2);
  });
  it('is not kept where it is longer than an answer to one message can be', async () => {
    answer = (response) => response.writeHead(201, json).end(JSON.stringify({ sid: references['twilio'], more: 'x'.repeat(300 * 1024) }));
    const [twilio] = providers;
    assert.deepEqual(await twilio!.send({ ...message, content: contentFor(twilio!) }), { kind: 'unknown', code: 'connection_lost' });
  });
});
