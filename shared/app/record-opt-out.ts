import type { Scope } from '#domain/consent/events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { aboutConsent, consentPoint, familiesIn, recordConsent, type ConsentRequest, type RecordedConsent } from './record-consent.ts';

/** `scope`: the channel's family unless told. `until`: UTC ISO; it ends by itself then. The others: what was read of a reply. */
export type OptOutRequest = ConsentRequest &
  Readonly<{ scope?: Scope; until?: string | undefined; word?: string | undefined; ambiguous?: true; misdirected?: true }>;

/**
 * Writes an opt-out down, in one commit with the marks that stop us: no intent of a message to that contact point is committed after it. Again, or what
 * is so already: nothing. Throws a Refusal for an unknown company.
 */
export const recordOptOut = (house: House, request: OptOutRequest, cause: Cause): Promise<RecordedConsent> => {
  const { channel, scope = 'channel', until, word, ambiguous, misdirected, brandId } = request;
  const to = consentPoint(channel, request.to);
  const data = {
    ...aboutConsent(request, to, cause.now),
    families: familiesIn(channel, scope),
    scope,
    // whoever wants nothing of the company wants nothing of any of its brands
    brandId: scope === 'channel' ? brandId : undefined,
    until,
    word,
    ambiguous,
    misdirected,
  };
  return recordConsent(house, { request, to, command: { type: 'WithdrawConsent', data } }, cause);
};
