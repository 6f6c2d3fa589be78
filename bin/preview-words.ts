import type { Shown } from '#app/settle-all.ts';
import type { Sample } from '#app/sample-of.ts';
import { toTable } from '#reports/table.ts';
import type { Previewed } from '#wiring/file-commands.ts';

const counts = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .map(([name, count]) => `${count} ${name.replaceAll('_', ' ')}`)
    .join(', ') || 'none';

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** Which characters cost more, and what says the same for less. */
const costlyWords = ({ costly = [], segments, segmentsFolded = segments }: Sample): string => {
  if (costly.length === 0) return '';
  const told = costly.map(
    ({ character, same, near }) => `${character}${same === undefined && near === undefined ? '' : ` (like ${same ?? near})`}`,
  );
  const cheaper = segmentsFolded < segments ? `, ${segmentsFolded} where they are folded` : '';
  return `, because of ${told.join(' ')}${cheaper}`;
};

const indented = (text: string): string => `  ${text.replaceAll('\n', '\n  ')}`;

/** What goes beside the body, or in its place, a line each. */
const contentWords = ({ body, content = {} }: Sample): readonly string[] => {
  const { subject, html, media = [], approved, variables = {}, machine, locale } = content;
  const values = Object.entries(variables).map(([place, value]) => `${place}: ${value}`);
  return [
    ...(subject === undefined ? [] : [`subject: ${subject}`]),
    ...(approved === undefined ? [] : [`approved text ${approved}${values.length === 0 ? '' : `, ${values.join(', ')}`}`]),
    body,
    ...(html === undefined ? [] : [`and the same as HTML, ${html.length} characters`]),
    ...media.map((address) => `picture: ${address}`),
    ...(machine === undefined ? [] : [`to an answering machine: ${machine}`]),
    ...(locale === undefined ? [] : [`spoken in ${locale}`]),
  ];
};

const sizeWords = (sample: Sample): string =>
  sample.encoding === undefined ? sample.channel : `${plural(sample.segments, 'segment')} of ${sample.encoding}${costlyWords(sample)}`;

const sampleWords = (title: string, sample: Sample): string => {
  const { row, to, localTime } = sample;
  return [`${title}, row ${row}, to ${to}, ${localTime}, ${sizeWords(sample)}:`, ...contentWords(sample).map(indented)].join('\n');
};

const shownWords = (shown: Shown): string =>
  'body' in shown ? sampleWords('It will see', shown) : `Row ${shown.row} gets no ${shown.channel} (${shown.code}): ${shown.words}`;

const samples = ({ first, longest, special, others, shown }: Previewed): readonly string[] => {
  if (shown) return shown.map(shownWords);
  return [
    ...(first ? [sampleWords('The first message', first)] : []),
    ...(longest && longest.row !== first?.row ? [sampleWords('The longest message', longest)] : []),
    ...others.map((other) => sampleWords(`The first ${other.channel}`, other)),
    ...(special ? [sampleWords('The first with characters that cost more', special)] : []),
  ];
};

/** Hours that are shown one by one; beyond them days are. */
const mostHours = 24;

const whenTable = ({ when }: Previewed): string => {
  if (when.length <= mostHours) {
    const rows = when.map(({ day, hour, messages }) => ({
      day,
      hour: day === 'later' ? '' : `${String(hour).padStart(2, '0')}:00`,
      messages,
    }));
    return toTable({ columns: ['day', 'hour', 'messages'], rows });
  }
  const days = new Map<string, number>();
  for (const { day, messages } of when) days.set(day, (days.get(day) ?? 0) + messages);
  return toTable({ columns: ['day', 'messages'], rows: [...days].map(([day, messages]) => ({ day, messages })) });
};

const problemTable = ({ problems, moreProblems }: Previewed): readonly string[] => {
  if (problems.length === 0) return [];
  const table = toTable({
    columns: ['row', 'column', 'cell', 'what is wrong'],
    rows: problems.map(({ row, column = '', cell = '', words }) => ({ row, column, cell, 'what is wrong': words })),
  });
  return [moreProblems > 0 ? `${table}and ${plural(moreProblems, 'more row')} with problems` : table.trimEnd()];
};

const total = ({ messages, segments, cost, price, encodings, byChannel }: Previewed): string => {
  const all = `${plural(messages, 'message')} (${counts(byChannel)})`;
  if ((byChannel['sms'] ?? 0) === 0) return `${all}, which cost by the piece`;
  const rest = byChannel['sms'] === messages ? '' : '; the others cost by the piece';
  const costly = encodings['UCS-2'] > 0 ? `, ${encodings['UCS-2']} of the messages with characters that cost more` : '';
  return `${all} of ${plural(segments, 'segment')}${costly}: about $${cost.toFixed(2)} at $${price} each${rest}`;
};

const headline = ({ campaign, rows, touches }: Previewed): string => {
  const version = campaign.version === null ? '' : `, version ${campaign.version}`;
  return `"${campaign.name}"${version}: ${plural(rows, 'row')}, ${touches} ${touches === 1 ? 'touch' : 'touches'}`;
};

const formats: Readonly<Record<string, string>> = { delimited: 'text', json: 'JSON', json_lines: 'JSON Lines' };

/** What the file was taken for, and what was left out of it or mended. */
const readingWords = ({ understood, notes }: Previewed): readonly string[] => {
  if (!understood) return [];
  const { format, container, encoding, delimiter, columns, hiddenColumns = 0, otherSheets = 0 } = understood;
  const detail = [encoding, delimiter && `${delimiter} between cells`, container].filter((one) => one !== undefined).join(', ');
  const left = [hiddenColumns > 0 ? plural(hiddenColumns, 'hidden column') : '', otherSheets > 0 ? plural(otherSheets, 'other sheet') : ''];
  const told = [...left.filter((one) => one !== ''), ...(Object.keys(notes).length > 0 ? [counts(notes)] : [])];
  const about = `read as ${formats[format] ?? format}${detail === '' ? '' : ` (${detail})`} with ${plural(columns, 'column')}`;
  return [told.length > 0 ? `${about}; left out or mended: ${told.join(', ')}` : about];
};

const namesWords = ({ unknownNames }: Previewed): readonly string[] => {
  if (unknownNames.length === 0) return [];
  const named = unknownNames.map((name) => `"${name}"`).join(', ');
  return [`the template names ${named}, which this file has no column for: look whether that is a slip`];
};

/** The table of hours knows nothing of limits. */
const limitWords = ({ heldBack, messages }: Previewed): readonly string[] => {
  if (!heldBack) return [];
  const { perDay, until, expiring } = heldBack;
  const over =
    expiring === 0
      ? ''
      : `; at least ${expiring} of ${messages} expire before it is their turn: raise the limit, or drop the file in parts`;
  return [`the campaign's limits let ${perDay} go in a day, so the last goes on ${until}${over}`];
};

/** The numbers of a preview in a few lines. */
export const previewNumbers = (made: Previewed): string =>
  [
    headline(made),
    ...readingWords(made),
    ...namesWords(made),
    total(made),
    ...(made.joined > 0
      ? [`of the touches ${made.joined} will be told in the message about another appointment of the same person and day`]
      : []),
    `rejected: ${counts(made.rejected)}; skipped: ${counts(made.skipped)}`,
    ...(made.duplicates.inFile + made.duplicates.known > 0
      ? [`of the duplicates ${made.duplicates.inFile} are in this file, ${made.duplicates.known} had their message before`]
      : []),
    ...(made.changes.replaced > 0 ? [`${plural(made.changes.replaced, 'message')} will take the place of one that waits`] : []),
    ...(made.changes.corrected > 0 ? [`${plural(made.changes.corrected, 'correction')} of what was sent will follow`] : []),
    ...(made.movedByWindow > 0
      ? [
          `${plural(made.movedByWindow, 'message')} will wait for the hours in which their recipients may be reached, by all clocks that they may have`,
        ]
      : []),
    ...limitWords(made),
  ].join('\n');

/** All of it, for whoever has the file: it quotes its cells. */
export const previewWords = (made: Previewed): string =>
  [previewNumbers(made), ...samples(made), ...problemTable(made), ...(made.when.length > 0 ? [whenTable(made).trimEnd()] : [])].join(
    '\n\n',
  );
