import type { CallOutcome } from '#domain/work/work.ts';
import { optOutTold } from './opt-out-reported.ts';
import { senderIn } from './route-group.ts';
import type { WorkSession } from './work-session.ts';

/**
 * Opt-outs that a provider knows and we did not, written down before its answers are: whoever dies in between leaves the message in flight, and the mark
 * keeps it from going again. What can't be written down is told by the next refusal. `sentAt`: business time from which the provider was called.
 */
export const takeOptOuts = async (
  session: WorkSession,
  outcomes: readonly (readonly [number, CallOutcome])[],
  sentAt: string,
): Promise<void> => {
  const { house, item, provider, cause } = session;
  const { companyId, campaignId, payload } = item;
  const take = async ([index, outcome]: (typeof outcomes)[number]): Promise<void> => {
    const message = session.messages[index];
    if (outcome.kind !== 'refused' || !message) return;
    const { to, place } = message;
    const { code, providerCode } = outcome;
    const reported = { companyId, provider: provider.name, stream: payload.stream, place, code, providerCode };
    const told = { to, from: senderIn(session, index) ?? message.from, campaignId, sentAt };
    const id = `${cause.id}:${place.row}.${place.channel}.${place.offset}:${code}`;
    await optOutTold(house, reported, told, { ...cause, id, now: house.clock.now() });
  };
  for (const taken of await Promise.allSettled(outcomes.map(take))) {
    if (taken.status === 'fulfilled') continue;
    const reason = taken.reason instanceof Error ? taken.reason.name : 'unknown';
    house.log.error({ companyId, reason }, 'an opt-out that a provider told of was not written down');
  }
};
