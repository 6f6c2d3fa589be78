import { z } from '@hono/zod-openapi';
import { findContact, type FoundContact } from '#app/find-contact.ts';
import { editContact, removeContact as removeTheContact } from '#app/edit-contact.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation, type Call } from '../operation.ts';
import { contact, contactExample, contactIdText, contactJson, listNameText } from './contact-schemas.ts';

const params = z.object({ name: listNameText, id: contactIdText });
type Asked = Pick<Call<z.output<typeof params>>, 'house' | 'caller' | 'path'>;

const found = ({ house, caller: { companyId }, path: { name, id } }: Asked): Promise<FoundContact> =>
  findContact(house, { companyId, name, contactId: id });

const shown = (one: FoundContact) => contactJson(one.list.header, one);

const example = { name: 'Winter', id: 'con_0_2' };
const headers = { ETag: 'of what it says, for If-Match' };

export const getContact = operation({
  id: 'getContact',
  method: 'get',
  path: '/v1/contact_lists/{name}/contacts/{id}',
  summary: 'One contact of a list',
  scope: 'contacts:read',
  looksAt: 'person',
  params,
  answers: { 200: { description: 'The contact', schema: contact, headers } },
  errors: ['list_unknown', 'contact_unknown'],
  example: { path: example, answer: contactExample },
  run: async (call) => {
    const one = shown(await found(call));
    return { status: 200, body: one, headers: { etag: etagOf(one) } };
  },
});

export const patchContact = operation({
  id: 'editContact',
  method: 'patch',
  path: '/v1/contact_lists/{name}/contacts/{id}',
  summary: 'Correct a contact of a list',
  description:
    'By the names of its columns; those that are not named stay. Packets that were made of the list stay as they are; the next use of it takes what it says then.',
  scope: 'contacts:write',
  looksAt: 'person',
  needsIfMatch: true,
  params,
  body: z.strictObject({
    fields: z
      .record(z.string().min(1).max(200), z.string().max(2_000))
      .refine((all) => Object.keys(all).length > 0, 'name at least one column')
      .openapi({ description: 'column → what stands there from now on; an empty text empties it', example: { phone: '+12085550124' } }),
  }),
  answers: { 200: { description: 'The contact as it is now', schema: contact, headers } },
  errors: ['list_unknown', 'contact_unknown', 'column_unknown', 'version_moved', 'busy'],
  example: {
    path: example,
    body: { fields: { phone: '+12085550124' } },
    answer: { ...contactExample, fields: { ...contactExample.fields, phone: '+12085550124' } },
  },
  run: async (call) => {
    const one = await found(call);
    checkMatch(call.headers, etagOf(shown(one)));
    const { companyId, by } = call.caller;
    const cells = await editContact(call.house, { companyId, found: one, fields: call.body.fields, by }, call.cause);
    const after = shown({ ...one, contact: { row: one.contact.row, cells } });
    return { status: 200, body: after, headers: { etag: etagOf(after) } };
  },
});

export const removeContact = operation({
  id: 'removeContact',
  method: 'delete',
  path: '/v1/contact_lists/{name}/contacts/{id}',
  summary: 'Take a contact off a list',
  description:
    'It is used by nobody any more. What it said stays sealed in the log until the list is forgotten; to forget the person everywhere, `POST /v1/people/forget`.',
  scope: 'contacts:write',
  params,
  answers: {
    200: { description: 'It is off the list', schema: z.object({ id: contactIdText, removed: z.literal(true) }).openapi('RemovedContact') },
  },
  errors: ['list_unknown', 'contact_unknown', 'version_moved', 'busy'],
  example: { path: example, answer: { id: 'con_0_2', removed: true } },
  run: async (call) => {
    const one = await found(call);
    if (call.headers['if-match'] !== undefined) checkMatch(call.headers, etagOf(shown(one)));
    await removeTheContact(call.house, { companyId: call.caller.companyId, found: one, by: call.caller.by }, call.cause);
    return { status: 200, body: { id: call.path.id, removed: true } };
  },
});
