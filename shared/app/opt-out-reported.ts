import { optOutSourceOf } from '#domain/kernel/opt-out-codes.ts';
import { placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { channelFacts, type Family } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { brandOf } from './brand-of.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import { consentPoint } from './record-consent.ts';
import { recordOptOut } from './record-opt-out.ts';
import { remembered } from './remembered.ts';

/** Something that was said about one of our messages. `code`: in our words; `providerCode`: in the provider's. */
export type ReportedOptOut = Readonly<{
  companyId: string;
  provider: string;
  stream: string;
  place: Place;
  code: string;
  providerCode?: string | undefined;
}>;

/** An address that nobody has is tried again after so long: one bounce more, and where it was a mistake nobody is lost for ever. */
const goneDays = 180;

/** A message that was refused because of it: who it went to, from where, and since when (business time, UTC ISO). */
type Told = Readonly<{ to: string; from: string; campaignId: string | undefined; sentAt: string }>;

/** Whoever said since then that he wants messages has changed his mind, whatever is told of messages before. */
const hasChangedHisMind = async (
  { store, vault }: House,
  {
    companyId,
    to,
    family,
    sentAt,
    brandId,
  }: Readonly<{ companyId: string; to: string; family: Family; sentAt: string; brandId: string | undefined }>,
): Promise<boolean> => {
  const { events } = await store.read(contactStream(companyId, vault.fingerprint(companyId, to)));
  return events.some(
    ({ type, data, occurredAt }) =>
      type === 'ConsentGiven' && data.family === family && occurredAt > sentAt && (data.brandId === undefined || data.brandId === brandId),
  );
};

/**
 * Writes down the opt-out that a provider's answer or report tells of. In any order, again, or late: a consent that was given after the message stands.
 * Nothing where the code tells of none.
 */
export const optOutTold = async (house: House, reported: ReportedOptOut, told: Told, cause: Cause): Promise<void> => {
  const source = optOutSourceOf(reported.code);
  if (source === undefined || told.to === '') return;
  const { companyId, provider, stream, place, code, providerCode } = reported;
  const { channel } = place;
  const { to, from, campaignId, sentAt } = told;
  const { family } = channelFacts[channel];
  const brandId = await brandOf(house, companyId, from);
  if (await hasChangedHisMind(house, { companyId, to: consentPoint(channel, to), family, sentAt, brandId })) return;
  const messageId = messageIdIn(stream, place);
  const proof = [provider, providerCode ?? code].join(' ');
  const until = source === 'bounce' ? later(cause.now, goneDays) : undefined;
  const request = {
    companyId,
    channel,
    to,
    source,
    from,
    brandId: source === 'bounce' ? undefined : brandId,
    campaignId,
    messageId,
    until,
  };
  await recordOptOut(house, { ...request, person: { proof } }, cause);
};

/** A hundred reports may say the same of one message: who it went to is looked up once. */
const mostKept = 2_000;
const taken = new WeakMap<House, ReturnType<typeof remembered<true>>>();

const memoryOf = (house: House): ReturnType<typeof remembered<true>> => {
  const known = taken.get(house) ?? remembered<true>(mostKept);
  taken.set(house, known);
  return known;
};

const toldIn = async ({ store }: House, { stream, place }: ReportedOptOut): Promise<Told | undefined> => {
  const key = placeKeyOf(place);
  let told: Told | undefined;
  for (const event of (await store.read(stream)).events) {
    if (event.type !== 'MessageQueued' && event.type !== 'MessageSending') continue;
    if (placeKeyOf(event.data) !== key) continue;
    if (event.type === 'MessageQueued')
      told = { to: event.private?.to ?? '', from: event.data.from, campaignId: event.data.campaignId, sentAt: event.occurredAt };
    else told &&= { ...told, from: event.data.from ?? told.from, sentAt: event.occurredAt };
  }
  return told;
};

/** Of a report about a message that was sent. Again: nothing. */
export const optOutReported = async (house: House, reported: ReportedOptOut, cause: Cause): Promise<void> => {
  if (optOutSourceOf(reported.code) === undefined) return;
  const known = memoryOf(house);
  const key = `${messageIdIn(reported.stream, reported.place)} ${reported.code}`;
  if (known.get(key)) return;
  const told = await toldIn(house, reported);
  if (told) await optOutTold(house, reported, told, cause);
  // not before: whoever failed to write it down comes again with the same report
  known.keep(key, true);
};

/** Somebody reports one of our e-mails as spam, wherever that is told: it ends all e-mail to him. */
export const recordComplaint = (house: House, complaint: Omit<ReportedOptOut, 'code'>, cause: Cause): Promise<void> =>
  optOutReported(house, { ...complaint, code: 'complained' }, cause);
