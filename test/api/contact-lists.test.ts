import assert from 'node:assert/strict';
import { forgetContactList } from '#api/contact-lists/forget-contact-list.ts';
import { keepContactFile, keepContactList } from '#api/contact-lists/keep-contact-list.ts';
import { getContact, patchContact, removeContact } from '#api/contact-lists/one-contact.ts';
import { getContactList, listContacts, searchContacts } from '#api/contact-lists/page-contacts.ts';
import { useContactList } from '#api/contact-lists/use-contact-list.ts';
import { eraseFound, foundIn } from '#app/found-person.ts';
import { mentionsPerson } from '#domain/consent/mentions-person.ts';
import type { Operation } from '#api/operation.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd } from '../support/house-run.ts';
import { people, phoneOf } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

describe('contact lists by the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (operation: Operation, asking: Asking): Promise<Readonly<{ status: number; json: Json; headers: Headers }>> => {
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, json: JSON.parse(text) as Json };
  };
  const keep = (name: string, contacts: readonly Json[]) => call(keepContactList, { path: { name }, body: { contacts } });
  const rowsOf = (json: Json): number[] => json['data'].map((one: Json) => Number(one['row']));
  const page = async (name: string, query: Record<string, string> = {}) => (await call(listContacts, { path: { name }, query })).json;

  it('are kept as rows, with a column for every name, and used by a campaign', async () => {
    const { status, json } = await keep('Winter', [
      { id: 'W1', name: 'Ana', phone: phoneOf(101) },
      { id: 'W2', phone: phoneOf(102), age: 41 },
    ]);
    assert.deepEqual([status, json['rows'], json['columns'], json['edits']], [200, 2, ['id', 'name', 'phone', 'age'], 0]);
    assert.deepEqual((await call(getContactList, { path: { name: 'winter' } })).json, json);
    const { data, has_more } = await page('Winter');
    assert.deepEqual([data[1].fields, data[1].row, has_more], [{ id: 'W2', name: '', phone: phoneOf(102), age: '41' }, 3, false]);
    await call(useContactList, { path: { id: api.campaignId }, body: { name: 'Winter' } });
    await runToEnd(api.test);
    assert.ok((await receivedBy(api.test)).has(phoneOf(101)));
    assert.equal(
      (
        await keep('Winter', [
          { id: 'W1', name: 'Ana', phone: phoneOf(101) },
          { id: 'W2', phone: phoneOf(102), age: 41 },
        ])
      ).json['id'],
      json['id'],
    );
  });

  it('come as files too, are paged through in their order, and tell what can not be used', async () => {
    const bad = 'X1,Eve,+12085550199,too,wide\n';
    const kept = await call(keepContactFile, { path: { name: 'Long' }, query: { file: 'long.csv' }, body: people(1_200) + bad });
    assert.deepEqual([kept.status, kept.json['rows']], [200, 1_201]);
    const rows: number[] = [];
    let query: Record<string, string> = { limit: '500' };
    for (;;) {
      const json = await page('Long', query);
      rows.push(...rowsOf(json));
      if (!json['has_more']) break;
      query = { limit: '500', cursor: json['next_cursor'] };
    }
    assert.deepEqual([rows.length, rows[0], rows.at(-1)], [1_201, 2, 1_202]);
    assert.deepEqual(
      rows,
      rows.toSorted((one, other) => one - other),
    );
    const unusable = await page('Long', { status: 'unusable' });
    assert.deepEqual([rowsOf(unusable), unusable['data'][0].fault.code], [[1_202], 'row_too_wide']);
    assert.equal((await page('Long', { status: 'usable', limit: '1000' }))['data'].length, 1_000);
    const wrong = await call(listContacts, { path: { name: 'Long' }, query: { cursor: 'x' } });
    assert.equal(wrong.json['code'], 'cursor_unknown');
  });

  it('are searched by what stands in their cells, a phone however it is written', async () => {
    const search = async (body: Json) => rowsOf((await call(searchContacts, { path: { name: 'Long' }, body })).json);
    assert.deepEqual(await search({ contains: 'pérson 1199' }), [1_201]);
    assert.deepEqual(await search({ contains: '(208) 555-0007' }), [9]);
    assert.deepEqual(await search({ contains: 'P7', column: 'ID', limit: 2 }), [9, 72]);
    assert.deepEqual(await search({ contains: 'nobody' }), []);
    const wrong = await call(searchContacts, { path: { name: 'Long' }, body: { contains: 'x', column: 'none' } });
    assert.deepEqual([wrong.status, wrong.json['code']], [400, 'column_unknown']);
  });

  it('are corrected and shortened one by one, by whoever has seen the contact as it is', async () => {
    await keep(
      'Spring',
      [1, 2, 3].map((n) => ({ id: `S${n}`, name: 'Ana', phone: phoneOf(110 + n) })),
    );
    const path = { name: 'Spring', id: 'con_0_3' };
    const seen = await call(getContact, { path });
    const etag = seen.headers.get('etag') ?? '';
    const edit = (fields: Json, tag: string) => call(patchContact, { path, body: { fields }, headers: { 'if-match': tag } });
    const edited = await edit({ phone: phoneOf(119) }, etag);
    assert.deepEqual([edited.status, edited.json['fields'].phone, edited.json['fields'].id], [200, phoneOf(119), 'S2']);
    assert.equal((await edit({ phone: phoneOf(118) }, etag)).json['code'], 'version_moved');
    assert.equal((await edit({ shoe: '41' }, '*')).json['code'], 'column_unknown');
    assert.deepEqual((await call(getContact, { path })).json, edited.json);
    assert.equal((await call(removeContact, { path: { name: 'Spring', id: 'con_0_2' } })).status, 200);
    assert.equal((await call(removeContact, { path: { name: 'Spring', id: 'con_0_2' } })).json['code'], 'contact_unknown');
    const list = (await call(getContactList, { path: { name: 'Spring' } })).json;
    assert.deepEqual([list['rows'], list['edits'], rowsOf(await page('Spring'))], [2, 2, [3, 4]]);
    await call(useContactList, { path: { id: api.campaignId }, body: { name: 'Spring' } });
    await runToEnd(api.test);
    const phones = await receivedBy(api.test);
    assert.deepEqual(
      [111, 112, 113, 119].map((n) => phones.has(phoneOf(n))),
      [false, false, true, true],
    );
    const events = await api.house.store.read(`contacts-${list['id']}-0`);
    const told = events.events.filter(({ type }) => type === 'ContactCorrected' || type === 'ContactRemoved');
    assert.ok(told.length === 2 && told.every(({ data }) => !JSON.stringify(data).includes('555') && /key_/.test(JSON.stringify(data))));
  });

  it('that were edited are used anew as another packet, and kept anew as they come', async () => {
    const contacts = [{ id: 'E1', name: 'Ana', phone: phoneOf(121) }];
    const first = (await keep('Edited', contacts)).json;
    const use = async () => (await call(useContactList, { path: { id: api.campaignId }, body: { name: 'Edited' } })).json['id'];
    const [before, same] = [await use(), await use()];
    await call(patchContact, { path: { name: 'Edited', id: 'con_0_2' }, body: { fields: { name: 'Anna' } }, headers: { 'if-match': '*' } });
    assert.deepEqual([same === before, (await use()) === before], [true, false]);
    const [again, twice] = [(await keep('Edited', contacts)).json, (await keep('Edited', contacts)).json];
    assert.deepEqual([again['id'] === first['id'], twice['id'], again['edits']], [false, again['id'], 0]);
    assert.equal((await page('Edited'))['data'][0].fields.name, 'Ana');
  });

  it('lose whoever is forgotten, also where only a correction named them', async () => {
    await keep(
      'Forgotten',
      [1, 2].map((n) => ({ id: `F${n}`, name: 'Ana', phone: phoneOf(130 + n) })),
    );
    const path = { name: 'Forgotten', id: 'con_0_2' };
    await call(patchContact, { path, body: { fields: { phone: phoneOf(139) } }, headers: { 'if-match': '*' } });
    const { companyId } = api;
    const { id } = (await call(getContactList, { path: { name: 'Forgotten' } })).json;
    const { events } = await api.house.store.read(`contacts-${id}-0`);
    const contactPoint = phoneOf(139);
    await eraseFound(api.house, foundIn(events, companyId, { contactPoint, mentions: mentionsPerson(contactPoint, (text) => text) }));
    assert.deepEqual(rowsOf(await page('Forgotten')), [3]);
    assert.equal((await call(getContact, { path })).json['code'], 'contact_unknown');
  });

  it("are nobody else's, and gone when they are forgotten", async () => {
    const other = await call(listContacts, { key: api.otherKey, path: { name: 'Winter' } });
    assert.deepEqual([other.status, other.json['code']], [404, 'list_unknown']);
    await call(forgetContactList, { path: { name: 'Winter' } });
    assert.equal((await call(getContactList, { path: { name: 'Winter' } })).json['code'], 'list_unknown');
    const many = Array.from({ length: 1_001 }, (_, n) => ({ id: `M${n}` }));
    assert.equal((await keep('Many', many)).status, 400);
  });
});
