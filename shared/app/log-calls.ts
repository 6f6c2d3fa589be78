import { optOutCodes } from '#domain/kernel/opt-out-codes.ts';
import type { CallOutcome } from '#domain/work/work.ts';
import type { WorkSession } from './work-session.ts';

/** Refusals that say something of the recipient's number or address; all others are about the provider, or our account with it. */
export const ofRecipient: ReadonlySet<string> = new Set([
  ...optOutCodes,
  'address_invalid',
  'address_unknown',
  'blocked',
  'country_not_allowed',
  'handset_unreachable',
  'known_litigator',
  'landline',
  'mailbox_full',
  'not_mobile',
  'number_invalid',
  'number_missing',
  'route_missing',
  'unknown_handset',
]);

type Kind = 'accepted' | 'refused' | 'failed' | 'unknown' | 'notCalled';

/** `refused`: for the recipient's number or address. `failed`: for any other reason. `unknown`: in doubt now. */
const kindOf = (outcome: CallOutcome): Kind => {
  if (outcome.kind === 'not_called') return 'notCalled';
  if (outcome.kind !== 'refused') return outcome.kind;
  return ofRecipient.has(outcome.code) ? 'refused' : 'failed';
};

/** The line from which alerts count a provider's errors: how many of what, and nobody's number. */
export const logCalls = ({ provider, house }: Pick<WorkSession, 'provider' | 'house'>, outcomes: readonly CallOutcome[]): void => {
  const counts: Record<Kind, number> = { accepted: 0, refused: 0, failed: 0, unknown: 0, notCalled: 0 };
  const codes: Record<string, number> = {};
  for (const outcome of outcomes) {
    counts[kindOf(outcome)] += 1;
    if ('code' in outcome) codes[outcome.code] = (codes[outcome.code] ?? 0) + 1;
  }
  house.log.info({ provider: provider.name, calls: outcomes.length, ...counts, codes }, 'called the provider');
};
