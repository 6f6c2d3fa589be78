import type { CallInstance, CallListInstance, CallPage } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { Found } from '#ports/provider.ts';
import { listPage, ListUnread, unread, wholeSecond } from './find-messages.ts';
import { callEndOf } from './statuses.ts';

const foundOf = ({ sid, to, status, answeredBy, dateCreated }: CallInstance, floor: Date): Found => {
  const { status: came = 'sending', code } = callEndOf(status, answeredBy) ?? {};
  // an unreadable date must not make a call look absent: absent may mean that the phone rings again
  const createdAt = Number.isNaN(Number(dateCreated)) || !dateCreated ? floor : dateCreated;
  return { reference: sid, to, createdAt: createdAt.toISOString(), status: came, ...(code !== undefined && { errorCode: code }) };
};

/**
 * Calls to one number made within the last `withinMs` by the provider's clock, newest first and without the words that were said: Twilio's list
 * has none. Its filter goes by when a call was begun, which one in a queue lacks, so the list is read without it. Rejects with
 * ListUnread where it can't be read.
 */
export const findCalls = async (
  calls: CallListInstance,
  providerNow: () => number,
  { to, withinMs }: Readonly<{ to: string; withinMs: number }>,
): Promise<readonly Found[]> => {
  const found: Found[] = [];
  let page: Pick<CallPage, 'instances' | 'nextPage'> = await calls.page({ to, pageSize: listPage.size }).catch(unread);
  const floor = wholeSecond(providerNow() - withinMs);
  for (let pages = 1; ; pages += 1) {
    const here = page.instances.map((call) => foundOf(call, floor));
    found.push(...here.filter(({ createdAt }) => createdAt >= floor.toISOString()));
    const isPast = here.length === 0 || here.some(({ createdAt }) => createdAt < floor.toISOString());
    const next = isPast ? undefined : await page.nextPage()?.catch(unread);
    if (!next) return found;
    if (pages >= listPage.most) throw new ListUnread('too_long');
    page = next;
  }
};
