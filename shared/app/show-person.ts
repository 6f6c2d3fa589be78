import type { Channel } from '#domain/kernel/ids.ts';
import { reachCells, type BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';
import { listsNaming, type ListsNaming } from './lists-naming.ts';
import { pagePlace, rowPage, type RowPage } from './page-place.ts';
import { showConsent, type ShownConsent } from './show-consent.ts';

export type PersonWanted = Readonly<{
  companyId: string;
  channel: Channel;
  to: string;
  /** of messages, and of replies */ limit: number;
  messagesAfter?: string | undefined;
  repliesAfter?: string | undefined;
  /** somebody sees what is of these alone */
  reach?: BrandReach | undefined;
}>;
export type ShownPerson = Readonly<{
  contactPoint: string;
  consent: ShownConsent;
  messages: RowPage;
  replies: RowPage;
  /** left out for whoever sees some brands: lists are of the whole company */ lists?: ListsNaming;
}>;

/**
 * All that a company knows of one contact point, whatever campaign it came from: what was sent and what came back, newest first, from the reporting tables;
 * what was said about messages from the log; and which kept lists have it. Throws ReadModelAway, and a Refusal `cursor_unknown`.
 */
export const showPerson = async (house: House, wanted: PersonWanted): Promise<ShownPerson> => {
  const { companyId, channel, to, limit, messagesAfter, repliesAfter, reach } = wanted;
  const places = [pagePlace(messagesAfter), pagePlace(repliesAfter)] as const;
  const consent = await showConsent(house, { companyId, channel, to, reach });
  const asked = { companyId, phone: consent.contactPoint, limit: limit + 1, ...reachCells(reach) };
  const [sent, said, lists] = await Promise.all([
    house.readModel.report('person-messages', { ...asked, ...places[0] }),
    house.readModel.report('person-replies', { ...asked, ...places[1] }),
    reach ? undefined : listsNaming(house, { companyId, contactPoint: consent.contactPoint, limit }),
  ]);
  return {
    contactPoint: consent.contactPoint,
    consent,
    messages: rowPage(sent.rows, limit, 'send_at'),
    replies: rowPage(said.rows, limit, 'said_at'),
    ...(lists && { lists }),
  };
};
