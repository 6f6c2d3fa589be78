import type { MessageInstance, MessageListInstance, MessagePage } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Found } from '#ports/provider.ts';
import { numberOf } from './addresses.ts';
import { failureOf } from './error-codes.ts';
import { outcomeOfError } from './outcome.ts';
import { statusOf } from './statuses.ts';

/** Newest records that are read at once, and pages at most. */
export const listPage = { size: 1_000, most: 5 } as const;

/** The list could not be read whole, so nothing in it counts as absent. The text of Twilio's own error may hold a phone number. */
export class ListUnread extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the provider's list of messages could not be read: ${code}`);
    this.name = 'ListUnread';
    this.code = code;
  }
}

/** Twilio lists whole seconds: what was made at 12:00:00.900 says 12:00:00. Its Date header tells no more either. */
export const wholeSecond = (instantMs: number): Date => new Date(Math.floor(instantMs / 1000) * 1000 - 1000);

/** What Twilio puts before each text of an account that is not paid for yet: https://www.twilio.com/docs/usage/tutorials/how-to-use-your-free-trial-account. */
const trialWords = /^Sent from your Twilio trial account - /;

const foundOf = ({ sid, to, body, dateCreated, status, errorCode }: MessageInstance, floor: Date): Found => ({
  reference: sid,
  to: numberOf(to),
  // with them a text of ours would look absent, and be sent again
  body: body.replace(trialWords, ''),
  // An unreadable date or status must not make a message look absent: absent may mean that it is sent again.
  createdAt: (Number.isNaN(Number(dateCreated)) || !dateCreated ? floor : dateCreated).toISOString(),
  status: statusOf(status) ?? 'sending',
  ...(errorCode && { errorCode: failureOf(errorCode).code }),
});

export const unread = (error: unknown): never => {
  if (error instanceof ListUnread) throw error;
  const outcome = outcomeOfError(error);
  throw new ListUnread(outcome.kind === 'accepted' ? 'unreadable_answer' : outcome.code);
};

const sentSince = async (messages: MessageListInstance, to: string, floor: Date): Promise<MessageInstance[]> => {
  const found: MessageInstance[] = [];
  let page: Pick<MessagePage, 'instances' | 'nextPage'> | undefined = await messages.page({
    to,
    dateSentAfter: floor,
    pageSize: listPage.size,
  });
  for (let pages = 1; page; pages += 1) {
    if (pages > listPage.most) throw new ListUnread('too_long');
    found.push(...page.instances);
    page = await page.nextPage();
  }
  return found;
};

/**
 * Messages to one recipient made within the last `withinMs` by the provider's clock: ours may be wrong, and what it takes for too old would
 * be sent again. What still waits in Twilio's queue has no DateSent and might not match a filter by it,
 * so the newest page without that filter is read as well. `errorCode` is ours. Rejects with ListUnread where the list can't be read whole.
 */
export const findMessages = async (
  messages: MessageListInstance,
  providerNow: () => number,
  { to, withinMs }: Readonly<{ to: string; withinMs: number }>,
): Promise<readonly Found[]> => {
  // this answer says what time it is there
  const newest = await messages.page({ to, pageSize: listPage.size }).catch(unread);
  const floor = wholeSecond(providerNow() - withinMs);
  const sent = await sentSince(messages, to, floor).catch(unread);
  const bySid = new Map([...newest.instances, ...sent].map((message) => [message.sid, foundOf(message, floor)]));
  return [...bySid.values()].filter(({ createdAt }) => createdAt >= floor.toISOString());
};
