import type { Reach } from '#domain/campaign/contact-rules.ts';
import { usualYesHours } from '#domain/company/consent-settings.ts';
import type { ConsentSource, Purpose } from '#domain/consent/events.ts';
import { placeOfContact } from '#domain/contact-hours/contact-place.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Language } from '#domain/kernel/opt-out-words.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import { brandOf } from './brand-of.ts';
import { readCampaign } from './campaign-document.ts';
import { questionTo } from './question-to.ts';
import type { House } from './house.ts';
import { optedOutAmong } from './opted-out-among.ts';
import { queueConsentText } from './queue-consent-text.ts';
import { recordAsked } from './record-opt-in.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { sayingOf } from './saying-of.ts';

export type AskRequest = Readonly<{
  companyId: string;
  campaignId: string;
  channel: Channel;
  to: string;
  source: ConsentSource;
  purpose: Purpose;
  /** left out: the campaign's */ from?: string | undefined;
  language?: Language | undefined;
  frequency?: string | undefined;
  /** he has just asked for it himself: no hours are kept */ isAsked?: boolean;
  person?: Readonly<{ said?: string | undefined; proof?: string | undefined; by?: string | undefined; shown?: string | undefined }>;
}>;
export type AskAnswer = Readonly<{ /** false: he has said yes before */ isAsked: boolean; messageId?: string; until?: string }>;

/** A question that nobody could be asked in a day is none any more; milliseconds. */
const dayMs = 86_400_000;

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

type Asking = Readonly<{ company: CompanyDocument; to: string; from: string }>;

/** Whom, from where. Throws Refusals. */
const check = async (house: House, { companyId, campaignId, channel, to, from }: AskRequest): Promise<Asking> => {
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  const found = await readCampaign(house.documents, campaignId);
  if (!company || found?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
  if (channel === 'voice' || channelFacts[channel].field === 'email')
    throw new Refusal('channel_unknown', `nobody can be asked by ${channel}: take sms or whatsapp`);
  const point = readContactPoint(channel, to, 'US');
  if (!('to' in point)) throw new Refusal('contact_point_invalid', 'this is no number that takes messages: write it like +12085550123');
  const sender = from ?? (found.campaign.approved ?? found.campaign).definition.from;
  if (!/^\+?\d+$/.test(sender)) throw new Refusal('sender_missing', 'say from which number he is asked');
  const { codes } = await optedOutAmong(house, { companyId, everywhere: true }, [{ channel, to: point.to, from: sender }]);
  if (codes[0] !== undefined)
    throw new Refusal(
      'opted_out',
      'he wants no messages: he may not be asked until he has said START, or "carillon consent start" has what shows it',
    );
  return { company, to: point.to, from: sender };
};

const reachOf = (to: string): Reach => {
  const { zones, regions } = placeOfContact({ phone: to });
  return { ...(zones.length > 0 ? { zones } : {}), ...(regions.length > 0 ? { regions } : {}) };
};

/**
 * Asks somebody for his consent by a text, and writes down what he was shown; his YES to it is a double opt-in. While a question is open the same one
 * goes no second time, also where whoever asked died in between. Throws Refusals.
 */
export const askConsent = async (house: House, request: AskRequest, cause: Cause): Promise<AskAnswer> => {
  const { companyId, campaignId, channel, source, purpose, language = 'en', frequency, isAsked = false, person = {} } = request;
  const { company, to, from } = await check(house, request);
  const kind = isAsked ? 'ask_now' : 'ask';
  const words = sayingOf(company, { kind, language, more: { purpose, ...(frequency === undefined ? {} : { frequency }) } });
  const until = later(cause.now, (company.consent?.yesWithinHours ?? usualYesHours) * 3_600_000);
  const shown = [...(person.shown === undefined ? [] : [person.shown]), words].join('\n').slice(0, 2_000);
  const brandId = await brandOf(house, companyId, from);
  const about = { companyId, channel, to, source, from, brandId, campaignId, purpose, until };
  await recordAsked(house, { ...about, person: { ...person, shown } }, cause);
  const question = await questionTo(house, companyId, { channel, to, at: cause.now });
  if (question?.purpose !== purpose) return { isAsked: false };
  const validUntil = later(question.askedAt, dayMs);
  const body = question.shown.split('\n').at(-1) || words;
  const text = { companyId, campaignId, kind, channel, sender: from, to, body, of: question.id, validUntil, reach: reachOf(to) } as const;
  const messageId = await queueConsentText(house, text, cause);
  return { isAsked: true, until: question.until, ...(messageId === undefined ? {} : { messageId }) };
};
