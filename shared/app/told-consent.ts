import type { ConsentEvent, Purpose } from '#domain/consent/events.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Language } from '#domain/kernel/opt-out-words.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';
import { queueConsentText } from './queue-consent-text.ts';
import { consentPoint, type ConsentRequest } from './record-consent.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { sayingOf } from './saying-of.ts';

type ConsentGivenData = Extract<ConsentEvent, { type: 'ConsentGiven' }>['data'];

/** The last thing that the contact point said of a family, to that brand or to all, and whether this cause wrote it down: also where somebody died before he told so. */
export const toldConsent = async (
  house: House,
  { companyId, channel, to, brandId }: Pick<ConsentRequest, 'companyId' | 'channel' | 'to' | 'brandId'>,
  causeId: string,
) => {
  const { family } = channelFacts[channel];
  const { events } = await house.store.read(contactStream(companyId, house.vault.fingerprint(companyId, consentPoint(channel, to))));
  const last = events.findLast(({ data }) => {
    const said = data as Readonly<{ family?: string; brandId?: string }>;
    const isMeant = brandId === undefined || said.brandId === undefined || said.brandId === brandId;
    return said.family === family && isMeant;
  });
  return { id: last?.id, type: last?.type, isOwn: last?.cause === causeId, data: last?.data as Partial<ConsentGivenData> | undefined };
};

export type Welcome = Readonly<{
  companyId: string;
  campaignId: string;
  reply: Reply;
  purpose: Purpose;
  language: Language;
  frequency?: string | undefined;
}>;

const hourMs = 3_600_000;

/** The first text to somebody who has agreed, with the words that carriers ask for. Once for what he wrote. */
export const welcome = async (
  house: House,
  { companyId, campaignId, reply, purpose, language, frequency }: Welcome,
  cause: Cause,
): Promise<void> => {
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (!company) return;
  const { received, from: to, at } = reply;
  const body = sayingOf(company, { kind: 'welcome', language, more: { purpose, ...(frequency === undefined ? {} : { frequency }) } });
  const validUntil = new Date(Date.parse(at) + hourMs).toISOString();
  const channel = received.channel === 'mms' ? 'sms' : received.channel;
  await queueConsentText(
    house,
    { companyId, campaignId, kind: 'welcome', channel, sender: received.sender, to, body, of: received.reply, validUntil },
    cause,
  );
};
