import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { fallbackMinutes } from '#domain/campaign/fallback-entries.ts';
import { stopScopeOf } from '#domain/kernel/stop-codes.ts';
import { dueIndexes, type WorkItem } from '#domain/work/work-item.ts';
import { recheck, type Rechecked } from '#domain/work/recheck.ts';
import { isMisconfigured, isTurnedAway, type WorkDecision } from '#domain/work/work.ts';
import { DocumentMoved, type DocumentExpectation } from '#ports/documents.ts';
import { answeredMessages } from './answered-messages.ts';
import { callProvider, lastCallAt, type Call } from './call-provider.ts';
import type { Overtaken } from './appointment-path.ts';
import { contextWrites, isAnswerable } from './context-writes.ts';
import { knownCompany } from './known-company.ts';
import { ofRecipient } from './log-calls.ts';
import { nobodyOptedOut, optedOutAmong, type Addressee } from './opted-out-among.ts';
import { overtakenMessages } from './overtaken-messages.ts';
import { paceGroup, type Paced } from './pace-group.ts';
import { returnQuota } from './reserve-quota.ts';
import { noteHealth } from './note-health.ts';
import { isStopText, passingOptOut } from './stop-text.ts';
import { routeGroup, senderIn } from './route-group.ts';
import { stopRoute } from './stop-route.ts';
import { takeOptOuts } from './take-opt-outs.ts';
import { suppressionPaths } from './suppression-path.ts';
import { commitDecided, commitWork, decideIn, ItemMoved, leaseOf, type WorkMessage, type WorkSession } from './work-session.ts';

/** Messages whose intents are stored, and that are called, together: a pause stops within one group. */
const groupSize = 50;
/** Real time to leave a provider alone after it turned requests away: doubled each time, up to five minutes. */
const backoffMs = (attempt: number): number => Math.min(300_000, 500 * 2 ** Math.min(attempt, 10));

type Active = Extract<KnownCampaign, { status: 'active' }>;

const messageAt = (session: WorkSession, index: number): WorkMessage => {
  const message = session.messages[index];
  if (!message) throw new Error(`the payload of the work item has no message ${index}`);
  return message;
};

type Aside = Pick<Rechecked, 'expired' | 'postpone'> &
  Pick<Paced, 'waits'> &
  Readonly<{ forgotten: readonly number[]; needless: readonly number[]; overtaken: readonly (readonly [number, Overtaken])[] }>;

/** Forgotten, answered, expired and postponed ones leave the group before it is stored. */
const tidied = (session: WorkSession, { forgotten, needless, overtaken, expired, postpone, waits }: Aside): WorkDecision => {
  const gone = decideIn(session, session.item, { type: 'CancelMessages', data: { indexes: forgotten, code: 'forgotten' } });
  const overtakenBy = (code: Overtaken) => overtaken.filter(([, why]) => why === code).map(([index]) => index);
  const old = decideIn(session, gone.item, { type: 'CancelMessages', data: { indexes: overtakenBy('replaced'), code: 'replaced' } });
  const away = decideIn(session, old.item, { type: 'CancelMessages', data: { indexes: overtakenBy('vanished'), code: 'vanished' } });
  const told = decideIn(session, away.item, { type: 'CancelMessages', data: { indexes: needless, code: 'answered' } });
  const ended = decideIn(session, told.item, { type: 'ExpireMessages', data: { indexes: expired, code: 'window_past' } });
  const moved = decideIn(session, ended.item, { type: 'PostponeMessages', data: { to: postpone, ...(waits ? { waits } : {}) } });
  return { events: [...gone.events, ...old.events, ...away.events, ...told.events, ...ended.events], item: moved.item };
};

const addresseeAt = (session: WorkSession, index: number): Addressee => {
  const { to, place, from } = messageAt(session, index);
  return { channel: place.channel, to, from: senderIn(session, index) ?? from };
};

/** Marks that are about other brands are known from then on, so that one of them stops a commit once. */
const cancelOptedOut = async (session: WorkSession, indexes: readonly number[]): Promise<void> => {
  const { house, item } = session;
  const all = indexes.map((index) => addresseeAt(session, index));
  const { codes, others } = await optedOutAmong(house, { companyId: item.companyId, everywhere: true }, all);
  session.otherMarks = new Map([...(session.otherMarks ?? []), ...others]);
  for (const one of all.flatMap((reached) => suppressionPaths(house, item.companyId, reached)))
    if (!others.has(one)) session.otherMarks.delete(one);
  const optedOut = indexes.filter((_, n) => codes[n] !== undefined);
  const data = { indexes: optedOut, code: 'opted_out' };
  if (optedOut.length > 0) await commitDecided(session, (held) => decideIn(session, held, { type: 'CancelMessages', data }));
};

type Intended = Readonly<{
  indexes: readonly number[];
  leaseEnds: number;
  stands: readonly DocumentExpectation[];
  definition: Definition;
}>;

/**
 * Stores the intents; false when somebody opted out meanwhile (those are canceled) or messages gave way to newer ones: what is left comes
 * with the next group.
 */
const intend = async (
  session: WorkSession,
  before: WorkDecision,
  { indexes, leaseEnds, stands, definition }: Intended,
): Promise<boolean> => {
  const { house, provider, item, from } = session;
  const { name, accountId } = provider;
  // a handler that dies may have called as late as this; one that lives tells better when it has an answer
  const startedAt = new Date(lastCallAt(provider, leaseEnds)).toISOString();
  const intent = decideIn(session, before.item, { type: 'IntendMessages', data: { indexes, provider: name, accountId, startedAt, from } });
  const passing = await passingOptOut(session, indexes);
  const others = indexes.filter((index) => !passing.has(index));
  const all = others.map((index) => addresseeAt(session, index));
  const noOptOuts = nobodyOptedOut(house, item.companyId, all, session.otherMarks);
  const documents = await contextWrites(session, definition, indexes);
  const events = [...before.events, ...intent.events];
  try {
    await commitWork(session, { item: intent.item, events }, { expects: [...noOptOuts, ...passing.values(), ...stands], documents });
    return true;
  } catch (error) {
    if (!(error instanceof DocumentMoved)) throw error;
    if (!(error instanceof ItemMoved)) await cancelOptedOut(session, others);
    return false;
  }
};

/** Of a call that waited for its turn, or for a slow provider, the lag of the provider's list begins at its end, not at its intent. */
const inDoubtSince = (item: WorkItem, outcomes: Awaited<ReturnType<typeof callProvider>>, endedAt: string): WorkItem => {
  const unknown = new Set(outcomes.flatMap(([index, { kind }]) => (kind === 'unknown' ? [index] : [])));
  return {
    ...item,
    inFlight: item.inFlight.map(([index, since, ...via]) => [index, unknown.has(index) ? endedAt : since, ...via] as const),
  };
};

/** Whether a way was stopped: what was not called, or was refused because of it, may have another one. */
const stopRoutes = async (session: WorkSession, outcomes: Awaited<ReturnType<typeof callProvider>>): Promise<boolean> => {
  const { house, item, cause, provider } = session;
  const account = { provider: provider.name, accountId: provider.accountId };
  let isStopped = false;
  for (const [index, outcome] of outcomes) {
    if (!isMisconfigured(outcome)) continue;
    const { code, providerCode } = outcome;
    const said = { companyId: item.companyId, account, channel: item.channel, from: senderIn(session, index), code, providerCode };
    await stopRoute(house, said, { ...cause, now: house.clock.now() });
    isStopped = true;
  }
  return isStopped;
};

/** What the provider took, and what it refused for reasons of its own, says how it is. */
const noteOutcomes = async ({ house, item, provider }: WorkSession, outcomes: Awaited<ReturnType<typeof callProvider>>): Promise<void> => {
  const { name, accountId, isMute } = provider;
  const isOurs = (code: string): boolean => stopScopeOf(code) === undefined && !ofRecipient.has(code);
  const failed = outcomes.filter(([, one]) => one.kind === 'refused' && !one.retryable && isOurs(one.code)).length;
  const accepted = outcomes.filter(([, { kind }]) => kind === 'accepted').length;
  const about = { companyId: item.companyId, provider: name, accountId, channel: item.channel, ...(isMute ? { isMute } : {}) };
  const counts = { sent: accepted + failed, ended: failed, undelivered: failed };
  noteHealth(house, await knownCompany(house, item.companyId), about, counts);
};

/** Calls the provider for intents that are stored, and stores what it answered together with the item. */
const callAndRecord = async (session: WorkSession, calls: readonly Call[], leaseEnds: number): Promise<boolean> => {
  const { house, provider } = session;
  const sentAt = house.clock.now();
  const outcomes = await callProvider(session, calls, leaseEnds);
  await takeOptOuts(session, outcomes, sentAt);
  const { name, accountId } = provider;
  const data = { outcomes, provider: name, accountId, now: house.clock.now() };
  const turnedAway = outcomes.some(([, outcome]) => isTurnedAway(outcome));
  const asked = outcomes.map(([, outcome]) => (outcome.kind === 'refused' ? (outcome.retryAfterMs ?? 0) : 0));
  await commitDecided(session, (held) => {
    const { events, item } = decideIn(session, held, { type: 'RecordOutcomes', data });
    const notBefore = house.clock.realMs() + Math.max(backoffMs(item.attempt), ...asked);
    const doubted = inDoubtSince(item, outcomes, new Date(house.clock.realMs()).toISOString());
    return { events, item: turnedAway ? { ...doubted, notBefore } : doubted };
  });
  await noteOutcomes(session, outcomes);
  const isStopped = await stopRoutes(session, outcomes);
  return !turnedAway && (isStopped || !outcomes.some(([, { kind }]) => kind === 'not_called'));
};

/** Stores a group of which none goes; whether something is left to look at. */
const setAside = async (session: WorkSession, decision: WorkDecision): Promise<boolean> => {
  try {
    await commitWork(session, decision);
  } catch (error) {
    // messages or their claims went to newer ones: look at what is left
    if (!(error instanceof DocumentMoved)) throw error;
  }
  return session.item.pending.length > 0;
};

type NoWay = Readonly<{ noRoute: WorkItem['noRoute']; waiting: readonly number[] }>;

/** Every way of what is due is stopped: it waits until one is open again, or it is worth nothing any more. */
const noWay = async (session: WorkSession, definition: Definition, { noRoute, waiting }: NoWay): Promise<false> => {
  if (!noRoute) return false;
  const messages = waiting.map((index) => ({ index, ...messageAt(session, index) }));
  const { expired } = recheck(definition, messages, session.house.clock.now());
  const data = { indexes: expired, code: 'window_past' };
  await commitDecided(session, (held) => {
    const { events, item } = decideIn(session, held, { type: 'ExpireMessages', data });
    return { events, item: { ...item, noRoute } };
  });
  return false;
};

/** Nothing else tells by another channel what was said about this one. */
const isAboutConsent = ({ messages }: WorkSession): boolean => messages.every(({ followUp }) => followUp?.kind === 'consent');

/** Confirmations of an opt-out that stands no more. */
const undoneStops = async (session: WorkSession, indexes: readonly number[]): Promise<readonly number[]> => {
  const passing = await passingOptOut(session, indexes);
  return indexes.filter((index) => isStopText(messageAt(session, index)) && !passing.has(index));
};

/** One group of messages whose hour has come. Returns whether there may be another one for this handler. */
export const sendGroup = async (session: WorkSession, campaign: Active): Promise<boolean> => {
  const { house, item } = session;
  const now = house.clock.now();
  const checkedAt = house.clock.realMs();
  const waiting = dueIndexes(item, now, item.pending.length);
  if (waiting.length === 0) return false;
  const { indexes: due, noRoute } = await routeGroup(session, waiting, groupSize);
  const { definition } = campaign.approved;
  if (due.length === 0) return noWay(session, definition, { noRoute, waiting });
  session.fallbackMinutes ??= isAboutConsent(session) ? null : (fallbackMinutes(definition, item.channel) ?? null);
  const forgotten = due.filter((index) => messageAt(session, index).to === '');
  const known = due.filter((index) => messageAt(session, index).to !== '');
  const undone = await undoneStops(session, known);
  const {
    overtaken,
    standing: current,
    expects: stands,
  } = await overtakenMessages(
    session,
    known.filter((index) => !undone.includes(index)),
  );
  const { needless, standing } = await answeredMessages(session, current, isAnswerable(definition));
  const checked = recheck(
    definition,
    standing.map((index) => ({ index, ...messageAt(session, index) })),
    now,
  );
  const { go, reserved, pace, ...paced } = await paceGroup(session, definition, { ...checked, now });
  const before = tidied(session, { forgotten, needless: [...needless, ...undone], overtaken, expired: checked.expired, ...paced });
  const calls = go.map((call) => ({ ...call, checkedAt, message: messageAt(session, call.index) }));
  if (calls.length === 0) return setAside(session, before);
  const indexes = calls.map(({ index }) => index);
  // the commit of the intents renews the lease from here on, however long it takes
  const leaseEnds = house.clock.realMs() + leaseOf(house);
  if (await intend(session, before, { indexes, leaseEnds, stands, definition })) return callAndRecord(session, calls, leaseEnds);
  returnQuota(pace, reserved, indexes);
  return true;
};
