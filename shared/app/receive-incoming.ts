import { readConsent } from '#domain/consent/read-consent.ts';
import { readYes } from '#domain/consent/read-yes.ts';
import { isSameMark, withOptOut, type Suppression } from '#domain/consent/suppression.ts';
import type { ConsentWord, ConversationEvent } from '#domain/conversation/events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { channelOfFamily } from '#domain/kernel/channel-facts.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import type { Incoming, OwnReplies, ReportRequest } from '#ports/provider.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { isToldByProvider } from '#domain/consent/own-replies.ts';
import { knownCompany } from './known-company.ts';
import { brandOf } from './brand-of.ts';
import { later } from './claim-writes.ts';
import { contextsOf } from './contexts-of.ts';
import { conversationOf, receivedPath, replyIdOf, type ReceivedDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { ownersOf } from './owners-of.ts';
import { familiesIn } from './record-consent.ts';
import { suppressionPath } from './suppression-path.ts';
import { topics } from './topics.ts';

/** `messageId`: of ours that it belongs to, where that is known. */
export type Arrived = Incoming &
  Readonly<{
    provider: string;
    raw: ReportRequest;
    messageId?: string;
    /** what the provider answers by itself */
    ownReplies?: OwnReplies | undefined;
    /** on a page of ours */ choice?: 'confirm' | 'cancel' | 'reschedule';
  }>;

/** So long the same message of a provider is known again at once; later its conversation knows it. */
const rememberedDays = 400;
const longestBody = 20_000;
const tries = 5;
const longestRaw = 64 * 1024;
/** A provider's clock that is this far from ours, or ahead, is none; milliseconds. */
const believedMs = 86_400_000;
const aheadMs = 60_000;

const saidAtOf = ({ saidAt }: Arrived, now: string): string | undefined => {
  const ago = Date.parse(now) - Date.parse(saidAt ?? '');
  return ago >= -aheadMs && ago <= believedMs ? new Date(Date.parse(saidAt ?? '')).toISOString() : undefined;
};

/** Of the companies that share a number the one whose message is the newest; it is one alone wherever numbers are real. */
const companyOf = async ({ documents, vault }: House, companies: readonly string[], arrived: Arrived): Promise<string> => {
  const [only = '', ...others] = companies;
  if (others.length === 0) return only;
  const speakers = { channel: arrived.channel, sender: arrived.to, contactPoint: arrived.from };
  const found = await Promise.all(companies.map((companyId) => contextsOf({ documents }, conversationOf({ vault }, companyId, speakers))));
  const sentAt = (n: number): string => found[n]?.[0]?.sentAt ?? '';
  return companies.reduce((best, one, n) => (sentAt(n) > sentAt(companies.indexOf(best)) ? one : best), only);
};

/** A provider takes YES for START, whatever was asked: here it is an answer, to an appointment or to a question about consent. */
const consentIn = ({ taken, body }: Arrived): ConsentWord | undefined => {
  const own = readConsent(body)?.kind;
  return taken === 'start' && own === undefined && readYes(body)?.says === 'yes' ? undefined : (taken ?? own);
};

type Eventful = Readonly<{ reply: string; now: string; isAnswered: boolean }>;

/** Whether the provider tells the person about it: known here, where the provider is. */
const isTold = async (house: House, companyId: string, arrived: Arrived): Promise<boolean> => {
  const { channel, to: sender, body, taken, ownReplies } = arrived;
  const consent = consentIn(arrived);
  if (taken !== undefined || consent === undefined) return taken !== undefined;
  if (channelFacts[channel].family !== 'sms') return false;
  const settings = (await knownCompany(house, companyId))?.consent;
  return isToldByProvider({ consent, body, sender }, ownReplies, settings?.ownReplies?.some(({ from }) => from === sender) ?? false);
};

const eventOf = (arrived: Arrived, { reply, now, isAnswered }: Eventful): Extract<ConversationEvent, { type: 'MessageReceived' }> => {
  const { provider, accountId, reference, channel, to, from, body, media, quotes, messageId, choice, raw } = arrived;
  const consent = choice === undefined ? consentIn(arrived) : undefined;
  const saidAt = saidAtOf(arrived, now);
  return {
    type: 'MessageReceived',
    data: {
      reply,
      provider,
      accountId,
      reference,
      channel,
      sender: to,
      ...(saidAt === undefined ? {} : { saidAt }),
      ...(quotes === undefined ? {} : { quotes }),
      ...(messageId === undefined ? {} : { messageId }),
      ...(media && media.length > 0 ? { media: media.length } : {}),
      ...(consent === undefined ? {} : { consent }),
      ...(choice === undefined ? {} : { choice }),
      ...(isAnswered ? { isAnswered: true as const } : {}),
    },
    private: {
      from,
      body: body.slice(0, longestBody).toWellFormed(),
      ...(media && media.length > 0 ? { media: media.slice(0, 20) } : {}),
      raw: { url: raw.url.slice(0, 4_000), body: raw.body.slice(0, longestRaw).toWellFormed() },
    },
  };
};

/**
 * The opt-out stands for every company that sends from that number, and there for its brand: the carriers block the number, whoever has it. Who wants
 * nothing at all any more gets nothing by any other channel, and of no brand.
 */
const suppressions = async (
  house: House,
  companies: readonly string[],
  { channel, from, to: sender, body }: Arrived,
  now: string,
): Promise<readonly DocumentWrite[]> => {
  const read = readConsent(body);
  const isWide = read?.kind === 'stop' && read.wide === true;
  const marks = await Promise.all(
    companies.map(async (companyId) => {
      const brandId = isWide ? undefined : await brandOf(house, companyId, sender);
      return familiesIn(channel, isWide ? 'company' : 'channel').map((family) => {
        const reached = { channel: channelOfFamily(family), to: from };
        return { brandId, reached, path: suppressionPath(house, companyId, reached) };
      });
    }),
  );
  const all = marks.flat();
  const found = await house.documents.getMany<Suppression>(all.map(({ path }) => path));
  return all.flatMap(({ brandId, reached, path }, n) => {
    const known = found[n];
    const next = withOptOut(known?.data, { brandId }, now);
    const isSo = known !== undefined && isSameMark(known.data, next);
    if (isSo) return [];
    const data: Suppression = { channel: reached.channel, since: known?.data.since ?? now, ...next };
    return [{ path, data, ...(known ? { ifVersion: known.version } : { ifAbsent: true as const }) }];
  });
};

/** `companies`: all that send from there; `companyId`: the one that is meant. */
type Owned = Readonly<{ companies: readonly string[]; companyId: string }>;

/** Stores what somebody wrote for a company that is known, and wakes whoever reads it. The same message again changes nothing. */
export const storeIncoming = async (house: House, { companies, companyId }: Owned, arrived: Arrived, cause: Cause): Promise<void> => {
  const { channel, to: sender, from: contactPoint } = arrived;
  const conversationId = conversationOf(house, companyId, { channel, sender, contactPoint });
  const reply = replyIdOf(arrived);
  const event = eventOf(arrived, { reply, now: cause.now, isAnswered: await isTold(house, companyId, arrived) });
  const path = receivedPath(reply);
  const data: ReceivedDocument = { companyId, conversationId, status: 'waiting', attempts: 0 };
  const received: DocumentWrite = { path, data, dueAt: cause.now, expiresAt: later(cause.now, rememberedDays), ifAbsent: true };
  const append = async (): Promise<void> => {
    const optOuts = event.data.consent === 'stop' ? await suppressions(house, companies, arrived, cause.now) : [];
    await house.store.append({
      stream: conversationStream(conversationId),
      companyId,
      events: [event],
      documents: [received, ...optOuts],
      cause: { ...cause, id: reply, correlation: reply },
    });
  };
  for (let left = tries; left > 0; left--) {
    try {
      await append();
      break;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
      if (error.path === path) break;
      // another opt-out of the same contact point came in between
      if (left === 1) throw error;
    }
  }
  // only a hint: whatever waits is found by the tick
  await house.bus.publish(topics.replyReceived, [{ data: { path }, key: path }]).catch(() => undefined);
};

/**
 * Stores what somebody wrote, sealed, in one commit; of an opt-out the suppression goes with it. What it means is read afterwards. The same
 * message again changes nothing. Throws a Refusal where the account has no such sender.
 */
export const receiveIncoming = async (house: House, arrived: Arrived, cause: Cause): Promise<void> => {
  const { provider, accountId, channel, to: sender } = arrived;
  const companies = await ownersOf(house, { provider, accountId, channel, sender });
  if (companies.length === 0) {
    throw new Refusal('sender_unknown', "nothing was ever sent from the number or page that this came to, so it is nobody's here");
  }
  await storeIncoming(house, { companies, companyId: await companyOf(house, companies, arrived) }, arrived, cause);
};
