import { messageIdIn } from '#domain/kernel/ids.ts';
import { stopScopeOf } from '#domain/kernel/stop-codes.ts';
import { isMisconfigured, type CallOutcome } from '#domain/work/work.ts';
import type { Provider } from '#ports/provider.ts';
import { isHalted } from './halt-company.ts';
import type { House } from './house.ts';
import { logCalls } from './log-calls.ts';
import { optedOutAmong } from './opted-out-among.ts';
import { outgoingContent } from './outgoing-content.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/** Calls under way at once for one work item. */
const concurrency = 25;
/** A call begins only while the lease outlives its time-out by this much. */
const marginMs = 5_000;

/**
 * `validitySeconds` count from `checkedAt`, real time in milliseconds: what passes until the call is made comes off. `notBefore`: business time
 * from which a limit lets it go.
 */
export type Call = Readonly<{ index: number; message: WorkMessage; validitySeconds: number; checkedAt: number; notBefore: string }>;

/** Real time after its intent for which a call is made without another look at opt-outs: whoever says STOP meanwhile gets at most what leaves by then. */
const freshMs = 3_000;

const hasOptedOut = async ({ house, from, item }: WorkSession, message: WorkMessage): Promise<boolean> => {
  const one = { channel: message.place.channel, to: message.to, from: from ?? message.from };
  return (await optedOutAmong(house, { companyId: item.companyId, everywhere: true }, [one])).codes[0] !== undefined;
};

const untilItsTurn = async ({ clock }: House, notBefore: string): Promise<void> => {
  const now = clock.now();
  if (notBefore > now) await clock.pause?.(Date.parse(notBefore) - Date.parse(now));
};

/** Real time in milliseconds after which no call of a lease begins any more: whoever finds its messages in flight counts from here. */
export const lastCallAt = ({ callTimeoutMs }: Pick<Provider, 'callTimeoutMs'>, leaseEnds: number): number =>
  leaseEnds - callTimeoutMs - marginMs;

/** Of senders that may not be used only those are stopped; where all messages have one sender, that is all of them. */
const isForAll = ({ from }: WorkSession, calls: readonly Call[], code: string): boolean =>
  stopScopeOf(code) !== 'sender' || from !== undefined || new Set(calls.map(({ message }) => message.from)).size === 1;

/** `leaseEnds`: real time in milliseconds. A call that would outlive the lease is not made. */
export const callProvider = async (
  session: WorkSession,
  calls: readonly Call[],
  leaseEnds: number,
): Promise<readonly (readonly [number, CallOutcome])[]> => {
  const { provider, house, item } = session;
  const results: [number, CallOutcome][] = [];
  const waiting = calls.values();
  const intendedAt = house.clock.realMs();
  let isStopped = false;
  const callOne = async ({ index, message, checkedAt, notBefore, ...call }: Call): Promise<CallOutcome> => {
    await untilItsTurn(house, notBefore);
    if (isStopped || (await isHalted(house, item.companyId))) return { kind: 'not_called' };
    if (house.clock.realMs() - intendedAt > freshMs && (await hasOptedOut(session, message))) return { kind: 'not_called' };
    const realMs = house.clock.realMs();
    const validitySeconds = call.validitySeconds - Math.ceil((realMs - checkedAt) / 1000);
    if (validitySeconds < 1 || realMs > lastCallAt(provider, leaseEnds)) return { kind: 'not_called' };
    const messageId = messageIdIn(item.payload.stream, message.place);
    const { to, place } = message;
    const from = session.from ?? message.from;
    const content = outgoingContent(place.channel, message, unsubscribeUrl(house, item.companyId, { messageId, channel: place.channel }));
    const callbackUrl = `${house.publicUrl}/messages/status/${provider.name}?m=${messageId}`;
    try {
      return await provider.send({ messageId, to, from, content, validitySeconds, callbackUrl });
    } catch {
      // an adapter answers for everything it was told; an error means that it can't say what happened
      house.log.error({ messageId, provider: provider.name, index }, 'the provider adapter failed: the message is in doubt');
      return { kind: 'unknown', code: 'adapter_failed' };
    }
  };
  const worker = async (): Promise<void> => {
    for (const call of waiting) {
      const outcome = await callOne(call);
      // the others would be refused as well
      isStopped ||= isMisconfigured(outcome) && isForAll(session, calls, outcome.code);
      results.push([call.index, outcome]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, worker));
  logCalls(
    session,
    results.map(([, outcome]) => outcome),
  );
  return results;
};
