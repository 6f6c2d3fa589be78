import { createHash } from 'node:crypto';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { idBody, type Channel } from '#domain/kernel/ids.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import type { House } from './house.ts';

/** A contact point and the sender of ours that it speaks with. */
export type Speakers = Readonly<{ channel: Channel; sender: string; contactPoint: string }>;

/** Texts and pictures are one conversation. The id tells of nobody. */
export const conversationOf = ({ vault }: Pick<House, 'vault'>, companyId: string, { channel, sender, contactPoint }: Speakers): string =>
  `${companyId}-${vault.fingerprint(companyId, JSON.stringify(['conversation', channelFacts[channel].family, sender, contactPoint]))}`;

/** The messages of ours that somebody may still answer, the newest first: as they were kept until 2026-11-20, now `contexts-of.ts`. */
export type ConversationDocument = Readonly<{ contexts: readonly Context[] }>;

export const conversationPath = (conversationId: string): string => `conversations/${conversationId}`;

/** Whose sender it is, as far as messages were sent from it: several companies may share a simulated number. */
export type SenderDocument = Readonly<{
  companies: readonly string[];
  /** by company: a campaign that was sent from it, with which texts about consent are counted where nothing else says with which */
  campaigns?: Readonly<Record<string, string>>;
}>;

export type OwnSender = Readonly<{ provider: string; accountId: string; channel: Channel; sender: string }>;

export const senderPath = ({ provider, accountId, channel, sender }: OwnSender): string => {
  const text = JSON.stringify([provider, accountId, channelFacts[channel].family, sender]);
  return `ownSenders/${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
};

/** The same message of the same account is the same reply, however often it comes. */
export const replyIdOf = ({
  provider,
  accountId,
  reference,
}: Readonly<{ provider: string; accountId: string; reference: string }>): string =>
  `rpl_${idBody(
    createHash('sha256')
      .update(JSON.stringify([provider, accountId, reference]))
      .digest(),
    16,
  )}`;

/** A reply that somebody has still to read; kept for a while after, so that it is not taken twice. */
export type ReceivedDocument = Readonly<{
  companyId: string;
  conversationId: string;
  status: 'waiting' | 'read' | 'parked';
  /** how often reading it failed, and why the last time */
  attempts: number;
  error?: string;
}>;

export const receivedPath = (replyId: string): string => `received/${replyId}`;
export const replyIdIn = (path: string): string => path.slice('received/'.length);
