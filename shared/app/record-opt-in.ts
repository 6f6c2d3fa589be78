import type { Purpose, Scope } from '#domain/consent/events.ts';
import { isSuppressed, type Suppression } from '#domain/consent/suppression.ts';
import { channelOfFamily } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { aboutConsent, consentPoint, familiesIn, recordConsent, type ConsentRequest, type RecordedConsent } from './record-consent.ts';
import { suppressionPath } from './suppression-path.ts';

/** `purpose`: transactional unless told. `scope`: `everywhere` takes back what was said of all companies too. */
export type OptInRequest = ConsentRequest & Readonly<{ purpose?: Purpose; scope?: Scope }>;

/** Writes a consent down and takes the company's marks away; those of all companies stay unless `scope` says everywhere. Throws as `recordOptOut`. */
export const recordOptIn = async (house: House, request: OptInRequest, cause: Cause): Promise<RecordedConsent> => {
  const { companyId, channel, scope = 'channel', purpose = 'transactional' } = request;
  const to = consentPoint(channel, request.to);
  const families = familiesIn(channel, scope);
  // the mark of a STOP is there before its line in the ledger
  const brandId = scope === 'channel' ? request.brandId : undefined;
  const found = await house.documents.getMany<Suppression>(
    families.map((family) => suppressionPath(house, companyId, { channel: channelOfFamily(family), to })),
  );
  const marked = families.filter((_, n) => {
    const mark = found[n]?.data;
    return mark !== undefined && (brandId === undefined || isSuppressed(mark, brandId, cause.now));
  });
  const data = { ...aboutConsent(request, to, cause.now), families, scope, brandId, purpose, marked };
  const lifted = scope === 'everywhere' ? { lifted: scope } : {};
  return recordConsent(house, { request, to, command: { type: 'GiveConsent', data }, ...lifted }, cause);
};

/** Writes down that somebody is asked for his consent, and what he is shown; his opt-in after it is a double one. Throws as `recordOptOut`. */
export const recordAsked = (
  house: House,
  request: Omit<OptInRequest, 'scope'> & Readonly<{ until?: string }>,
  cause: Cause,
): Promise<RecordedConsent> => {
  const { channel, purpose = 'transactional', until } = request;
  const to = consentPoint(channel, request.to);
  const data = { ...aboutConsent(request, to, cause.now), families: familiesIn(channel, 'channel'), purpose, until };
  return recordConsent(house, { request, to, command: { type: 'AskConsent', data } }, cause);
};
