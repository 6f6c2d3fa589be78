import {
  contactConsent,
  type ConsentCommand,
  type FamilyConsent,
  type GiveConsent,
  type WithdrawConsent,
} from '#domain/consent/consent.ts';
import type { ConsentSource, Proof, Scope } from '#domain/consent/events.ts';
import { channelFacts, channelOfFamily, familiesBeside, type Family } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import { suppressedUntil, withOptOut, withoutOptOut, type Suppression } from '#domain/consent/suppression.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { consentPath, consentWrite } from './consent-path.ts';
import { endingWrite } from './end-consents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { stopTextsGone } from './stop-text.ts';
import { everywherePath, suppressionPath, type Reached } from './suppression-path.ts';

/**
 * Who said something about messages, and what shows it. `from`: our number, address or page that it came to; `messageId`: of ours that it answered;
 * `person`: what the ledger keeps for five years under a key of its own.
 */
export type ConsentRequest = Readonly<{
  companyId: string;
  channel: Channel;
  /** as messages of the channel are addressed, or as people write it */ to: string;
  source: ConsentSource;
  from?: string | undefined;
  /** of that brand alone; left out: of all that the company has */
  brandId?: string | undefined;
  campaignId?: string | undefined;
  messageId?: string | undefined;
  person?: Omit<Proof, 'contactPoint'> | undefined;
}>;

/** `families`: those of which something new was written down; none where it was so already. */
export type RecordedConsent = Readonly<{ families: readonly Family[] }>;

/** A landline may be opted out of calls, so every phone that can be called is one. What is none goes as it came: an opt-out is never refused for its looks. */
export const consentPoint = (channel: Channel, to: string): string => {
  const found = readContactPoint(channelFacts[channel].field === 'phone' ? 'voice' : channel, to, 'US');
  return 'to' in found ? found.to : to.trim();
};

export const familiesIn = (channel: Channel, scope: Scope): readonly Family[] =>
  scope === 'channel' ? [channelFacts[channel].family] : familiesBeside(channel);

type Marks = readonly (Document<Suppression> | undefined)[];

const reachedBy = (family: Family, to: string): Reached => ({ channel: channelOfFamily(family), to });

const writeOf = (found: Marks[number], path: string, next: DocumentWrite): DocumentWrite => ({
  ...next,
  path,
  ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }),
});

/** What stands after a consent; what others had entered for the person stays, and with it all of what is held. */
const afterGiven = ({ brandId }: GiveConsent['data'], { found, consent, now }: OneMark): Suppression | undefined => {
  const { out, brands = {} } = consent ?? {};
  const isHeld = brandId === undefined ? out !== undefined : brands[brandId] !== undefined || (out && !out.besides?.includes(brandId));
  if (isHeld) return found?.data;
  const left = withoutOptOut(found?.data, brandId, now);
  if (brandId !== undefined) return left;
  return Object.entries(brands).reduce((mark, [one, { until }]) => withOptOut(mark, { brandId: one, until }, now), left);
};

const afterWithdrawn = ({ source, brandId, until }: WithdrawConsent['data'], { found, now }: OneMark): Suppression => {
  const isGone = source === 'bounce' && (found === undefined || found.data.gone === true);
  return { ...withOptOut(found?.data, { brandId, until }, now), ...(isGone ? { gone: true as const } : {}) };
};

/**
 * What the command makes of a family's mark. What stands there may tell of opt-outs whose lines in the ledger are still to come: they stay.
 */
const markWrite = (house: House, { request, to, command }: SaidConsent, one: OneMark): readonly DocumentWrite[] => {
  const { family, found, now } = one;
  const reached = reachedBy(family, to);
  const path = suppressionPath(house, request.companyId, reached);
  if (command.type === 'AskConsent') return [];
  const next = command.type === 'WithdrawConsent' ? afterWithdrawn(command.data, one) : afterGiven(command.data, one);
  const { brandId } = command.data;
  const brandIds = brandId === undefined ? Object.keys(found?.data.brands ?? {}) : [brandId];
  const isTold = command.type === 'GiveConsent' && next !== found?.data;
  const told = isTold || !next ? stopTextsGone(house, request.companyId, reached, brandIds) : [];
  if (!next) return [...(found ? [{ path, delete: true as const, ifVersion: found.version }] : []), ...told];
  const expiresAt = suppressedUntil(next);
  const mark: Suppression = { ...next, channel: reached.channel, since: found?.data.since ?? now };
  return [writeOf(found, path, { path, data: mark, ...(expiresAt === undefined ? {} : { expiresAt }) }), ...told];
};

/** `consent`: what the family came to with the decision. */
type OneMark = Readonly<{ family: Family; found: Marks[number]; consent: FamilyConsent | undefined; now: string }>;

/** What was said of all companies, and is taken back for all of them. */
const wideWrite = (house: House, { to, command, lifted }: SaidConsent, { family, now }: OneMark): readonly DocumentWrite[] => {
  const reached = reachedBy(family, to);
  const path = everywherePath(house, reached);
  if (lifted) return [{ path, delete: true }];
  const isWide = command.type === 'WithdrawConsent' && command.data.scope === 'everywhere';
  return isWide ? [{ path, data: { channel: reached.channel, since: now } }] : [];
};

export type SaidConsent = Readonly<{ request: ConsentRequest; to: string; command: ConsentCommand; lifted?: 'everywhere' }>;

const recordOnce = async (house: House, said: SaidConsent, cause: Cause): Promise<RecordedConsent> => {
  const { request, to, command } = said;
  const { companyId } = request;
  const { families } = command.data;
  const found: Marks = await house.documents.getMany<Suppression>(
    families.map((family) => suppressionPath(house, companyId, reachedBy(family, to))),
  );
  const writesOf = (family: Family, n: number, consent: FamilyConsent | undefined): readonly DocumentWrite[] => {
    const one: OneMark = { family, found: found[n], consent, now: cause.now };
    const held = consentWrite(consentPath(house, companyId, reachedBy(family, to)), consent?.given ?? []);
    return [...markWrite(house, said, one), ...wideWrite(house, said, one), held];
  };
  const stream = contactStream(companyId, house.vault.fingerprint(companyId, to));
  const { events } = await handle(house.store, contactConsent, {
    stream,
    companyId,
    command,
    cause,
    isOnce: true,
    documents: (state) => [...families.flatMap((family, n) => writesOf(family, n, state[family])), endingWrite(stream, cause.now)],
  });
  return { families: [...new Set(events.map(({ data }) => data.family))] };
};

/** Somebody else wrote to the same mark so often, and it is left to whoever comes again. */
const tries = 5;

/** Decides in the contact point's own stream and stores the marks with it. Throws a Refusal for an unknown company. */
export const recordConsent = async (
  house: House,
  { request, to, command, lifted }: SaidConsent,
  cause: Cause,
): Promise<RecordedConsent> => {
  const { companyId } = request;
  if (!(await house.documents.get<CompanyDocument>(companyPath(companyId))))
    throw new Refusal(
      'company_unknown',
      `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`,
    );
  for (let left = tries; ; left--) {
    try {
      return await recordOnce(house, { request, to, command, ...(lifted ? { lifted } : {}) }, cause);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** What every command of consent carries. */
export const aboutConsent = ({ source, from, brandId, campaignId, messageId, person }: ConsentRequest, to: string, at: string) => ({
  source,
  from,
  brandId,
  campaignId,
  messageId,
  person: { ...person, contactPoint: to },
  at,
});
