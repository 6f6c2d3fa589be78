export type Delimiter = ',' | ';' | '\t' | '|';

/** In the order in which they win where all else is even: a comma stands in prices and names as well. */
const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];
const mostRecords = 60;

/** How many cells the first records have if they are written with this delimiter. The last one is left out where the text may be cut in it. */
const widths = (text: string, delimiter: Delimiter, isWhole: boolean): readonly number[] => {
  const found: number[] = [];
  let cells = 1;
  let start = 0;
  let quoted = false;
  let at = 0;
  const close = (): void => {
    if (at > start) found.push(cells);
    cells = 1;
  };
  for (; at < text.length && found.length < mostRecords; at += 1) {
    const char = text[at];
    const begins = at === start || text[at - 1] === delimiter;
    if (char === '"' && (quoted || begins)) quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) cells += 1;
    else if (char === '\n' || char === '\r') {
      close();
      start = at + 1;
    }
  }
  if (isWhole && found.length < mostRecords) close();
  return found;
};

/** How many columns it would give, weighed by how many records agree with the first one. */
const scoreOf = (counts: readonly number[]): number => {
  const [first = 1] = counts;
  const agreeing = counts.filter((count) => count === first).length / Math.max(1, counts.length);
  return (first - 1) * (agreeing + 0.01);
};

const saidInFile = /^sep=([,;|\t])(?:\r\n|\n|\r)/i;

/** `skip`: characters of a line "sep=;", which programs write for each other and no spreadsheet shows. */
export type Delimited = Readonly<{ delimiter: Delimiter; skip: number }>;

/** The delimiter of a text by its beginning; the name of the file counts where the text leaves it open. */
export const delimiterOf = (text: string, { isWhole, name }: Readonly<{ isWhole: boolean; name: string }>): Delimited => {
  const said = saidInFile.exec(text);
  if (said) return { delimiter: said[1] as Delimiter, skip: said[0].length };
  const scores = candidates.map((delimiter) => scoreOf(widths(text, delimiter, isWhole)));
  const best = Math.max(...scores);
  if (best <= 0) return { delimiter: /\.(tsv|tab)(\.|$)/i.test(name) ? '\t' : ',', skip: 0 };
  return { delimiter: candidates[scores.indexOf(best)] ?? ',', skip: 0 };
};
