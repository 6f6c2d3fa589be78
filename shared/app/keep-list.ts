import { createHash } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactsStream, listStream } from '#domain/kernel/streams.ts';
import type { Row } from '#domain/message/assemble.ts';
import { contactList } from '#domain/packet/contact-list.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { fileTable, type FileTable } from './file-table.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { listPath, type ListDocument } from './list-document.ts';

/** A file to be kept under a name. The same name again stands for the newer content. */
export type ListToKeep = Readonly<{
  companyId: string;
  name: string;
  file: SourceFile;
  /** left out: the house's */ reader?: RowReader | undefined;
}>;
export type KeptList = Readonly<{ listId: string; rows: number }>;

const rowsPerChunk = 500;
/** Its commit stays below what a record may hold. */
const charsPerChunk = 300_000;

const charsOf = ({ cells }: Row): number => cells.reduce((sum, cell) => sum + cell.length, 0);

const chunksOf = async function* (rows: FileTable['rows']): AsyncGenerator<readonly Row[]> {
  let gathered: Row[] = [];
  let chars = 0;
  for await (const row of rows) {
    gathered.push(row);
    chars += charsOf(row);
    if (gathered.length < rowsPerChunk && chars < charsPerChunk) continue;
    yield gathered;
    gathered = [];
    chars = 0;
  }
  if (gathered.length > 0) yield gathered;
};

/** Of the name and the content: the same file kept again under the same name is the same list, also after a kill in its middle. */
const listIdOf = async (
  { vault }: House,
  { companyId, name, file }: ListToKeep,
  { forgotten, renewed }: Readonly<{ forgotten: number; renewed: number }>,
): Promise<string> => {
  const hash = createHash('sha256').update(vault.fingerprint(companyId, `list/${name.trim().toLowerCase()}`));
  if (forgotten > 0) hash.update(`forgotten ${forgotten}\n`);
  if (renewed > 0) hash.update(`renewed ${renewed}\n`);
  for await (const piece of await file.open(0)) hash.update(piece as Buffer);
  return `lst_${idBody(hash.digest())}`;
};

type Chunk = Readonly<{ companyId: string; stream: string; rows: readonly Row[] }>;

const storeChunk = async (house: House, { companyId, stream, rows }: Chunk, cause: Cause): Promise<void> => {
  const events = contactList.decide({ type: 'KeepContacts', data: { rows } }, contactList.initial);
  try {
    await house.store.append({ stream, companyId, expected: 0, events, cause: { ...cause, id: stream } });
  } catch (error) {
    // it stands there already
    if (!(error instanceof StreamMoved)) throw error;
  }
};

const tries = 5;
/** Lists before that are forgotten with the name. */
const mostEarlier = 500;

/** From now on the name means this list. */
const stand = async (
  house: House,
  { companyId, name }: ListToKeep,
  list: ListDocument & { keptAt: string; listId: string },
): Promise<void> => {
  const path = listPath(house, companyId, name);
  for (let left = tries; ; left--) {
    const found = await house.documents.get<ListDocument>(path);
    const { listId: known, earlier = [], forgotten } = found?.data ?? {};
    const all = [...new Set([...earlier, ...(known === undefined ? [] : [known])])].filter((id) => id !== list.listId);
    // nobody uses what was replaced so many times
    for (const id of all.slice(0, -mostEarlier)) await house.vault.destroy(`list/${id}`);
    const data: ListDocument = { ...list, earlier: all.slice(-mostEarlier), ...(forgotten === undefined ? {} : { forgotten }) };
    try {
      return await house.documents.write([
        { path, data, dueAt: list.keptAt, ...(found ? { ifVersion: found.version } : { ifAbsent: true }) },
      ]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/**
 * Keeps a file's rows for later, sealed in the log, under a name of the company. Throws FileUnreadable for a file that can't be read, and
 * a Refusal for one without rows.
 */
export const keepList = async (house: House, list: ListToKeep, cause: Cause): Promise<KeptList> => {
  const { companyId, name, file } = list;
  const before = (await house.documents.get<ListDocument>(listPath(house, companyId, name)))?.data;
  const { forgotten = 0, edits = 0, renewed: known = 0 } = before ?? {};
  // the file as it came is no more what the list says
  const renewed = edits > 0 ? known + 1 : known;
  const listId = await listIdOf(house, list, { forgotten, renewed });
  const table = await fileTable(list.reader ?? house.rows, file);
  let rows = 0;
  let chunks = 0;
  for await (const chunk of chunksOf(table.rows)) {
    await storeChunk(house, { companyId, stream: contactsStream(listId, chunks), rows: chunk }, cause);
    rows += chunk.length;
    chunks += 1;
  }
  if (rows === 0) throw new Refusal('file_empty', 'there is no row behind the first line of the file, which names the columns');
  await handle(house.store, contactList, {
    stream: listStream(listId),
    companyId,
    command: { type: 'KeepList', data: { listId, rows, chunks, name, header: table.header } },
    cause,
  });
  await stand(house, list, { companyId, listId, rows, chunks, keptAt: cause.now, ...(renewed > 0 ? { renewed } : {}) });
  return { listId, rows };
};
