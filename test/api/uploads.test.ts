import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { operation } from '#api/operation.ts';
import { mostUploadBytes, receiveUpload } from '#api/conventions/receive-upload.ts';
import type { Listening } from '#wiring/serve.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { eventually } from '../support/eventually.ts';
import { openSmallApi } from '../support/small-api.ts';

describe('an upload', () => {
  let api: ApiHouse;
  let small: Listening & Readonly<{ origin: string }>;
  let failures: string[];
  before(async () => {
    api = await openApiHouse();
    small = await openSmallApi(api.house, [
      operation({
        id: 'putFile',
        method: 'post',
        path: '/v1/files',
        summary: '',
        scope: 'files:write',
        upload: { mostBytes: mostUploadBytes, contentTypes: ['text/csv'] },
        answers: { 201: { description: '' } },
        example: {},
        run: async ({ upload }) => {
          const digest = createHash('sha256');
          let bytes = 0;
          try {
            for await (const part of upload!) {
              digest.update(part as Buffer);
              bytes += (part as Buffer).length;
            }
          } catch (error) {
            failures.push((error as { code: string }).code);
            throw error;
          }
          return { status: 201, body: { bytes, sha256: digest.digest('hex') } };
        },
      }),
    ]);
  });
  after(async () => {
    await small.close();
    await api.close();
  });
  beforeEach(() => {
    failures = [];
  });

  const send = async (body: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${small.origin}/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': 'text/csv', ...headers },
      body,
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };

  it('comes as it was sent, byte by byte, up to 32 MB', async () => {
    const body = randomBytes(mostUploadBytes);
    const began = performance.now();
    const { status, json } = await send(body);
    assert.deepEqual([status, json], [201, { bytes: mostUploadBytes, sha256: createHash('sha256').update(body).digest('hex') }]);
    assert.ok(performance.now() - began < 20_000);
  });

  it('is refused when it is larger, before it is read where it says so', async () => {
    const announced = await send(Buffer.alloc(mostUploadBytes + 1));
    assert.deepEqual([announced.status, announced.json['code'], failures], [413, 'body_too_large', []]);
  });

  it('is refused on the way where it does not say how large it is', async () => {
    const { port, hostname } = new URL(small.origin);
    const socket = connect(Number(port), hostname);
    const said: string[] = [];
    socket.setEncoding('utf8').on('data', (text: string) => void said.push(text));
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/files HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${api.key}\r\ncontent-type: text/csv\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const part = Buffer.alloc(1_000_000, 'x');
    for (let n = 0; n < 40 && said.length === 0; n++) {
      socket.write(`${part.length.toString(16)}\r\n`);
      await new Promise((written) => socket.write(part, written));
      socket.write('\r\n');
      await sleep(1);
    }
    await eventually('the refusal', () => said.join('').includes('body_too_large'));
    assert.match(said.join(''), /^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('of another kind is refused', async () => {
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-encoding': 'gzip' }] as Record<string, string>[])
      assert.equal((await send(Buffer.from('a,b'), headers)).json['code'], 'content_type_unsupported');
  });

  it('whose sender leaves ends with an error, not with half a file', async () => {
    const { port, hostname } = new URL(small.origin);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/files HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${api.key}\r\ncontent-type: text/csv\r\ncontent-length: 100\r\n\r\na,b`;
    await new Promise((written) => socket.write(head, written));
    await sleep(20);
    socket.destroy();
    await eventually('the end of the upload', () => failures.includes('request_slow'));
  });

  it('whose sender was gone before it was read ends at once', async () => {
    const body = Readable.from(['a,b']);
    body.destroy();
    await once(body, 'close');
    const upload = receiveUpload(body, 100);
    await assert.rejects(upload.toArray(), { code: 'request_slow' });
  });
});
