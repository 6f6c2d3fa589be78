import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { sendWork } from '#app/send-work.ts';
import type { Document } from '#ports/documents.ts';
import type { TestHouse } from './house.ts';
import { deliverAll } from './house-run.ts';
import { countTypes, receivedBy, timesOf } from './house-story.ts';
import { activeCampaign, causeAt, load, people, sendNow } from './house-steps.ts';

export const workItems = ({ opened }: TestHouse): Promise<readonly Document<WorkItem>[]> =>
  opened.documents.due<WorkItem>('queue', '9999', 100);

/** A campaign with messages in its queue that nobody has begun to send: one work item for each 200 of them. */
export const queueMessages = async (
  test: TestHouse,
  { count = 3, definition = sendNow, content = people(count) }: { count?: number; definition?: Definition; content?: string } = {},
): Promise<Readonly<{ campaignId: string; path: string }>> => {
  const campaignId = await activeCampaign(test, definition);
  await load(test, campaignId, content);
  await deliverAll(test);
  const [item] = await workItems(test);
  if (!item) throw new Error('nothing was queued');
  return { campaignId, path: item.path };
};

/** One handler takes the item. */
export const send = async (test: TestHouse, path: string): Promise<void> => void (await sendWork(test.house, path, causeAt(test)));

const noEnd = { MessageFailed: undefined, MessageDoubted: undefined, MessageExpired: undefined, MessageCanceled: undefined };

/** The provider took each message once, the log says so once, and nothing is left to do. */
export const assertSentOnce = async (test: TestHouse, count: number, title?: string): Promise<void> => {
  const received = await receivedBy(test);
  assert.deepEqual([received.size, Math.max(...received.values())], [count, 1], title);
  const sent = await timesOf(test, 'MessageSent');
  assert.deepEqual([sent.size, Math.max(...sent.values())], [count, 1], title);
  const { MessageFailed, MessageDoubted, MessageExpired, MessageCanceled } = await countTypes(test);
  assert.deepEqual({ MessageFailed, MessageDoubted, MessageExpired, MessageCanceled }, noEnd, title);
  assert.deepEqual(await workItems(test), [], title);
};
