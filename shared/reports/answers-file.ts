import { guarded } from './error-file.ts';
import { csvCell } from './csv.ts';

/** The sender's own columns with what was answered behind them, for a spreadsheet or the appointments' own system. */

type AnsweredRow = Readonly<{ cells: readonly string[]; answer: string; saidAt: string; channel: string; words: string }>;

const ownColumns = ['Answer', 'Answered at (UTC)', 'Answered by', 'Reply'];
/** Spreadsheets take a file for UTF-8 only when it begins like this. */
const byteOrderMark = '\uFEFF';
const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

export const answersFile = (header: readonly string[], rows: readonly AnsweredRow[]): string =>
  byteOrderMark +
  line([...header, ...ownColumns].map(guarded)) +
  rows
    .map(({ cells, answer, saidAt, channel, words }) =>
      line([...header.map((_, n) => guarded(cells[n] ?? '')), ...[answer, saidAt, channel, words].map(csvCell)]),
    )
    .join('');
