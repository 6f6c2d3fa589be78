import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { downloadFailures } from '#api/packets/download-failures.ts';
import { getPacket } from '#api/packets/get-packet.ts';
import { listFailures } from '#api/packets/list-failures.ts';
import { listPackets } from '#api/packets/list-packets.ts';
import { uploadFixes } from '#api/packets/upload-fixes.ts';
import { uploadPacket } from '#api/packets/upload-packet.ts';
import type { Operation } from '#api/operation.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { numbers, people, phoneOf } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

describe('packets by the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (operation: Operation, asking: Asking): Promise<Readonly<{ status: number; json: Json; headers: Headers }>> => {
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, json: text.startsWith('{') ? (JSON.parse(text) as Json) : { text } };
  };
  const upload = (name: string, body: string | Buffer, more: Asking = {}) =>
    call(uploadPacket, { path: { id: api.campaignId }, body, ...more, query: { name, ...more.query } });
  const packet = async (id: string): Promise<Json> => (await call(getPacket, { path: { id } })).json;

  it('come as a file, are loaded and sent, and tell how far they are', async () => {
    const content = people(3);
    const { status, json, headers } = await upload('monday.csv', content, { query: { source: 'eaglesoft' } });
    assert.deepEqual([status, json['status'], headers.get('location')], [202, 'accepted', json['status_url']]);
    const id = String(json['id']);
    const waiting = await packet(id);
    assert.deepEqual([waiting['status'], waiting['name'], waiting['bytes']], ['accepted', 'monday.csv', content.length]);
    assert.match(String(waiting['accepted_by']), /^key_/);
    await runToEnd(api.test);
    const loaded = await packet(id);
    assert.deepEqual([loaded['status'], loaded['rows'], loaded['columns']], ['loaded', 3, ['id', 'name', 'phone']]);
    assert.deepEqual(
      loaded['stages'].map((one: Json) => [one['stage'], one['status'], one['count']]),
      [
        ['ingested', 'done', content.length],
        ['loaded', 'done', 3],
        ['mapped', 'done', 3],
      ],
    );
    assert.deepEqual([...(await receivedBy(api.test)).keys()].sort(), numbers(3).map(phoneOf));
  });

  it('are the same packet when they come again, unless a packet of its own is wanted', async () => {
    const ids = [];
    for (const query of [{}, {}, { again: 'true' }] as Record<string, string>[])
      ids.push((await upload('same.csv', people(1, { from: 10 }), { query })).json['id']);
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[0], ids[2]);
  });

  it('are listed, the newest first, page by page and by campaign', async () => {
    const mine = (json: Json): string[] => json['data'].map((one: Json) => String(one['name']));
    const { json } = await call(listPackets, { query: { campaign: api.campaignId, limit: '2' } });
    assert.deepEqual([json['data'].length, json['has_more']], [2, true]);
    const after = String(json['data'][1]['id']);
    const next = (await call(listPackets, { query: { starting_after: after } })).json;
    const back = (await call(listPackets, { query: { ending_before: String(next['data'][0]['id']) } })).json;
    assert.deepEqual(mine(back), mine(json));
    const none = (await call(listPackets, { query: { campaign: 'cmp_other' } })).json;
    const others = (await call(listPackets, { key: api.otherKey })).json;
    assert.deepEqual([none['data'], others['data']], [[], []]);
  });

  it('that failed as a whole have no rows to mend, and say where the reason is', async () => {
    const id = String((await upload('whole.csv', 'who,tel\nAna,1\n')).json['id']);
    await runToEnd(api.test);
    const { code, detail } = (await call(listFailures, { path: { id } })).json;
    assert.equal(code, 'packet_not_readable');
    assert.match(String(detail), /failed as a whole/);
  });

  it('tell their failed rows with number, reference and columns, and take them back mended', async () => {
    const bad = ['id,name,phone,reference', 'B1,Ana,12,visit-1', `B2,Bo,${phoneOf(50)},visit-2`, 'B3,Cy,,visit-3', 'B4,Di,1,visit-4', ''];
    const id = String((await upload('bad.csv', bad.join('\n'))).json['id']);
    assert.equal((await call(listFailures, { path: { id } })).json['code'], 'packet_not_readable');
    await runToEnd(api.test);
    const rows: Json[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const { json } = await call(listFailures, { path: { id }, query });
      rows.push(...json['data']);
      cursor = json['next_cursor'];
      assert.equal(json['has_more'], cursor !== undefined);
    } while (cursor !== undefined);
    assert.deepEqual(
      rows.map(({ row, reference, errors }) => [row, reference, errors[0].code, errors[0].column]),
      [
        [2, 'visit-1', 'phone_invalid', 'phone'],
        [4, 'visit-3', 'phone_missing', 'phone'],
        [5, 'visit-4', 'phone_invalid', 'phone'],
      ],
    );
    assert.deepEqual(rows[0]!['columns'], { id: 'B1', name: 'Ana', phone: '12', reference: 'visit-1' });
    const file = await call(downloadFailures, { path: { id } });
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(file.json['text'].split('\r\n').length, 5);
    const mended = file.json['text'].replace(',12,', `,${phoneOf(51)},`);
    const fixed = await call(uploadFixes, { path: { id }, query: { name: 'mended.csv' }, body: mended });
    assert.equal(fixed.status, 202);
    await runToEnd(api.test);
    const after = await packet(String(fixed.json['id']));
    assert.deepEqual([after['corrects'], after['status'], after['rows']], [id, 'loaded', 3]);
    assert.ok((await receivedBy(api.test)).has(phoneOf(51)));
  });

  it('are refused with words: an unknown campaign, a bad name, other bytes, too many', async () => {
    const code = async (answer: ReturnType<typeof upload>) => {
      const { status, json } = await answer;
      return [status, json['code']];
    };
    const content = people(1);
    const other = createHash('md5').update('other').digest('base64');
    assert.deepEqual(await code(upload('a.csv', content, { path: { id: 'cmp_none' } })), [404, 'campaign_unknown']);
    assert.deepEqual(await code(upload('a/b.csv', content)), [400, 'file_path_invalid']);
    assert.deepEqual(await code(upload('.hidden', content)), [400, 'file_path_invalid']);
    assert.deepEqual(await code(upload('m.csv', content, { headers: { 'content-md5': other } })), [400, 'file_md5_differs']);
    assert.deepEqual(await code(upload('m.csv', content, { headers: { 'content-md5': 'no' } })), [400, 'content_md5_invalid']);
    assert.deepEqual(await code(upload('full.csv', content, { query: { full: 'true' } })), [409, 'list_not_possible']);
    const large = await upload('large.csv', Buffer.alloc(32_000_001));
    assert.deepEqual([large.status, large.json['code']], [413, 'body_too_large']);
    assert.match(String(large.json['detail']), /upload address/);
    assert.equal(await api.house.files.stat(`drops/${api.companyId}/${api.campaignId}/m.csv`), undefined);
  });

  it('of 16 MB come within a second', async () => {
    const body = randomBytes(16_000_000);
    const md5 = createHash('md5').update(body);
    const began = performance.now();
    const { status, json } = await upload('large.bin', body, { headers: { 'content-md5': md5.copy().digest('base64') } });
    const ms = performance.now() - began;
    assert.equal(status, 202);
    assert.equal((await packet(String(json['id'])))['md5'], md5.digest('hex'));
    // far above what it takes, so that a busy machine does not fail it
    assert.ok(ms < 10_000, `${ms} ms`);
  });

  it('wait for the time from which they are to go', async () => {
    const startsAt = new Date(Date.parse(api.house.clock.now()) + 3_600_000).toISOString();
    const { json } = await upload('later.csv', people(1, { from: 60 }), { query: { starts_at: startsAt } });
    await settle(api.test);
    assert.deepEqual([(await packet(String(json['id'])))['starts_at'], (await receivedBy(api.test)).has(phoneOf(60))], [startsAt, false]);
    api.test.clock.set(startsAt);
    await runToEnd(api.test);
    assert.ok((await receivedBy(api.test)).has(phoneOf(60)));
  });
});
