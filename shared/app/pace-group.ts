import type { Definition } from '#domain/campaign/definition.ts';
import { instantText } from '#domain/kernel/local-time.ts';
import type { Rechecked } from '#domain/work/recheck.ts';
import type { Rank } from '#domain/work/token-block.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { reserveQuota, type Reserved, type Waiting } from './reserve-quota.ts';
import { openPace, type Pace } from './limits-of-sender.ts';
import { registeredSenders } from './registered-senders.ts';
import { saySeldom } from './say-seldom.ts';
import { senderIn } from './route-group.ts';
import type { WorkSession } from './work-session.ts';

/** One person waits for it; people asked for it; a company wants to tell them something. */
const rankOf = ({ priority }: Pick<WorkItem, 'priority'>, { purpose }: Pick<Definition, 'purpose'>): Rank => {
  if (priority === 'now') return 0;
  return purpose === 'marketing' ? 2 : 1;
};

/** What is held back by a number that is not registered is looked at again after this much business time, milliseconds. */
const unregisteredMs = 600_000;

type Held = Omit<Waiting, 'why'> & Readonly<{ why: Waiting['why'] | 'registration' }>;

/** Of a campaign's, brand's or company's limit nothing is left for the others of the item either; a number's holds back what it sends. */
const holdsBack = (session: WorkSession, { index, why }: Held, other: number): boolean => {
  // whoever is elsewhere may still be written to
  if (why === 'registration') return false;
  if (why !== 'number_second' && why !== 'brand_day') return true;
  return senderIn(session, index) === senderIn(session, other);
};

export type Paced = Readonly<{
  go: readonly Readonly<{ index: number; validitySeconds: number; notBefore: string }>[];
  /** with those of the item that have not been asked for, and would ask in vain */
  postpone: readonly (readonly [number, string])[];
  waits: WorkItem['waits'];
  reserved: Reserved;
  pace: Pace;
}>;

const firstOf = (waits: readonly Held[], postponed: Rechecked['postpone']): WorkItem['waits'] => {
  const all = [...waits, ...postponed.map(([, until]) => ({ until, why: 'window' as const }))];
  const [first] = all.sort((one, other) => (one.until < other.until ? -1 : 1));
  return first && { why: first.why, until: first.until };
};

/** Messages to the United States whose number carriers there do not know. */
const unregistered = async (
  session: WorkSession,
  { registration, purpose }: Definition,
  { go, now }: Readonly<{ go: Rechecked['go']; now: string }>,
): Promise<readonly Held[]> => {
  const { house, item, messages } = session;
  const { companyId, channel } = item;
  const senders = go.flatMap(({ index }) => senderIn(session, index) ?? []);
  const maySend = await registeredSenders(house, { companyId, channel, registration, purpose }, senders);
  const held = go.filter(({ index }) => !maySend(senderIn(session, index) ?? '', messages[index]?.to ?? ''));
  if (held.length > 0)
    saySeldom(
      house,
      `unregistered ${companyId}`,
      { companyId },
      'a number is not registered for the United States: what it would send there waits',
    );
  const until = instantText(Date.parse(now) + unregisteredMs);
  return held.map(({ index }) => ({ index, until, why: 'registration' }));
};

/** Who of a group may go, when each of them, and what the others wait for. */
export const paceGroup = async (
  session: WorkSession,
  definition: Definition,
  { go, postpone, now }: Pick<Rechecked, 'go' | 'postpone'> & Readonly<{ now: string }>,
): Promise<Paced> => {
  const { house, item, messages } = session;
  const about = { companyId: item.companyId, campaignId: item.campaignId, rank: rankOf(item, definition) };
  const pace = (session.pace ??= openPace(house, about));
  const held = await unregistered(session, definition, { go, now });
  const isHeld = new Set(held.map(({ index }) => index));
  const asked = go
    .filter(({ index }) => !isHeld.has(index))
    .map(({ index }) => ({ index, from: senderIn(session, index) ?? '', segments: messages[index]?.segments ?? 1 }));
  const reserved = await reserveQuota({ pace, now }, definition, asked);
  const waits: readonly Held[] = [...held, ...reserved.waits];
  const looked = new Set([...go.map(({ index }) => index), ...postpone.map(([index]) => index)]);
  const unlooked = waits.length === 0 ? [] : item.pending.filter(([index, sendAt]) => sendAt <= now && !looked.has(index));
  const scopes = [...new Map(waits.map((wait) => [`${wait.why}.${senderIn(session, wait.index)}`, wait])).values()];
  const alike = unlooked.flatMap(([index]) => {
    const until = scopes.find((wait) => holdsBack(session, wait, index))?.until;
    return until === undefined ? [] : [[index, until] as const];
  });
  return {
    go: go.flatMap((one) => {
      const notBefore = reserved.go.get(one.index);
      return notBefore === undefined ? [] : [{ ...one, notBefore }];
    }),
    postpone: [...postpone, ...waits.map(({ index, until }) => [index, until] as const), ...alike],
    waits: firstOf(waits, postpone),
    reserved,
    pace,
  };
};
