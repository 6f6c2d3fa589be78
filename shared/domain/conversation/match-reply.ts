/** A message of ours that somebody may answer, as it was when it was sent. Times are UTC ISO. */
export type Context = Readonly<{
  messageId: string;
  campaignId: string;
  /** what the appointment is known by, where the campaign says so */
  appointment?: string | undefined;
  sentAt: string;
  /** until when it is worth anything: for a reminder, its appointment */
  until?: string | undefined;
  /** what a message after it is made of, besides */
  claim: string;
  run: number;
}>;

export type Match =
  Readonly<{ kind: 'one'; context: Context }> | Readonly<{ kind: 'several'; contexts: readonly Context[] }> | Readonly<{ kind: 'none' }>;

/** Sentences like "see you then" come after a visit too, and are about none. */
const isOpen = ({ sentAt, until }: Context, at: string): boolean =>
  until === undefined ? Date.parse(at) - Date.parse(sentAt) < 3 * 86_400_000 : until > at;

/** Their clock is not ours, milliseconds. */
const clocksMs = 60_000;
const isBefore = ({ sentAt }: Context, at: string): boolean => Date.parse(sentAt) <= Date.parse(at) + clocksMs;

/** Whether somebody may mean it at `at`, UTC ISO. */
export const isOpenContext = (context: Context, at: string): boolean => isBefore(context, at) && isOpen(context, at);

/** The packet and the row of a message id. */
const placeOf = (messageId: string): readonly [packet: string, row: string] => {
  const [packet = '', chunk = '', row = ''] = messageId.split('-');
  return [packet, `${chunk}-${row}`];
};

/**
 * Whether two messages are about the same appointment: by its key; else by their row; and, from different files of one campaign, by the hour
 * of the appointment. Two rows of one file are two appointments.
 */
const isSame = (one: Context, other: Context): boolean => {
  if (one.campaignId !== other.campaignId) return false;
  if (one.appointment !== undefined || other.appointment !== undefined) return one.appointment === other.appointment;
  const [packet, row] = placeOf(one.messageId);
  const [otherPacket, otherRow] = placeOf(other.messageId);
  return packet === otherPacket ? row === otherRow : one.until !== undefined && one.until === other.until;
};

const newestFirst = (contexts: readonly Context[]): readonly Context[] =>
  [...contexts].sort((one, other) =>
    one.sentAt === other.sentAt ? (one.messageId < other.messageId ? 1 : -1) : one.sentAt < other.sentAt ? 1 : -1,
  );

/** The newest message of each appointment. */
const appointmentsIn = (contexts: readonly Context[]): readonly Context[] =>
  contexts.reduce<readonly Context[]>((known, one) => (known.some((other) => isSame(one, other)) ? known : [...known, one]), []);

/**
 * Which message a reply of `at` answers: the one that it names, else the only appointment that is open; where several are, the newest of them
 * if the company says so.
 */
export const matchReply = (
  contexts: readonly Context[],
  { at, named, rule }: Readonly<{ at: string; named?: string | undefined; rule: (context: Context) => 'latest' | 'person' }>,
): Match => {
  const known = contexts.find(({ messageId }) => messageId === named);
  if (known) return { kind: 'one', context: known };
  const open = appointmentsIn(newestFirst(contexts).filter((one) => isOpenContext(one, at)));
  const [newest] = open;
  if (!newest) return { kind: 'none' };
  return open.length === 1 || rule(newest) === 'latest' ? { kind: 'one', context: newest } : { kind: 'several', contexts: open };
};
