import { optOutCodes } from '../kernel/opt-out-codes.ts';
import { firingOfOffset } from '../kernel/firing-offset.ts';
import { messageIdIn, type Place } from '../kernel/ids.ts';
import { nextFollowUpPlace, placeKeyOf, touchOf, type ChunkMessage, type ChunkMessages, type QueuedEvent } from './chunk-messages.ts';

/** Sending the same to the same number again would fail again, or must not be tried: the person said no. */
const hopeless: ReadonlySet<string> = new Set([
  ...optOutCodes,
  'blocked',
  'known_litigator',
  'number_invalid',
  'number_missing',
  'not_mobile',
  'landline',
  'address_invalid',
  'address_unknown',
  'address_gone',
  'body_missing',
  'body_too_long',
  'media_invalid',
]);

export type ToResend = Readonly<{
  stream: string;
  messages: ChunkMessages;
  /** business time, UTC ISO */
  now: string;
  /** the run that sends them again */
  run: number;
  /** of these reasons alone */
  codes?: readonly string[] | undefined;
  /** of these messages alone */
  only?: readonly string[] | undefined;
  /** the campaign knows when its rows' appointments are: they end its messages */
  isDated: boolean;
  /** until when a message that no appointment ends is worth something from now on, UTC ISO */
  validUntil: string;
  /** whether somebody else's message has taken the claim meanwhile */
  isTaken: (claim: string, messageId: string) => boolean;
}>;

export type Resent = Readonly<{
  events: readonly QueuedEvent[];
  /** failed messages that are not sent again, by the reason why */
  left: Readonly<Record<string, number>>;
}>;

const hasFailed = ({ status }: ChunkMessage): boolean => status === 'failed' || status === 'undelivered';

/** Messages that were sent again already, whatever became of that. */
const resentIn = (messages: ChunkMessages): ReadonlySet<string> =>
  new Set(
    Array.from(messages.values(), ({ queued }) => queued.data.followUp).flatMap((after) => (after?.kind === 'resend' ? [after.of] : [])),
  );

const dayMs = 86_400_000;

type Told = Pick<Place, 'channel' | 'offset'>;

/** The touch that a message is told for, also where it was sent again or went another way. */
const toldFor = ({ data }: QueuedEvent, messages: ChunkMessages): Told => {
  const { channel, offset } = data.followUp?.touch ?? touchOf(messages, data);
  return { channel, offset };
};

/**
 * Messages that nothing ends are worth something for days; those are given anew. The end of an appointment stays, and so does the next firing,
 * also where that is three days away.
 */
const endOf = (queued: QueuedEvent, { now, validUntil, isDated, messages }: ToResend): string | undefined => {
  const { sendAt, validUntil: ends } = queued.data;
  const isEnded = isDated || firingOfOffset(toldFor(queued, messages).offset) !== undefined;
  if (ends === undefined || (!isEnded && Date.parse(ends) - Date.parse(sendAt) === 3 * dayMs)) return validUntil;
  return ends > now ? ends : undefined;
};

/** Why a failed message is not sent again; undefined: it is. */
const reasonNot = (one: ChunkMessage, id: string, asked: ToResend): string | undefined => {
  const code = one.code ?? 'unknown';
  if (hopeless.has(code)) return code;
  if (asked.codes && !asked.codes.includes(code)) return 'not_asked_for';
  if ((one.queued.private?.to ?? '') === '') return 'forgotten';
  if (endOf(one.queued, asked) === undefined) return 'window_past';
  return asked.isTaken(one.queued.data.claim, id) ? 'duplicate' : undefined;
};

/**
 * The failed messages of a chunk once more: the same words to the same people, each as a message of its own that names the one before. One
 * that was sent again is not sent again twice; if that fails too, it is the one to send again.
 */
export const resend = (asked: ToResend): Resent => {
  const { stream, messages, now, run } = asked;
  const resent = resentIn(messages);
  const left: Record<string, number> = {};
  const known = new Map(messages);
  const events: QueuedEvent[] = [];
  for (const one of messages.values()) {
    const { queued } = one;
    const id = messageIdIn(stream, queued.data);
    if (!hasFailed(one) || resent.has(id) || asked.only?.includes(id) === false) continue;
    const reason = reasonNot(one, id, asked);
    if (reason !== undefined) {
      left[reason] = (left[reason] ?? 0) + 1;
      continue;
    }
    const { replaces: _, ...data } = queued.data;
    const place = nextFollowUpPlace(known, data);
    const validUntil = endOf(queued, asked);
    const again: QueuedEvent = {
      type: 'MessageQueued',
      data: {
        ...data,
        ...place,
        run,
        sendAt: now,
        ...(validUntil === undefined ? {} : { validUntil }),
        followUp: { kind: 'resend', of: id, touch: toldFor(queued, known) },
      },
      private: queued.private,
    };
    known.set(placeKeyOf(place), { queued: again, status: 'queued' });
    events.push(again);
  }
  return { events, left };
};
