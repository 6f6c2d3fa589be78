import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { getPacket } from '#api/packets/get-packet.ts';
import { openUpload } from '#api/packets/open-upload.ts';
import { cancelUpload, getUpload, listUploads } from '#api/packets/uploads.ts';
import type { Operation } from '#api/operation.ts';
import { dataOf, openClient } from '../../tools/api-client/open-client.ts';
import { sendInPieces } from '../../tools/api-client/send-in-pieces.ts';
import { sweep } from '#app/sweep.ts';
import { uploadQuantum } from '#ports/uploads.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { causeAt, numbers, people, phoneOf } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

describe('uploads in pieces by the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (operation: Operation, asking: Asking): Promise<Readonly<{ status: number; json: Json; headers: Headers }>> => {
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, json: JSON.parse(text) as Json };
  };
  const open = (body: Json, more: Asking = {}) => call(openUpload, { path: { id: api.campaignId }, body, ...more });
  const opened = async (name: string, content: string, more: Json = {}): Promise<Json> => {
    const { status, json } = await open({ name, bytes: content.length, ...more });
    assert.equal(status, 201, JSON.stringify(json));
    return json;
  };
  const look = async (id: string) => (await call(getUpload, { path: { id: api.campaignId, upload: id } })).json;
  const put = (url: string, range: string, body: string) => fetch(url, { method: 'PUT', headers: { 'content-range': range }, body });
  const send = async (url: string, content: string): Promise<number> => {
    const total = content.length;
    const middle = Math.floor(total / 2 / uploadQuantum) * uploadQuantum;
    if (middle > 0) assert.equal((await put(url, `bytes 0-${middle - 1}/${total}`, content.slice(0, middle))).status, 308);
    return (await put(url, `bytes ${middle}-${total - 1}/${total}`, content.slice(middle))).status;
  };

  it('become packets like any other, of whoever opened them, with his columns and from when he said', async () => {
    const startsAt = new Date(Date.parse(api.house.clock.now()) + 3_600_000).toISOString();
    const note = 'x'.repeat(3_000);
    const lines = numbers(200).map((n) => `P${n % 2},Ana,${phoneOf(n % 2)},${note}`);
    const content = ['id,name,phone,note', ...lines, ''].join('\n');
    const { id, url, piece_bytes, status_url, expires_at } = await opened('large.csv', content, {
      source: 'eaglesoft',
      starts_at: startsAt,
    });
    assert.deepEqual([piece_bytes, Date.parse(expires_at) > Date.now()], [uploadQuantum, true]);
    assert.deepEqual([(await look(id))['status'], (await look(id))['received_bytes']], ['open', 0]);
    assert.equal(await send(url, content), 200);
    await settle(api.test);
    const { status, packet, received_bytes } = await look(id);
    assert.deepEqual([status, received_bytes], ['arrived', content.length]);
    const known = (await call(getPacket, { path: { id: packet } })).json;
    assert.deepEqual([known['status'], known['rows'], known['name'], known['starts_at']], ['loaded', 200, 'large.csv', startsAt]);
    assert.match(known['accepted_by'], /^key_/);
    assert.equal((await receivedBy(api.test)).size, 0);
    api.test.clock.set(startsAt);
    await runToEnd(api.test);
    assert.equal((await receivedBy(api.test)).size, 2);
    assert.equal(status_url, `${api.origin}/v1/campaigns/${api.campaignId}/uploads/${id}`);
  });

  it('are sent by the client in pieces, and go on where they stood after breaks', async () => {
    const content = Buffer.alloc(uploadQuantum * 5 + 9, 'id,phone\n');
    const client = openClient({ origin: api.origin, key: api.key });
    const body = { name: 'by-client.csv', bytes: content.length, content_type: 'text/csv', full: false, again: false } as const;
    const { url, id } = await dataOf(client.POST('/v1/campaigns/{id}/uploads', { params: { path: { id: api.campaignId } }, body }));
    const seen: number[] = [];
    let calls = 0;
    const ranges: string[] = [];
    const broken: typeof fetch = async (...asked) => {
      calls += 1;
      ranges.push(new Headers(asked[1]?.headers).get('content-range') ?? '');
      // the first break loses a request, the second one an answer
      if (calls === 3) throw new TypeError('fetch failed');
      const answer = await fetch(...asked);
      if (calls === 6) throw new TypeError('fetch failed');
      return answer;
    };
    const read = async (from: number, to: number): Promise<Uint8Array> => content.subarray(from, to);
    const pieces = { url, bytes: content.length, read, pieceBytes: uploadQuantum, sleep: async () => undefined };
    await sendInPieces({ ...pieces, fetch: broken, onProgress: (sent) => void seen.push(sent) });
    assert.deepEqual([seen.at(-1), (await look(id))['status'], calls > 7], [content.length, 'arrived', true]);
    // after each break it asks before it goes on
    assert.deepEqual([ranges[0], ranges[3], ranges[6]], Array(3).fill(`bytes */${content.length}`));
    // whoever starts anew with the address of a file that is whole hears so
    await sendInPieces(pieces);
    await assert.rejects(sendInPieces({ ...pieces, url: `${url.slice(0, -1)}~` }), { name: 'UploadEnded', status: 404 });
  });

  it('of the same content under the same name are the same packet, also when nobody tells that they are whole', async () => {
    const content = people(1, { from: 20 });
    const packets = [];
    for (const more of [{}, {}, { again: true }]) {
      const { id, url } = await opened('same.csv', content, more);
      await send(url, content);
      // the hint is lost: the sweep finds the file
      api.test.hints.splice(0);
      await sweep(api.house, causeAt(api.test));
      await settle(api.test);
      packets.push((await look(id))['packet']);
    }
    assert.match(packets[0], /^pkt_/);
    assert.deepEqual([packets[1] === packets[0], packets[2] === packets[0]], [true, false]);
  });

  it('whose bytes are others than announced become failed packets that say so, and nobody is sent anything', async () => {
    const content = people(1, { from: 30 });
    const other = createHash('md5').update('other').digest('base64');
    const { id, url } = await opened('other.csv', content, { content_md5: other });
    await send(url, content);
    await settle(api.test);
    const known = (await call(getPacket, { path: { id: (await look(id))['packet'] } })).json;
    assert.deepEqual([known['status'], known['failure'].code], ['failed', 'file_md5_differs']);
    await runToEnd(api.test);
    assert.ok(!(await receivedBy(api.test)).has(phoneOf(30)));
  });

  it('give the same address again for the same Idempotency-Key, and to nobody else', async () => {
    const headers = { 'idempotency-key': 'file-of-monday' };
    const body = { name: 'monday.csv', bytes: 10 };
    const [first, second] = [await open(body, { headers }), await open(body, { headers })];
    assert.deepEqual([second.json['url'], second.json['id']], [first.json['url'], first.json['id']]);
    const texts = [await look(first.json['id']), (await call(listUploads, { path: { id: api.campaignId } })).json];
    assert.ok(texts.every((one) => !JSON.stringify(one).includes('/uploads/upl_') || !JSON.stringify(one).includes(first.json['url'])));
    const log = await api.house.documents.get(`companies/${api.companyId}/fileNames/${first.json['id']}`);
    assert.ok(log && !JSON.stringify(log).includes('monday') && !JSON.stringify(log).includes(first.json['url'].slice(-43)));
  });

  it('are listed while they are under way, and canceled by who opened them', async () => {
    const { id, url } = await opened('cancel.csv', 'x'.repeat(10));
    const ids = async () => (await call(listUploads, { path: { id: api.campaignId } })).json['data'].map((one: Json) => one['id']);
    assert.ok((await ids()).includes(id));
    const { status, json } = await call(cancelUpload, { path: { id: api.campaignId, upload: id } });
    assert.deepEqual([status, json['status']], [200, 'canceled']);
    assert.equal((await put(url, 'bytes 0-9/10', 'x'.repeat(10))).status, 404);
    assert.ok(!(await ids()).includes(id));
    const whole = await opened('whole.csv', 'id,phone\n');
    await send(whole['url'], 'id,phone\n');
    const late = await call(cancelUpload, { path: { id: api.campaignId, upload: whole['id'] } });
    assert.deepEqual([late.status, late.json['code']], [409, 'upload_arrived']);
  });

  it('are refused with words: too large, too many, a bad name, another company', async () => {
    const codeOf = async (answer: ReturnType<typeof open>) => {
      const { status, json } = await answer;
      return [status, json['code']];
    };
    assert.deepEqual(await codeOf(open({ name: 'a.csv', bytes: 2_000_000_001 })), [413, 'upload_too_large']);
    assert.deepEqual(await codeOf(open({ name: '../a.csv', bytes: 10 })), [400, 'file_path_invalid']);
    assert.deepEqual(await codeOf(open({ name: 'a.csv', bytes: 10, full: true })), [409, 'list_not_possible']);
    assert.deepEqual(await codeOf(open({ name: 'a.csv', bytes: 10, corrects: 'pkt_none' })), [404, 'packet_unknown']);
    const mine = await opened('mine.csv', 'x'.repeat(10));
    assert.equal(
      (await call(getUpload, { key: api.otherKey, path: { id: api.campaignId, upload: mine['id'] } })).json['code'],
      'upload_unknown',
    );
    let last = await open({ name: 'one.csv', bytes: 10 });
    for (let left = 60; left > 0 && last.status === 201; left--) last = await open({ name: 'one.csv', bytes: 10 });
    assert.deepEqual([last.status, last.json['code']], [409, 'uploads_too_many']);
  });
});
