import { meanings, type Meaning } from '#domain/conversation/conversation.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { pageHtml, type Page } from './page-html.ts';
import { readPageToken, type PageLink } from './page-token.ts';
import { storeIncoming } from './receive-incoming.ts';

export type PageRequest = Readonly<{
  method: string;
  token: string;
  /** `do` of the address */ wanted?: string | undefined;
  body: string;
  url: string;
}>;
export type PageAnswer = Readonly<{ status: number; html: string }>;

/** Who presses twice within a minute has pressed once. */
const onceMs = 60_000;

const queuedBy = async ({ store }: House, messageId: string) => {
  const parsed = parseMessageId(messageId);
  if (!parsed) return undefined;
  const { events } = await store.read(chunkStream(parsed.packetId, parsed.chunk));
  const found = events.findLast((event) => event.type === 'MessageQueued' && messageIdIn(event.stream, event.data) === messageId);
  return found?.type === 'MessageQueued' && found.private?.to ? found : undefined;
};

type Queued = NonNullable<Awaited<ReturnType<typeof queuedBy>>>;

const localeOf = async ({ documents }: House, { data }: Queued): Promise<string> => {
  const known = (await readCampaign(documents, data.campaignId))?.campaign;
  return (known?.approved ?? known)?.definition.locale ?? 'en-US';
};

const meaningIn = (text: string | null | undefined): Meaning | undefined => meanings.find((meaning) => meaning === text);

/** What is posted: by our own button, or by a mail program for its user (RFC 8058). */
const postedIn = ({ kind }: PageLink, body: string): Meaning | 'unsubscribe' | undefined => {
  if (kind === 'answer') return meaningIn(new URLSearchParams(body).get('do'));
  return /(?:List-Unsubscribe=One-Click|List-Unsubscribe"[\s\S]*One-Click|do=unsubscribe)/i.test(body) ? 'unsubscribe' : undefined;
};

type Pressed = Readonly<{ link: PageLink; queued: Queued; what: Meaning | 'unsubscribe'; request: PageRequest }>;

/** As a reply to the message, by the way of every reply: stored in one commit, an opt-out's mark with it. */
const press = (house: House, { link, queued, what, request }: Pressed, cause: Cause): Promise<void> => {
  const { companyId, messageId } = link;
  const { channel, from: sender } = queued.data;
  const reference = `${messageId}:${what}:${Math.floor(Date.parse(cause.now) / onceMs)}`;
  const said = { channel, accountId: companyId, reference, from: queued.private?.to ?? '', to: sender, body: what };
  const meant = what === 'unsubscribe' ? { taken: 'stop' as const } : { choice: what };
  const raw = { method: request.method, url: '/pages', headers: {}, body: request.body.slice(0, 200) };
  return storeIncoming(house, { companies: [companyId], companyId }, { ...said, ...meant, provider: 'page', messageId, raw }, cause);
};

/**
 * A page behind one of our links: a GET asks, whoever follows it (a program that looks at links, too) changes nothing; a POST answers. No account and no
 * script are needed. A link that nobody of ours signed, or whose time is over, shows only that.
 */
export const answerPage = async (house: House, request: PageRequest, cause: Cause): Promise<PageAnswer> => {
  const link = readPageToken(house.vault, request.token);
  const over = (status: number, locale = 'en-US'): PageAnswer => ({ status, html: pageHtml({ kind: 'over' }, locale) });
  if (!link) return over(404);
  const queued = link.until > cause.now ? await queuedBy(house, link.messageId) : undefined;
  if (!queued || queued.companyId !== link.companyId) return over(410);
  const locale = await localeOf(house, queued);
  const show = (page: Page, status = 200): PageAnswer => ({ status, html: pageHtml(page, locale) });
  const ask: Page = link.kind === 'unsubscribe' ? { kind: 'ask_unsubscribe' } : { kind: 'ask', chosen: meaningIn(request.wanted) };
  if (request.method !== 'POST') return show(ask);
  const what = postedIn(link, request.body);
  if (what === undefined) return show(ask, 400);
  await press(house, { link, queued, what, request }, cause);
  return show({ kind: 'done', what });
};
