import { senderPath, type OwnSender, type SenderDocument } from './conversation-of.ts';
import type { House } from './house.ts';

/** The companies that send from there through that account; none: it is nobody's here. */
export const ownersOf = async ({ documents }: House, own: OwnSender): Promise<readonly string[]> =>
  (await documents.get<SenderDocument>(senderPath(own)))?.data.companies ?? [];
