import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { accountOf, dueIndexes, type WorkItem } from '#domain/work/work-item.ts';
import type { BusMessage } from '#ports/message-bus.ts';
import { readCampaign } from './campaign-document.ts';
import { isHalted } from './halt-company.ts';
import type { House } from './house.ts';
import { leaseWork } from './lease-work.ts';
import { recoverWork } from './recover-work.ts';
import { requeueWork } from './requeue-work.ts';
import { closePace } from './reserve-quota.ts';
import { sendGroup } from './send-group.ts';
import { leaveSeat, turnIn, waitForTurn } from './wait-for-turn.ts';
import { areSitesMoved } from './are-sites-moved.ts';
import { wakeWork } from './wake-work.ts';
import { commitDecided, decideIn, LeaseLost, replacedCode, type WorkSession } from './work-session.ts';

/** A handler takes no further group this much real time after it began, doubts included, so that no door works longer than its 300 s. */
const mostMs = 180_000;

/** The bus waits for no delay that is much longer. */
const mostWaitMs = 60_000;

const nothingLeft = ({ item }: WorkSession): boolean => item.pending.length === 0 && item.inFlight.length === 0 && !item.replaced;

const cancelAll = (session: WorkSession): Promise<void> =>
  commitDecided(session, (item) => {
    const indexes = item.pending.map(([index]) => index);
    return decideIn(session, item, { type: 'CancelMessages', data: { indexes, code: 'campaign_archived' } });
  });

/** The streams of messages that gave way to newer ones are told. */
const tellReplaced = async (session: WorkSession): Promise<void> => {
  if (!session.item.replaced) return;
  await commitDecided(session, (item) => decideIn(session, item, { type: 'CancelReplaced', data: { code: replacedCode } }));
};

/** An item of before versions were noted has messages that know theirs. */
const versionOf = ({ item, messages }: WorkSession): number | undefined => item.version ?? messages[0]?.version;

/** What answers somebody stays as it is, whatever the campaign says by now. */
const isAnswer = ({ messages }: WorkSession): boolean =>
  messages.every(({ followUp }) => followUp?.kind === 'answer' || followUp?.kind === 'consent');

/** Whether its messages would be made otherwise now: by a newer version, or by what is said of a location since. */
const isOutdated = async (session: WorkSession, { approved }: Extract<KnownCampaign, { status: 'active' }>): Promise<boolean> =>
  approved.version !== versionOf(session) || areSitesMoved(session.house, session.item);

/** What is said about consent is due to whoever wrote, whether or not the campaign still sends. */
const standingOf = ({ messages }: WorkSession, campaign: KnownCampaign | undefined): KnownCampaign | undefined => {
  if (!campaign || campaign.status === 'active' || !messages.every(({ followUp }) => followUp?.kind === 'consent')) return campaign;
  const { version, definition, runs, approved = { version, definition } } = campaign;
  return { status: 'active', version, definition, runs, approved };
};

/** Groups until nothing is due, the campaign stands still, or the handler's time (real, milliseconds) is over. What a limit holds back for a moment is waited for. */
const sendGroups = async (session: WorkSession, endsAt: number): Promise<'stands' | void> => {
  const { house } = session;
  for (let more = !nothingLeft(session); more && !nothingLeft(session);) {
    const leftMs = endsAt - house.clock.realMs();
    if (leftMs <= 0 || (await isHalted(house, session.item.companyId))) return 'stands';
    await tellReplaced(session);
    const campaign = standingOf(session, (await readCampaign(house.documents, session.item.campaignId))?.campaign);
    if (campaign?.status === 'archived') return cancelAll(session);
    if (campaign?.status !== 'active') return 'stands';
    if (!isAnswer(session) && (await isOutdated(session, campaign))) return requeueWork(session, campaign);
    more = (await sendGroup(session, campaign)) || (await waitForTurn(session, leftMs));
  }
};

export type SendWorkOptions = Readonly<{
  /** whoever had the item may have died with it: where it is somebody else's, ask again when its lease is over */
  insists?: boolean;
  /** the lane that is worked off with it */
  lane?: LaneHint['lane'];
  /** takes hints that are to come later instead of waiting until they are told: some buses have no delays, and wait while they publish */
  afterwards?: Promise<unknown>[] | undefined;
}>;

type Later = Pick<SendWorkOptions, 'lane' | 'afterwards'>;

/** A failure is that of whoever waits for all of them in the end. */
const tellLater = async (told: Promise<unknown>, afterwards: SendWorkOptions['afterwards']): Promise<void> => {
  if (!afterwards) return void (await told);
  told.catch(() => undefined);
  afterwards.push(told);
};

/** A work item and the lane of its campaign's queue that goes on behind it. `dueAt`: the item's. */
export type LaneHint = Readonly<{
  path: string;
  lane: Readonly<{
    campaignId: string;
    lanes: readonly number[];
    dueAt: string;
    /** it has waited for a limit, and others may have gone home because it did */
    waited?: boolean | undefined;
  }>;
}>;

/**
 * Real time until this item should be looked at again, which no tick has to find: what a limit of pace holds back, by whoever waits for it in
 * the name of all, and at once where the handler's time was over.
 */
const turnMs = (session: WorkSession, endsAt: number): number | undefined => {
  const { house, item, seat } = session;
  const ms = turnIn(session);
  if (ms !== undefined && ms > 0) return ms <= mostWaitMs && (seat !== undefined || item.priority === 'now') ? ms : undefined;
  return house.clock.realMs() >= endsAt && dueIndexes(item, house.clock.now(), 1).length > 0 ? 0 : undefined;
};

/**
 * Gives the lease back and asks to be called again where something waits for real time: an answer in doubt, a provider that wants a pause, a
 * limit.
 */
const release = async (session: WorkSession, endsAt: number, { lane, afterwards }: Later): Promise<'waits' | void> => {
  const { house, path } = session;
  if (nothingLeft(session)) return;
  const turn = turnMs(session, endsAt);
  const asked = session.item.inFlight.map(
    ([, , via]) => (via === undefined ? undefined : house.providerFor(accountOf(via))) ?? session.provider,
  );
  await commitDecided(session, (item) => ({ item, events: [] }), { keep: false });
  const { notBefore = 0 } = session.item;
  const pauseMs = Math.max(0, notBefore - house.clock.realMs());
  const doubtMs = Math.max(0, ...asked.map(({ callTimeoutMs, listLagMs }) => callTimeoutMs + Math.min(listLagMs, 60_000) + 2_000));
  const delayMs = pauseMs > 0 ? pauseMs : doubtMs;
  const wake = (hint: BusMessage): Promise<void> => tellLater(wakeWork(house, [{ item: session.item, hint }]), afterwards);
  if (delayMs > 0) await wake({ data: { path }, key: `${path}@later`, delayMs });
  else if (turn !== undefined) {
    // whoever waited in the name of his lane goes on with it
    const data = lane ? { path, lane: { ...lane, waited: true } } : { path };
    await wake({ data, key: `${path}@turn`, delayMs: turn });
  }
  return session.item.waits && session.item.waits.until > house.clock.now() ? 'waits' : undefined;
};

/** Two clocks are never the same. */
const clocksMs = 500;

/** The delivery that was not acknowledged comes back long before the lease of the dead is over; without another hint the item would wait for the tick. */
export const comeAgain = async (
  house: House,
  { path, lane }: Partial<LaneHint> & { path: string },
  afterwards?: SendWorkOptions['afterwards'],
): Promise<void> => {
  const item = (await house.documents.get<WorkItem>(path))?.data;
  const leftMs = (item?.lease?.until ?? 0) - house.clock.realMs();
  if (!item || leftMs <= 0) return;
  const delayMs = Math.min(leftMs + clocksMs, mostWaitMs);
  const hint = { data: { path, insists: true, ...(lane ? { lane } : {}) }, key: `${path}@lease`, delayMs };
  await tellLater(wakeWork(house, [{ item, hint }]), afterwards);
};

/** `waits`: for a limit or its hour; `stands`: so does its campaign or company. */
export type Sent = Readonly<{ end: 'went' | 'waits' | 'stands'; /** it has waited for a limit, with its handler */ waited: boolean }>;

/**
 * Sends what is due of one work item: lease, recover what is in doubt, then group by group intent, calls, results. Whatever it can't
 * finish stays in the item for the next handler.
 */
export const sendWork = async (house: House, path: string, cause: Cause, options: SendWorkOptions = {}): Promise<Sent> => {
  const { insists = false, lane } = options;
  const endsAt = house.clock.realMs() + mostMs;
  const session = await leaseWork(house, path, cause);
  if (!session) {
    if (insists) await comeAgain(house, { path, ...(lane ? { lane } : {}) }, options.afterwards);
    return { end: 'went', waited: false };
  }
  const sent = (end: Sent['end']): Sent => ({ end, waited: session.seat !== undefined });
  try {
    if (session.item.inFlight.length > 0) await recoverWork(session);
    const stands = await sendGroups(session, endsAt);
    await tellReplaced(session);
    const waits = await release(session, endsAt, options);
    return sent(stands ?? waits ?? 'went');
  } catch (error) {
    if (error instanceof LeaseLost) return sent('went');
    // The next delivery need not wait for the lease to run out; what was in flight it finds in the item. If not even this can be stored, it waits.
    await release(session, endsAt, options).catch(() => undefined);
    throw error;
  } finally {
    leaveSeat(session);
    if (session.pace) await closePace(session.pace);
  }
};
