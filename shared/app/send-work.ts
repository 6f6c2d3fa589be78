import type { Cause } from '#domain/kernel/event.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { leaseWork } from './lease-work.ts';
import { recoverWork } from './recover-work.ts';
import { requeueWork } from './requeue-work.ts';
import { sendGroup } from './send-group.ts';
import { wakeWork } from './wake-work.ts';
import { commitWork, decideIn, LeaseLost, type WorkSession } from './work-session.ts';

/** A handler takes no further group after this much real time, so that no door works longer than its 300 s. */
const mostMs = 180_000;

const nothingLeft = ({ item }: WorkSession): boolean => item.pending.length === 0 && item.inFlight.length === 0;

const cancelAll = async (session: WorkSession): Promise<void> => {
  const indexes = session.item.pending.map(([index]) => index);
  await commitWork(session, decideIn(session, session.item, { type: 'CancelMessages', data: { indexes, code: 'campaign_archived' } }));
};

/** An item of before versions were noted has messages that know theirs. */
const versionOf = ({ item, messages }: WorkSession): number | undefined => item.version ?? messages[0]?.version;

/** Groups until nothing is due, the campaign stands still, or the handler's time is over. */
const sendGroups = async (session: WorkSession): Promise<void> => {
  const { house } = session;
  const started = house.clock.realMs();
  for (let more = !nothingLeft(session); more && !nothingLeft(session);) {
    if (house.clock.realMs() - started > mostMs) return;
    const campaign = (await readCampaign(house.documents, session.item.campaignId))?.campaign;
    if (campaign?.status === 'archived') return cancelAll(session);
    if (campaign?.status !== 'active') return;
    if (campaign.approved.version !== versionOf(session)) return requeueWork(session, campaign);
    more = await sendGroup(session, campaign);
  }
};

/** Gives the lease back and asks to be called again where something waits for real time: an answer in doubt, a provider that wants a pause. */
const release = async (session: WorkSession): Promise<void> => {
  const { house, path, provider } = session;
  if (nothingLeft(session)) return;
  const hadDoubts = session.item.inFlight.length > 0;
  await commitWork(session, { item: session.item, events: [] }, { keep: false });
  const { notBefore = 0 } = session.item;
  const pauseMs = Math.max(0, notBefore - house.clock.realMs());
  const doubtMs = hadDoubts ? provider.callTimeoutMs + Math.min(provider.listLagMs, 60_000) + 2_000 : 0;
  const delayMs = pauseMs > 0 ? pauseMs : doubtMs;
  if (delayMs > 0) await wakeWork(house, [{ item: session.item, hint: { data: { path }, key: `${path}@later`, delayMs } }]);
};

/**
 * Sends what is due of one work item: lease, recover what is in doubt, then group by group intent, calls, results. Whatever it can't
 * finish stays in the item for the next handler.
 */
export const sendWork = async (house: House, path: string, cause: Cause): Promise<void> => {
  const session = await leaseWork(house, path, cause);
  if (!session) return;
  try {
    if (session.item.inFlight.length > 0) await recoverWork(session);
    await sendGroups(session);
    await release(session);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    // The next delivery need not wait for the lease to run out; what was in flight it finds in the item. If not even this can be stored, it waits.
    await release(session).catch(() => undefined);
    throw error;
  }
};
