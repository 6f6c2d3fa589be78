import { preferredLanguage, type Language } from '#domain/campaign/languages.ts';
import { meanings, type Meaning } from '#domain/conversation/conversation.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { standingAnswer } from './answered-messages.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { pageHtml, type Page } from './page-html.ts';
import { isPreviewToken } from './page-url.ts';
import { pageOf, type PageOf } from './page-of.ts';
import { isSigned, readPageToken, type PageLink } from './page-token.ts';
import type { NoAnswer } from './page-words.ts';
import { postedIn } from './posted-in.ts';
import { pressPage } from './press-page.ts';

export type PageRequest = Readonly<{
  method: string;
  token: string;
  body: string;
  /** of the request: content-type, content-encoding and accept-language are read */
  headers: Readonly<Record<string, string | undefined>>;
}>;
export type PageAnswer = Readonly<{ status: number; html: string }>;

const dayMs = 86_400_000;
/** A message without an appointment may be answered so long. */
const undatedMs = 30 * dayMs;
/** After the appointment its page says so; then the link is over. */
const afterwardsMs = 7 * dayMs;
/** The law wants 30 days at least (16 CFR 316.5); people look at old mails. */
const unsubscribeMs = 90 * dayMs;

/** Why nothing can be answered here any more, if so. */
const whyOver = ({ kind }: PageLink, page: PageOf, now: string): NoAnswer | undefined => {
  const late = (since: string): number => Date.parse(now) - Date.parse(since);
  const { appointmentAt, changed, queued } = page;
  if (kind === 'unsubscribe') return late(queued.data.sendAt) > unsubscribeMs ? 'expired' : undefined;
  if (appointmentAt === undefined) return changed ?? (late(queued.data.sendAt) > undatedMs ? 'expired' : undefined);
  if (late(appointmentAt) > afterwardsMs) return 'expired';
  return changed ?? (late(appointmentAt) >= 0 ? 'past' : undefined);
};

/** For dates and times, in the country of the campaign where its language is asked for. */
const localeFor = (language: Language, { locale }: PageOf): string => {
  const usual: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US', pt: 'pt-BR', fr: 'fr-CA' };
  return locale?.toLowerCase().startsWith(`${language}-`) ? locale : usual[language];
};

const whenOf = (page: PageOf, language: Language): string | undefined => {
  const { appointmentAt, told, zone } = page;
  if (appointmentAt === undefined || (!told.date && !told.time)) return undefined;
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const parts = { ...(told.date ? date : {}), ...(told.time ? time : {}), timeZone: zone };
  return new Intl.DateTimeFormat(localeFor(language, page), parts).format(Date.parse(appointmentAt));
};

type Known = Readonly<{ link: PageLink; page: PageOf }>;

/** The message behind a link that we signed. A token of another company's key names nothing. */
const find = async (house: House, token: string): Promise<Known | NoAnswer> => {
  const read = readPageToken(token);
  const companyId = read && (await readPacketDocument(house.documents, read.packetId))?.companyId;
  if (!companyId || !isSigned(house.vault, companyId, { ...read, key: house.linkKey ?? 1 })) return 'unknown';
  const page = await pageOf(house, companyId, read.messageId);
  return page ? { link: read, page } : 'expired';
};

const chosenBy = ({ kind }: PageLink): Meaning | undefined => meanings.find((meaning) => meaning === kind);

const aboutOf = ({ messageId }: PageLink, { queued: { data } }: PageOf) => ({
  messageId,
  campaignId: data.campaignId,
  ...(data.appointment ? { appointment: data.appointment.key } : {}),
});

const statusOf = (why: NoAnswer): number => (why === 'unknown' ? 404 : 410);

/**
 * A page behind one of our links: a GET asks, whoever follows it (a program that looks at links, too) changes nothing; a POST answers. No account and no
 * script are needed. What nobody of ours signed, what is over and what can't be read change nothing either, and say why.
 */
export const answerPage = async (house: House, request: PageRequest, cause: Cause): Promise<PageAnswer> => {
  const preferred = preferredLanguage(request.headers['accept-language']);
  if (isPreviewToken(request.token)) return { status: 200, html: pageHtml({ kind: 'preview' }, preferred ?? 'en') };
  const known = await find(house, request.token);
  if (typeof known === 'string') return { status: statusOf(known), html: pageHtml({ kind: 'over', why: known }, preferred ?? 'en') };
  const { link, page } = known;
  const language = preferred ?? page.language;
  const over = whyOver(link, page, cause.now);
  const heading =
    over === 'expired' ? {} : { company: page.company, ...(link.kind === 'unsubscribe' ? {} : { when: whenOf(page, language) }) };
  const show = (shown: Page, status = 200): PageAnswer => ({ status, html: pageHtml(shown, language, heading) });
  if (over) return show({ kind: 'over', why: over }, statusOf(over));
  const answer = await standingAnswer(house, aboutOf(link, page));
  const ask: Page =
    link.kind === 'unsubscribe' ? { kind: 'ask_unsubscribe' } : { kind: 'ask', chosen: chosenBy(link), said: answer?.meaning };
  if (request.method !== 'POST') return show(ask);
  const posted = postedIn(link, request);
  if ('wrong' in posted) return show({ ...ask, wrong: posted.wrong }, posted.status);
  const { method, body } = request;
  const { companyId, queued } = page;
  await pressPage(house, { companyId, messageId: link.messageId, queued, what: posted.what, answer, method, body }, cause);
  return show({ kind: 'done', what: posted.what });
};
