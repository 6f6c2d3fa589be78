import type { Definition } from '#domain/campaign/definition.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { bindColumns, type Binding } from '#domain/message/columns.ts';
import { compileOnDemand } from '#domain/message/compile-definition.ts';
import { readPhone } from '#domain/message/phone.ts';
import { maxBody, segmentsOf } from '#domain/message/segments.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { fileTable } from './file-table.ts';

export type TestRow = Readonly<{ to: string; body: string; segments: number }>;

type Given = Readonly<{ definition: Definition; to: string; row: number; file: SourceFile; companyName: string | undefined; now: string }>;

/** Whoever gets it knows what it is, and nobody who looks for the real message at the provider takes this one for it. */
const mark = 'TEST: ';

const rowNumbered = async (rows: AsyncGenerator<Row, void>, number: number): Promise<Row> => {
  for await (const row of rows) if (row.row === number) return row;
  throw new Refusal('row_unknown', `the file has no row ${number}: the first behind the header is 2, as a spreadsheet counts`);
};

/** The row with another phone. */
const readdressed = (row: Row, binding: Binding, to: string): Row => {
  const index = binding.sources.find(({ name }) => name === 'phone')?.index;
  return index === undefined ? row : { ...row, cells: row.cells.with(index, to) };
};

const phoneOf = (to: string, region: string | undefined): string => {
  const phone = readPhone(to, region);
  if ('fault' in phone) throw new Refusal(phone.fault, `a test can't go there. ${wordsFor(phone.fault)}`);
  return phone.e164;
};

/** What a row's first message would say if it went now, to another phone. Throws a Refusal, and FileUnreadable. */
export const testRow = async (reader: RowReader, given: Given): Promise<TestRow> => {
  const { definition, file, now, companyName } = given;
  const to = phoneOf(given.to, definition.region);
  const { header, rows } = await fileTable(reader, file);
  const bound = bindColumns(definition, header);
  if (bound.kind === 'unbound') {
    await rows.return();
    throw new Refusal(bound.code, bound.message);
  }
  const row = readdressed(await rowNumbered(rows, given.row), bound.binding, to);
  const onDemand = compileOnDemand(definition);
  const beside = companyName === undefined ? onDemand.beside : { ...onDemand.beside, company: { name: companyName } };
  const compiled = { ...onDemand, beside };
  const [touch] = compiled.touches;
  if (!touch) throw new Error('a campaign has a channel');
  const assembled = assemble({ compiled, binding: bound.binding, row, touch, now });
  if (assembled.kind !== 'message') {
    const { code } = assembled;
    throw new Refusal(code, `row ${given.row} would get no message. ${wordsFor(code, 'field' in assembled ? assembled.field : undefined)}`);
  }
  const body = `${mark}${assembled.body}`;
  if (body.length > maxBody[touch.channel]) throw new Refusal('too_long', wordsFor('too_long'));
  return { to, body, segments: segmentsOf(body).segments };
};
