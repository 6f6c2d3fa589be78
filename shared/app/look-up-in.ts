import { verdictOn, type Verdict } from '#domain/message/held-claim.ts';
import { holdClaims } from './hold-claims.ts';
import type { House } from './house.ts';
import { nameTouches, type TextTouch } from './name-touches.ts';
import { optedOutAmong } from './opted-out-among.ts';
import { personDayPath, type PersonDay } from './person-day-writes.ts';
import type { Message, Placed } from './sample-of.ts';
import { addresseeOf } from './skip-opted-out.ts';

/** What a message is known by, and what the company knows of it already. */
export type Known = Readonly<{
  claim: string;
  /** what it is to the message that has its claim */ verdict?: Verdict;
  /** why the person gets none: by a mark that stands */
  optedOut?: string;
  personDay?: string;
  sentThatDay: number;
}>;

export type Waiting = Readonly<{ placed: Placed; message: Message }>;

/** Looks up what the company knows of these messages. Reads alone. */
export type LookUp = (waiting: readonly Waiting[]) => Promise<readonly Known[]>;

/** Whose file it is; `from`: the campaign's sender; `corrections`: the campaign corrects what was sent. */
export type Asking = Readonly<{ companyId: string; campaignId: string; from: string; corrections: boolean }>;

/** A file that is dropped now is newer than any other. */
const order = Number.MAX_SAFE_INTEGER;

const namedTouches = async (house: House, { companyId, campaignId }: Asking, waiting: readonly Waiting[]) => {
  const touches = waiting.map(({ placed: { row, touch }, message }): TextTouch => {
    const { channel, offset } = touch;
    return { ...message, claim: '', place: { row: row.row, channel, offset } };
  });
  const named = nameTouches(house, companyId, touches);
  const { touches: held } = await holdClaims(house, { companyId, campaignId, order }, named);
  return held.flatMap((touch) => (touch.kind === 'message' ? [touch] : []));
};

type Named = Awaited<ReturnType<typeof namedTouches>>[number];

/** As queueing decides it: who says once more what the owner says leaves no other row to take its place. */
const verdictsOf = ({ campaignId, corrections }: Asking, touches: readonly Named[]): readonly (Verdict | undefined)[] => {
  const confirmed = new Set(touches.flatMap(({ claim, facts, held }) => (facts !== undefined && held?.facts === facts ? [claim] : [])));
  return touches.map(({ claim, facts = '', held }) => {
    if (!held) return undefined;
    return confirmed.has(claim) ? 'duplicate' : verdictOn(held, { campaignId, order, facts, corrections });
  });
};

export const lookUpIn =
  (house: House, asking: Asking): LookUp =>
  async (waiting) => {
    const { documents } = house;
    const touches = await namedTouches(house, asking, waiting);
    const verdicts = verdictsOf(asking, touches);
    const days = [...new Set(touches.flatMap(({ personDay }) => (personDay === undefined ? [] : [personDay])))];
    const { companyId, from } = asking;
    const [{ codes }, counts] = await Promise.all([
      optedOutAmong(
        house,
        { companyId, everywhere: false },
        touches.map((touch) => addresseeOf(touch, from)),
      ),
      documents.getMany<PersonDay>(days.map(personDayPath)),
    ]);
    const countOf = new Map(days.map((day, n) => [day, counts[n]?.data.count ?? 0]));
    return touches.map((touch, n): Known => {
      const { claim, personDay } = touch;
      const verdict = verdicts[n];
      const optedOut = codes[n];
      const day = personDay === undefined ? {} : { personDay };
      return {
        claim,
        ...(verdict === undefined ? {} : { verdict }),
        ...(optedOut === undefined ? {} : { optedOut }),
        ...day,
        sentThatDay: countOf.get(personDay ?? '') ?? 0,
      };
    });
  };
