import type { LinkTo } from '#domain/campaign/page-links.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { Counted } from './counted-fingerprints.ts';
import type { Known, LookUp, Waiting } from './look-up-in.ts';
import { tallyCorrection, tallyDuplicate, tallyJoined, tallyMessage, tallySkipped, type PreviewTally } from './preview-tally.ts';
import { problemOf, sampleOf, type Columns, type Placed, type RowProblem, type Sample } from './sample-of.ts';

/** What becomes of one touch of the row that was asked for. */
export type Shown = Sample | Readonly<{ row: number; channel: string; code: string; words: string }>;

/** One of the first rows: as it is mapped and cleaned, and what becomes of its touches. */
export type FirstRow = Readonly<{
  row: number;
  /** by the campaign's names, and those of other columns under their own; what people wrote */
  fields: Readonly<Record<string, string>>;
  /** what was mended in it, by code */
  mended: readonly string[];
  becomes: readonly Shown[];
}>;

/** A preview under way. */
export type Session = Readonly<{
  given: Readonly<{
    definition: Definition;
    lookUp: LookUp;
    now: string;
    row?: number | undefined;
    first?: number | undefined;
    price: number;
    linkTo?: LinkTo | undefined;
  }>;
  compiled: CompiledDefinition;
  columns: Columns;
  tally: PreviewTally;
  claims: Counted;
  personDays: Counted;
  /** what became of those that tell of others too, in the rows that are settled together */
  heads: Map<string, string | undefined>;
  shown: Shown[];
  /** by its number */
  firstRows: Map<number, FirstRow & { becomes: Shown[] }>;
  /** what was mended in rows, as counts by code */
  mended: Record<string, number>;
}>;

/** Keeps what becomes of a touch where its row is asked for, or among the first. */
export const show = ({ given, shown, firstRows }: Session, { row, touch }: Placed, what: () => Sample | RowProblem): void => {
  const first = firstRows.get(row.row);
  if (row.row !== given.row && !first) return;
  const made = what();
  const told = 'body' in made ? made : { row: row.row, channel: touch.channel, code: made.code, words: made.words };
  if (row.row === given.row) shown.push(told);
  first?.becomes.push(told);
};

/** Why a message is not made, in the order in which queueing asks. */
const skipOf = ({ claims, personDays, given }: Session, known: Known): string | undefined => {
  if (known.optedOut !== undefined) return known.optedOut;
  if (known.verdict === 'duplicate' || claims.count(known.claim) > 0) return 'duplicate';
  // a newer word about what there was is no message more
  if (known.verdict !== undefined) return undefined;
  const limit = given.definition.limits?.perPersonPerDay;
  if (limit === undefined || known.personDay === undefined) return undefined;
  return known.sentThatDay + personDays.count(known.personDay) >= limit ? 'person_limit' : undefined;
};

const headKey = ({ touch: { channel, offset } }: Placed, row: number): string => `${row}.${channel}.${offset}`;

const settle = (session: Session, { placed, message }: Waiting, known: Known): void => {
  const { tally, claims, personDays, columns, heads } = session;
  const code = skipOf(session, known);
  heads.set(headKey(placed, placed.row.row), code);
  if (code === undefined) {
    claims.add(known.claim);
    if (known.personDay !== undefined && known.verdict === undefined) personDays.add(known.personDay);
    if (known.verdict === 'corrects') tallyCorrection(tally, placed, message);
    else tallyMessage(tally, placed, message);
    if (known.verdict === 'replaces') tally.changes.replaced += 1;
    return show(session, placed, () => sampleOf(placed, message, session.given.definition.timezone));
  }
  if (code === 'duplicate') tallyDuplicate(tally, known.verdict === 'duplicate' ? 'known' : 'inFile');
  else tallySkipped(tally, code);
  return show(session, placed, () => problemOf(placed.row, { code }, columns));
};

/** What another row's message tells becomes what that one becomes: a part of it, or left out like it. */
const settleJoined = (session: Session, { placed, message: { head = 0 } }: Waiting, known: Known): void => {
  const { tally, columns, heads } = session;
  const key = headKey(placed, head);
  const before = known.verdict === 'duplicate' ? 'duplicate' : known.optedOut;
  const code = heads.has(key) ? heads.get(key) : before;
  if (code === undefined) tallyJoined(tally);
  else if (code === 'duplicate') tallyDuplicate(tally, known.verdict === 'duplicate' ? 'known' : 'inFile');
  else tallySkipped(tally, code);
  show(session, placed, () => problemOf(placed.row, { code: code ?? 'joined' }, columns));
};

/** What becomes of messages once it is known what the company knows of them. Those that tell of other rows come first. */
export const settleAll = async (session: Session, waiting: readonly Waiting[]): Promise<void> => {
  if (waiting.length === 0) return;
  const known = await session.given.lookUp(waiting);
  session.heads.clear();
  waiting.forEach((one, n) => one.message.head === undefined && settle(session, one, known[n]!));
  waiting.forEach((one, n) => one.message.head !== undefined && settleJoined(session, one, known[n]!));
};
