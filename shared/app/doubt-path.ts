import { messageIdIn } from '#domain/kernel/ids.ts';
import type { MessageEvent } from '#domain/message/events.ts';
import type { DocumentWrite } from '#ports/documents.ts';

/** A message of which nobody can tell whether the provider has it: a person decides. */
export type Doubt = Readonly<{
  companyId: string;
  campaignId: string;
  messageId: string;
  code: string;
  /** business time */ since: string;
}>;

/** Due at all times, so that they can be listed. */
export const doubts = (companyId: string): string => `companies/${companyId}/doubts`;
export const doubtPath = (companyId: string, messageId: string): string => `${doubts(companyId)}/${messageId}`;

const keptDays = 90;

/** Those that the events of a commit leave to a person. */
export const doubtWrites = (
  events: readonly MessageEvent[],
  { companyId, stream, now }: Readonly<{ companyId: string; stream: string; now: string }>,
): readonly DocumentWrite[] =>
  events.flatMap((event): readonly DocumentWrite[] => {
    if (event.type !== 'MessageDoubted') return [];
    const { campaignId, code } = event.data;
    const messageId = messageIdIn(stream, event.data);
    const data: Doubt = { companyId, campaignId, messageId, code, since: now };
    const expiresAt = new Date(Date.parse(now) + keptDays * 86_400_000).toISOString();
    return [{ path: doubtPath(companyId, messageId), data, dueAt: now, expiresAt }];
  });
