import { readConsent } from '#domain/consent/read-consent.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Language } from '#domain/kernel/opt-out-words.ts';
import { languageOf } from '#domain/consent/language-of.ts';
import { brandOf } from './brand-of.ts';
import { readCampaign } from './campaign-document.ts';
import { campaignWith, registeredHelp, sayingOf } from './saying-of.ts';
import type { House } from './house.ts';
import { queueConsentText } from './queue-consent-text.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { stopTextPath, stopTextPaths, stopTextWrite, type StopText } from './stop-text.ts';

/** A confirmation within five minutes of the opt-out is taken for a part of what the person agreed to (47 CFR 64.1200(a)(12)); milliseconds. */
const stopMs = 5 * 60_000;
/** Whoever asked for something gets it within the hour, or has gone on. */
const otherMs = 60 * 60_000;

/** Where a text about texts can go at all: not to a page, a mail or a call. */
const textChannel = ({ received: { channel, provider } }: Reply): Channel | undefined => {
  if (provider === 'page' || channel === 'voice' || channelFacts[channel].field === 'email') return undefined;
  return channel === 'mms' ? 'sms' : channel;
};

const languageFor = async (house: House, reply: Reply, campaignId: string): Promise<Language> => {
  const read = readConsent(reply.body);
  if (read) return read.language;
  const campaign = (await readCampaign(house.documents, campaignId))?.campaign;
  return languageOf((campaign?.approved ?? campaign)?.definition.locale);
};

export type Telling = Readonly<{ companyId: string; reply: Reply; kind: 'stop' | 'start' | 'help' }>;

/**
 * Tells somebody what his STOP, START or HELP came to, where his provider does not: of an opt-out once, whatever he writes after it, and not when five
 * minutes have passed. Again: nothing. Throws StreamMoved or DocumentMoved where somebody else is at it.
 */
export const tellConsent = async (house: House, telling: Telling, cause: Cause): Promise<void> => {
  const { companyId, reply, kind } = telling;
  const { received, from: to, at } = reply;
  const channel = textChannel(reply);
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (!company || !channel || to === '') return;
  const brandId = await brandOf(house, companyId, received.sender);
  const isStop = kind === 'stop';
  const told = isStop ? await house.documents.getMany<StopText>(stopTextPaths(house, companyId, { channel, to }, brandId)) : [];
  if (told.some((one) => one !== undefined)) return;
  // what was said of everything is told once, whichever number it is said to next
  const read = readConsent(reply.body);
  const isWide = read?.kind === 'stop' && read.wide === true;
  const path = stopTextPath(house, companyId, { channel, to }, isWide ? undefined : brandId);
  if (received.isAnswered) return isStop ? house.documents.write([stopTextWrite(path, { messageId: '', since: cause.now })]) : undefined;
  const { sender, provider, accountId } = received;
  const campaignId = await campaignWith(house, companyId, { own: { provider, accountId, channel, sender }, contactPoint: to });
  if (campaignId === undefined)
    return house.log.warn({ companyId, kind }, 'no campaign was ever sent from this number: its text about consent is left out');
  const language = await languageFor(house, reply, campaignId);
  const registered = kind === 'help' && language === 'en' ? await registeredHelp(house, companyId, sender) : undefined;
  const body = sayingOf(company, { kind, language }, registered);
  const validUntil = new Date(Date.parse(at) + (isStop ? stopMs : otherMs)).toISOString();
  const documents = (messageId: string) => (isStop ? [stopTextWrite(path, { messageId, since: cause.now })] : []);
  await queueConsentText(
    house,
    { companyId, campaignId, kind, channel, sender, to, body, of: received.reply, validUntil, documents },
    cause,
  );
};
