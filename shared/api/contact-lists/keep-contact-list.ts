import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { contactTable } from '#app/contact-table.ts';
import { showList } from '#app/find-contact.ts';
import { keepList, type ListToKeep } from '#app/keep-list.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { FileUnreadable } from '#ports/row-reader.ts';
import { fileErrors } from '../campaigns/preview-schemas.ts';
import { readSample } from '../campaigns/read-sample.ts';
import { fields } from '../messages/send-schemas.ts';
import { operation, type Answer, type Call } from '../operation.ts';
import { fileName, upload as file } from '../packets/upload-file.ts';
import { contactList, listExample, listJson, listNameText } from './contact-schemas.ts';

const mostContacts = 1_000;
const mostColumns = 200;
/** It lies in memory while it is kept. */
const mostBytes = 8_000_000;

const text = (value: string | number | boolean | null): string => (value === null ? '' : String(value));

const contacts = z
  .array(fields)
  .min(1)
  .max(mostContacts)
  .refine((all) => new Set(all.flatMap((one) => Object.keys(one))).size <= mostColumns, `up to ${mostColumns} different columns`)
  .openapi({
    description: `Up to ${mostContacts}; a column for every name, and nothing in it where a contact has none`,
    example: [{ patient_id: '29871', first_name: 'Ana', phone: '+12085550123' }],
  });

const keep = async (
  { house, caller: { companyId }, cause }: Pick<Call, 'house' | 'caller' | 'cause'>,
  list: Omit<ListToKeep, 'companyId'>,
): Promise<Answer> => {
  try {
    await keepList(house, { companyId, ...list }, cause);
  } catch (error) {
    if (error instanceof FileUnreadable) throw new Refusal(error.code, error.message);
    throw error;
  }
  return { status: 200, body: listJson(await showList(house, { companyId, name: list.name })) };
};

const answers = { 200: { description: 'The list as it is kept', schema: contactList } };

export const keepContactList = operation({
  id: 'keepContactList',
  method: 'put',
  path: '/v1/contact_lists/{name}',
  summary: 'Keep contacts under a name',
  description:
    'The name stands for these contacts from now on, in place of those before; packets that were made of it stay. The same contacts again change nothing. More of them come as a file: `PUT /v1/contact_lists/{name}/file`.',
  scope: 'contacts:write',
  params: z.object({ name: listNameText }),
  body: z.strictObject({ contacts }),
  answers,
  errors: ['busy'],
  example: {
    path: { name: 'Winter' },
    body: { contacts: [{ patient_id: '29871', first_name: 'Ana', phone: '+12085550123' }] },
    answer: { ...listExample, rows: 1 },
  },
  run: (call) => {
    const rows = call.body.contacts.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, text(value)])));
    return keep(call, { name: call.path.name, ...contactTable(rows) });
  },
});

export const keepContactFile = operation({
  id: 'keepContactFile',
  method: 'put',
  path: '/v1/contact_lists/{name}/file',
  summary: 'Keep the contacts of a file under a name',
  description:
    'The body is the file, up to 8 MB, of any kind that packets may have; zip a larger one. Rows that can not be read are kept, and told as `unusable`.',
  scope: 'contacts:write',
  params: z.object({ name: listNameText }),
  query: z.object({
    file: fileName.default('contacts').openapi({ description: 'Of the file: a hint of its kind', example: 'winter.csv' }),
  }),
  upload: { mostBytes, contentTypes: file.contentTypes },
  answers,
  errors: ['body_missing', ...fileErrors, 'file_empty', 'header_unreadable', 'busy'],
  example: { path: { name: 'Winter' }, query: { file: 'winter.csv' }, answer: listExample },
  run: async (call) => {
    const content = await readSample(call.upload);
    const open = async (start: number): Promise<Readable> => Readable.from([content.subarray(start)]);
    return keep(call, { name: call.path.name, file: { open, name: call.query.file, bytes: content.length } });
  },
});
