import assert from 'node:assert/strict';
import { getMapping, listMappings, putMapping, removeMapping } from '#api/mappings/keep-mapping.ts';
import { proposeMapping, proposePacketMapping } from '#api/mappings/propose-mapping.ts';
import { getPacket } from '#api/packets/get-packet.ts';
import { previewPacket } from '#api/packets/preview-packet.ts';
import { runPacketStage } from '#api/packets/run-packet-stage.ts';
import { uploadPacket } from '#api/packets/upload-packet.ts';
import { previewSample } from '#api/campaigns/preview-sample.ts';
import type { Operation } from '#api/operation.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { people, phoneOf } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

const strange = (from: number): string =>
  [
    'Chart No,Pt First,Cell Phone,Fav Color',
    `C1,Ana,${phoneOf(from)},red`,
    `C2,Luis,"=""${phoneOf(from + 1).slice(2)}""",blue`,
    'C3,Maria,12,green',
    '',
  ].join('\n');

describe('columns of files by the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (operation: Operation, asking: Asking): Promise<Readonly<{ status: number; json: Json; headers: Headers }>> => {
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, json: JSON.parse(text) as Json };
  };
  const ofCampaign = (more: Record<string, string> = {}) => ({ id: api.campaignId, ...more });

  it('are proposed from a file with reasons, kept for its source, and read by from then on', async () => {
    const good = strange(140)
      .replace(',12,', `,${phoneOf(142)},`)
      .replaceAll('"', '')
      .replace('=', '');
    const { json } = await call(proposeMapping, { path: ofCampaign(), query: { source: 'eaglesoft', name: 'visits.csv' }, body: good });
    const phone = json['fields'].find((one: Json) => one['field'] === 'phone');
    assert.equal(phone.column, 'Cell Phone');
    assert.ok(phone.confidence > 0.8 && phone.why.length > 10 && phone.samples.length > 0);
    assert.deepEqual(json['columns'].map(({ column, place }: Json) => [column, place])[2], ['Cell Phone', 3]);
    const fields = json['mapping'];
    assert.deepEqual(fields, { person: 'Chart No', firstName: 'Pt First', phone: 'Cell Phone' });
    assert.equal((await call(getMapping, { path: ofCampaign({ source: 'eaglesoft' }) })).json['code'], 'mapping_unknown');
    const put = await call(putMapping, { path: ofCampaign({ source: 'eaglesoft' }), body: { fields } });
    assert.deepEqual([put.status, put.json['fields']], [200, fields]);
    const kept = await call(getMapping, { path: ofCampaign({ source: 'eaglesoft' }) });
    assert.deepEqual([kept.json['fields'], kept.headers.get('etag')], [fields, put.headers.get('etag')]);
    const query = { name: 'monday.csv', source: 'eaglesoft' };
    const { id } = (await call(uploadPacket, { path: ofCampaign(), query, body: strange(140) })).json;
    await runToEnd(api.test);
    const packet = (await call(getPacket, { path: { id } })).json;
    assert.deepEqual([packet['status'], packet['mapping']], ['loaded', fields]);
    assert.ok((await receivedBy(api.test)).has(phoneOf(140)) && (await receivedBy(api.test)).has(phoneOf(141)));
  });

  it('that are missing are found in the file that is here, and its packet is loaded once they are kept', async () => {
    const query = { name: 'tuesday.csv', source: 'dentrix' };
    const { id } = (await call(uploadPacket, { path: ofCampaign(), query, body: strange(150) })).json;
    await settle(api.test);
    const failed = (await call(getPacket, { path: { id } })).json;
    assert.deepEqual([failed['status'], failed['failure'].code], ['failed', 'column_missing']);
    const { detail } = failed['failure'];
    assert.ok(/Cell Phone/.test(detail) && detail.includes(`GET /v1/packets/${id}/mapping`) && !/carillon|--/.test(detail), detail);
    assert.equal((await call(previewPacket, { path: { id } })).json['code'], 'column_missing');
    const { json } = await call(proposePacketMapping, { path: { id } });
    assert.deepEqual([json['source'], json['campaign'], json['kept']], ['dentrix', api.campaignId, undefined]);
    // a third of its phones is no phone: a person has to say it
    assert.deepEqual([json['unsure'], json['mapping'].phone], [['phone'], undefined]);
    await call(putMapping, { path: ofCampaign({ source: 'dentrix' }), body: { fields: { ...json['mapping'], phone: 'Cell Phone' } } });
    const seen = (await call(previewPacket, { path: { id }, query: { first: '3', price_per_segment: '0.01' } })).json;
    assert.deepEqual([seen['rows'], seen['messages'], seen['rejected'], seen['more_rows']], [3, 2, { phone_invalid: 1 }, false]);
    const [ana, luis, maria] = seen['first_rows'];
    assert.deepEqual(ana.fields, { person: 'C1', firstName: 'Ana', phone: phoneOf(150), 'Fav Color': 'red' });
    assert.deepEqual([ana.row, ana.becomes[0].body, ana.becomes[0].to], [2, 'Hi Ana, your glasses are ready.', phoneOf(150)]);
    // cleaned of what only kept a spreadsheet from changing it
    assert.deepEqual([luis.fields.phone, luis.becomes[0].to], [phoneOf(151).slice(2), phoneOf(151)]);
    assert.deepEqual([maria.becomes[0].code, maria.becomes[0].row], ['phone_invalid', 4]);
    assert.equal((await receivedBy(api.test)).has(phoneOf(150)), false);
    assert.equal((await call(runPacketStage, { path: { id, stage: 'loaded' } })).status, 202);
    await runToEnd(api.test);
    assert.ok((await receivedBy(api.test)).has(phoneOf(150)));
  });

  it('of a long file are previewed from its beginning alone', async () => {
    const query = { name: 'long.csv', starts_at: new Date(Date.parse(api.house.clock.now()) + 864_000_000).toISOString() };
    const { id } = (await call(uploadPacket, { path: ofCampaign(), query, body: people(300, { from: 1_000 }) })).json;
    const { json } = await call(previewPacket, { path: { id }, query: { rows: '10', first: '2' } });
    assert.deepEqual([json['rows'], json['messages'], json['more_rows'], json['first_rows'].length], [10, 10, true, 2]);
    const sample = await call(previewSample, { path: ofCampaign(), query: { first: '1' }, body: people(3, { from: 1_000 }) });
    assert.deepEqual(
      sample.json['first_rows'].map((one: Json) => one['fields'].person),
      ['P1000'],
    );
  });

  it('are listed, changed by whoever has seen them, and removed', async () => {
    const path = ofCampaign({ source: 'abra' });
    const put = (fields: Json, headers: Record<string, string> = {}) => call(putMapping, { path, body: { fields }, headers });
    const first = await put({ phone: 'Tel' });
    const second = await put({ phone: 'Mobile' }, { 'if-match': first.headers.get('etag') ?? '' });
    assert.equal(second.status, 200);
    const late = await put({ phone: 'Other' }, { 'if-match': first.headers.get('etag') ?? '' });
    assert.deepEqual([late.status, late.json['code']], [412, 'version_moved']);
    const sources = async () => (await call(listMappings, { path: ofCampaign() })).json['data'].map((one: Json) => one['source']);
    assert.ok((await sources()).includes('abra'));
    assert.equal((await call(removeMapping, { path })).status, 200);
    assert.ok(!(await sources()).includes('abra'));
    assert.equal((await call(removeMapping, { path })).json['code'], 'mapping_unknown');
    assert.equal((await put({ 'not a field': 'x' })).status, 400);
  });
});
