import type { Definition } from '#domain/campaign/definition.ts';
import type { LinkTo } from '#domain/campaign/page-links.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { bindColumns, type Binding } from '#domain/message/columns.ts';
import { compileOnDemand, type CompiledTouch } from '#domain/message/compile-definition.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import type { Made } from '#domain/campaign/message-content.ts';
import { isTooLong, unitsOf } from '#domain/message/segments.ts';
import { withSites, type SiteNamed } from '#domain/message/with-sites.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { fileTable } from './file-table.ts';
import type { Reached } from './suppression-path.ts';

export type TestRow = Made & Readonly<{ channel: Channel; from: string; to: string; segments: number }>;

type Given = Readonly<{
  definition: Definition;
  to: string;
  /** the campaign's first unless told */ channel?: Channel | undefined;
  row: number;
  file: SourceFile;
  companyName: string | undefined;
  /** the company's locations, where a column names them */
  siteNamed: SiteNamed | undefined;
  now: string;
  /** for templates that name links */ linkTo?: LinkTo;
}>;

/** Whoever gets it knows what it is, and nobody who looks for the real message at the provider takes this one for it. */
const mark = 'TEST: ';

const rowNumbered = async (rows: AsyncGenerator<Row, void>, number: number): Promise<Row> => {
  for await (const row of rows) if (row.row === number) return row;
  throw new Refusal('row_unknown', `the file has no row ${number}: the first behind the header is 2, as a spreadsheet counts`);
};

/** The row with another contact point. */
const readdressed = (row: Row, binding: Binding, { channel, to }: Reached): Row => {
  const { field } = channelFacts[channel];
  const index = binding.sources.find(({ name }) => name === field)?.index;
  return index === undefined ? row : { ...row, cells: row.cells.with(index, to) };
};

const pointOf = ({ channel, region }: CompiledTouch, to: string): string => {
  const point = readContactPoint(channel, to, region);
  if ('fault' in point) throw new Refusal(point.fault, `a test can't go there. ${wordsFor(point.fault)}`);
  return point.to;
};

const touchOf = (touches: readonly CompiledTouch[], channel: Channel | undefined): CompiledTouch => {
  const found = touches.find((touch) => channel === undefined || touch.channel === channel);
  if (found) return found;
  const named = [...new Set(touches.map((touch) => touch.channel))].join(', ');
  throw new Refusal('channel_unknown', `the campaign has no channel ${channel}; it has ${named}`);
};

/** A text begins with the mark, an e-mail's subject too; an approved text goes as it was approved. */
const marked = ({ body, content }: Made): Made => {
  if (content?.approved !== undefined) return { body, content };
  if (content === undefined) return { body: `${mark}${body}` };
  const subject = content.subject === undefined ? {} : { subject: `${mark}${content.subject}` };
  const machine = content.machine === undefined ? {} : { machine: `${mark}${content.machine}` };
  return { body: `${mark}${body}`, content: { ...content, ...subject, ...machine } };
};

/** What a row's message of a channel would say if it went now, to one's own contact point. Throws a Refusal, and FileUnreadable. */
export const testRow = async (reader: RowReader, given: Given): Promise<TestRow> => {
  const { definition, file, now, companyName } = given;
  const onDemand = compileOnDemand(definition);
  const touch = touchOf(onDemand.touches, given.channel);
  const { channel } = touch;
  const to = pointOf(touch, given.to);
  const { header, rows } = await fileTable(reader, file);
  const bound = bindColumns(definition, header);
  if (bound.kind === 'unbound') {
    await rows.return();
    throw new Refusal(bound.code, bound.message);
  }
  const row = readdressed(await rowNumbered(rows, given.row), bound.binding, { channel, to });
  const beside = companyName === undefined ? onDemand.beside : { ...onDemand.beside, company: { name: companyName } };
  const compiled = withSites({ ...onDemand, beside }, given.siteNamed);
  const assembled = assemble({ compiled, binding: bound.binding, row, touch, now, linkTo: given.linkTo });
  if (assembled.kind !== 'message') {
    const { code } = assembled;
    throw new Refusal(code, `row ${given.row} would get no message. ${wordsFor(code, 'field' in assembled ? assembled.field : undefined)}`);
  }
  const made = marked(assembled);
  if (isTooLong(channel, made.body)) throw new Refusal('too_long', wordsFor('too_long'));
  return { channel, from: assembled.from, to, ...made, segments: unitsOf(channel, made.body) };
};
