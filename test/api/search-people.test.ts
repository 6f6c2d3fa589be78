import assert from 'node:assert/strict';
import { keepContactList } from '#api/contact-lists/keep-contact-list.ts';
import { removeContact } from '#api/contact-lists/one-contact.ts';
import { searchPeople } from '#api/people/search-people.ts';
import type { Operation } from '#api/operation.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

describe('whom kept lists name', () => {
  let reporting: Reporting;
  let api: ApiHouse;
  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
  });
  after(async () => {
    await api.close();
    await reporting.close();
  });
  const call = async (operation: Operation, asking: Asking): Promise<Record<string, unknown>> => {
    const { status, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    assert.ok(status < 300, text);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  const listsOf = async (to: string, more: Asking = {}) => (await call(searchPeople, { body: { to, limit: 2 }, ...more }))['lists'];

  it('is told of a contact point, however it is written there, and of nobody else', async () => {
    const contacts = [{ phone: '+12085550161' }, { phone: '(208) 555-0162' }, { phone: '208.555.0161', mail: 'ana@hillside.example' }];
    await call(keepContactList, { path: { name: 'Winter' }, body: { contacts } });
    const first = { list: 'Winter', contact: 'con_0_2', row: 2 };
    const third = { list: 'Winter', contact: 'con_0_4', row: 4 };
    assert.deepEqual(await listsOf('+12085550161'), { data: [first, third], is_partial: false });
    assert.deepEqual(await listsOf('+12085550163'), { data: [], is_partial: false });
    assert.deepEqual(await listsOf('Ana@hillside.example', { body: { to: 'Ana@hillside.example', channel: 'email' } }), {
      data: [third],
      is_partial: false,
    });
    assert.deepEqual(await listsOf('+12085550161', { key: api.otherKey }), { data: [], is_partial: false });
    api.test.clock.set(new Date(Date.parse(api.house.clock.now()) + 1_000).toISOString());
    await call(keepContactList, { path: { name: 'Spring' }, body: { contacts: [{ phone: '2085550161' }] } });
    assert.deepEqual(await listsOf('+12085550161'), { data: [first, third], is_partial: true });
    await call(removeContact, { path: { name: 'Winter', id: first.contact } });
    assert.deepEqual(await listsOf('+12085550161'), {
      data: [third, { list: 'Spring', contact: 'con_0_2', row: 2 }],
      is_partial: false,
    });
  });
});
