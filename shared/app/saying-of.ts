import type { ConsentSettings } from '#domain/company/consent-settings.ts';
import { consentText, type ConsentTextKind, type Sayer } from '#domain/consent/consent-texts.ts';
import type { Language } from '#domain/kernel/opt-out-words.ts';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import { contextsOf } from './contexts-of.ts';
import { conversationOf, senderPath, type OwnSender, type SenderDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { numberPath } from './limits-of-sender.ts';
import type { CompanyDocument } from './register-company.ts';
import type { NumberDocument } from './registrar-look.ts';

export type Saying = Readonly<{
  kind: ConsentTextKind;
  language: Language;
  more?: Pick<Sayer, 'frequency' | 'purpose'>;
}>;

/** The company's own text, else that of the house. `registered`: what carriers were told people read who ask for help. */
export const sayingOf = (company: CompanyDocument, { kind, language, more = {} }: Saying, registered?: string): string => {
  const { name = company.name, contact, texts = {} }: ConsentSettings = company.consent ?? {};
  const own = kind === 'stop' || kind === 'start' || kind === 'help' ? texts[language]?.[kind] : undefined;
  return own ?? (kind === 'help' ? registered : undefined) ?? consentText(kind, language, { name, contact, ...more });
};

/** With which campaign a text to that person is counted: that of his last message, else one that was sent from there; undefined: nothing ever was. */
export const campaignWith = async (
  house: House,
  companyId: string,
  { own, contactPoint }: Readonly<{ own: OwnSender; contactPoint: string }>,
): Promise<string | undefined> => {
  const { channel, sender } = own;
  const [last] = await contextsOf(house, conversationOf(house, companyId, { channel, sender, contactPoint }));
  if (last) return last.campaignId;
  return (await house.documents.get<SenderDocument>(senderPath(own)))?.data.campaigns?.[companyId];
};

/** The help text under which the number's registration was approved, as far as it is known. */
export const registeredHelp = async ({ documents, store }: House, companyId: string, sender: string): Promise<string | undefined> => {
  if (!sender.startsWith('+')) return undefined;
  const number = (await documents.get<NumberDocument>(numberPath(sender)))?.data;
  if (number?.companyId !== companyId || number.registrationId === undefined) return undefined;
  const { events } = await store.read(`registration-${number.registrationId}`);
  const told = events.findLast((event) => (event.data as { facts?: RegistrationFacts }).facts?.helpMessage !== undefined);
  return (told?.data as { facts?: RegistrationFacts } | undefined)?.facts?.helpMessage;
};
