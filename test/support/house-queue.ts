import type { Definition } from '#domain/campaign/definition.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { sendWork } from '#app/send-work.ts';
import type { Document } from '#ports/documents.ts';
import type { TestHouse } from './house.ts';
import { deliverAll } from './house-run.ts';
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
export const send = (test: TestHouse, path: string): Promise<void> => sendWork(test.house, path, causeAt(test));
