import type { Purpose } from '#domain/consent/events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Language } from '#domain/kernel/opt-out-words.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { askConsent } from './ask-consent.ts';
import type { House } from './house.ts';

export type InviteRequest = Readonly<{
  companyId: string;
  campaignId: string;
  channel: 'sms' | 'whatsapp';
  recipients: readonly string[];
  purpose: Purpose;
  language?: Language | undefined;
  frequency?: string | undefined;
  /** why they may be asked: what they were shown, or where they left their number */
  person: Readonly<{ by: string; shown?: string | undefined; proof?: string | undefined }>;
}>;

/** `until`, UTC ISO: a YES after that is none. `agreed`: he has said yes before, and is not asked. */
export type Invited =
  | Readonly<{ outcome: 'invited'; until?: string; messageId?: string }>
  | Readonly<{ outcome: 'agreed' }>
  | Readonly<{ outcome: 'refused'; code: string; words: string }>;

/** What is wrong with one of them is no matter of the others. */
const ofOne: ReadonlySet<string> = new Set(['opted_out', 'contact_point_invalid']);

const inviteOne = async (house: House, request: InviteRequest, to: string, cause: Cause): Promise<Invited> => {
  const { recipients: _, ...about } = request;
  try {
    const { isAsked, messageId, until } = await askConsent(house, { ...about, to, source: 'api' }, cause);
    if (!isAsked) return { outcome: 'agreed' };
    return { outcome: 'invited', ...(until === undefined ? {} : { until }), ...(messageId === undefined ? {} : { messageId }) };
  } catch (error) {
    if (!(error instanceof Refusal) || !ofOne.has(error.code)) throw error;
    return { outcome: 'refused', code: error.code, words: error.message };
  }
};

/**
 * Invites people to get a campaign's messages by a channel: each is asked by a text, and whoever says YES has agreed twice. One after the other, in
 * their order, so that somebody who stands there twice is asked once. Again: whom a question is open to gets no second one. Throws Refusals for what
 * is wrong with all of it.
 */
export const inviteRecipients = async (house: House, request: InviteRequest, cause: Cause): Promise<readonly Invited[]> => {
  const results: Invited[] = [];
  for (const [n, to] of request.recipients.entries())
    results.push(await inviteOne(house, request, to, { ...cause, id: `${cause.id}.${n}` }));
  return results;
};
