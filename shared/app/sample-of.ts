import type { MessageContent } from '#domain/campaign/message-content.ts';
import { dayMs, dayOf, dayText, localOf, minuteMs } from '#domain/kernel/local-time.ts';
import type { Assembled, Row } from '#domain/message/assemble.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledTouch } from '#domain/message/compile-definition.ts';
import { segmentCost, type CostlyCharacter } from '#domain/message/segment-cost.ts';

/** Something that stands in a row and can't be sent. `cell` is what stands there. */
export type RowProblem = Readonly<{ row: number; column?: string; cell?: string; code: string; words: string }>;

/** A message as its recipient will see it. */
export type Sample = Readonly<{
  row: number;
  channel: string;
  from: string;
  to: string;
  body: string;
  /** what goes with the body, or in its place, on other channels than sms */
  content?: MessageContent;
  /** UTC ISO */
  sendAt: string;
  /** the same on the campaign's clock, like 2026-12-08 09:30 */
  localTime: string;
  /** of an sms; anything else is one */
  segments: number;
  /** of an sms alone */
  encoding?: 'GSM-7' | 'UCS-2';
  /** the characters that make it dearer, and what it would cost without them */
  costly?: readonly CostlyCharacter[];
  segmentsFolded?: number;
  /** how many characters less would save a segment */
  charactersTooMany?: number;
}>;

export type Message = Extract<Assembled, { kind: 'message' }>;
export type Placed = Readonly<{ row: Row; touch: CompiledTouch }>;

const localTimeOf = (zone: string, sendAt: string): string => {
  const local = localOf(zone, Date.parse(sendAt));
  const minutes = Math.floor((local - dayOf(local) * dayMs) / minuteMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${dayText(local)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const costOf = ({ channel }: CompiledTouch, body: string): Pick<Sample, 'encoding' | 'costly' | 'segmentsFolded' | 'charactersTooMany'> => {
  if (channel !== 'sms') return {};
  const { encoding, costly, segmentsFolded, charactersTooMany } = segmentCost(body);
  return {
    encoding,
    ...(costly.length > 0 ? { costly, segmentsFolded } : {}),
    ...(charactersTooMany === undefined ? {} : { charactersTooMany }),
  };
};

/** `zone` is the campaign's. */
export const sampleOf = ({ row, touch }: Placed, { from, to, body, content, sendAt, segments }: Message, zone: string): Sample => ({
  row: row.row,
  channel: touch.channel,
  from,
  to,
  body,
  ...(content === undefined ? {} : { content }),
  sendAt,
  localTime: localTimeOf(zone, sendAt),
  segments,
  ...costOf(touch, body),
});

export type Columns = Readonly<{ binding: Binding; header: readonly string[] }>;

/** Which column and which cell a problem is about. */
export const problemOf = (row: Row, { code, field }: Readonly<{ code: string; field?: string }>, columns: Columns): RowProblem => {
  const problem = { row: row.row, code, words: wordsFor(code, field) };
  const index = field === undefined ? undefined : columns.binding.sources.find(({ name }) => name === field)?.index;
  if (index === undefined) return problem;
  return { ...problem, column: columns.header[index]?.trim() ?? '', cell: (row.cells[index] ?? '').slice(0, 200) };
};
