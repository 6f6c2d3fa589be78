import { contactConsent, type ConsentCommand, type ContactConsent } from '#domain/consent/consent.ts';
import type { ConsentSource, Proof, Scope } from '#domain/consent/events.ts';
import { channelFacts, channelOfFamily, familiesBeside, type Family } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { stopTextGone } from './stop-text.ts';
import { everywherePath, suppressionPath, suppressionWrite, type Reached } from './suppression-path.ts';

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

/** The marks of the families, as the stream has them after the decision. */
const marks = (house: House, companyId: string, { to, at }: Readonly<{ to: string; at: string }>) => {
  const markOf = (family: Family, { out, everywhere }: NonNullable<ContactConsent[Family]>): readonly DocumentWrite[] => {
    const reached: Reached = { channel: channelOfFamily(family), to };
    const path = suppressionPath(house, companyId, reached);
    const mark = suppressionWrite(house, companyId, reached, at);
    const own = out
      ? {
          ...mark,
          data: { ...mark.data, ...(out.source === 'bounce' ? { gone: true as const } : {}) },
          ...(out.until === undefined ? {} : { expiresAt: out.until }),
        }
      : { path, delete: true as const };
    const wide = everywherePath(house, reached);
    const told = out ? [] : stopTextGone(house, companyId, reached);
    const all = everywhere ? [{ path: wide, data: { channel: reached.channel, since: at } }] : [];
    return [own, ...told, ...all];
  };
  return markOf;
};

export type SaidConsent = Readonly<{ request: ConsentRequest; to: string; command: ConsentCommand; lifted?: 'everywhere' }>;

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
  const markOf = marks(house, companyId, { to, at: cause.now });
  const { families } = command.data;
  const { events } = await handle(house.store, contactConsent, {
    stream: contactStream(companyId, house.vault.fingerprint(companyId, to)),
    companyId,
    command,
    cause,
    documents: (state) =>
      families.flatMap((family) => {
        const consent = state[family];
        if (!consent || command.type === 'AskConsent') return [];
        const wide = lifted ? [{ path: everywherePath(house, { channel: channelOfFamily(family), to }), delete: true as const }] : [];
        return [...markOf(family, consent), ...wide];
      }),
  });
  return { families: events.map(({ data }) => data.family) };
};

/** What every command of consent carries. */
export const aboutConsent = ({ source, from, campaignId, messageId, person }: ConsentRequest, to: string, at: string) => ({
  source,
  from,
  campaignId,
  messageId,
  person: { ...person, contactPoint: to },
  at,
});
