import type { LinkName, LinkTo, PageKind } from '#domain/campaign/page-links.ts';
import { messageIdOf, type Place } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { House } from './house.ts';
import { pageToken } from './page-token.ts';

type Linking = Pick<House, 'vault' | 'publicUrl' | 'pagesUrl' | 'linkKey'>;

/** Where people reach our pages; undefined where nobody has said so. */
export const pagesAddress = ({ publicUrl, pagesUrl = publicUrl }: Pick<House, 'publicUrl' | 'pagesUrl'>): string | undefined =>
  pagesUrl === '' ? undefined : pagesUrl;

/** The address of a page of one message. */
export const pageUrl = (house: Linking, companyId: string, { kind, messageId }: Readonly<{ kind: PageKind; messageId: string }>): string =>
  `${pagesAddress(house) ?? ''}/p/${pageToken(house.vault, companyId, { kind, messageId, key: house.linkKey ?? 1 })}`;

type Chunk = Readonly<{ companyId: string; packetId: string; chunk: number }>;

/**
 * Links of a chunk's messages, by their places: what a message will be called is known before it is written. Throws while nobody has said
 * where people reach our pages: messages that name links wait then, and are not spoiled.
 */
export const linksIn = (house: Linking, { companyId, packetId, chunk }: Chunk): ((place: Place) => LinkTo) => {
  const messageOf = (place: Place): string => messageIdOf(packetId, chunk, place);
  return (place) => (kind) => {
    if (pagesAddress(house) === undefined)
      throw new Error('messages of this campaign name links, and nobody has said where people reach them: set CARILLON_PAGES_URL');
    return pageUrl(house, companyId, { kind, messageId: messageOf(place) });
  };
};

const previewBegins = 'preview-';
/** As long as the tokens of a file's first rows, so that segments are counted right. */
const tokenLetters = 26;

export const isPreviewToken = (token: string): boolean => token.startsWith(previewBegins);

/** A link of a message that is only looked at, or tested: its page says so. */
export const previewLinks =
  (house: Pick<House, 'publicUrl' | 'pagesUrl'>): LinkTo =>
  (kind) =>
    // where no address is known yet one of usual length stands in
    `${pagesAddress(house) ?? 'http://127.0.0.1:8080'}/p/${`${previewBegins}${kind}-`.padEnd(tokenLetters, 'x')}`;

/** Throws a Refusal where a campaign names links and people could not reach them. */
export const assertReachable = (house: Pick<House, 'publicUrl' | 'pagesUrl'>, names: readonly LinkName[]): void => {
  const [first] = names;
  if (first === undefined || pagesAddress(house) !== undefined) return;
  throw new Refusal(
    'pages_unreachable',
    `the template names {{ ${first} }}, and nobody has said where people reach pages: set CARILLON_PAGES_URL (or CARILLON_PUBLIC_URL) to the public https address`,
  );
};
