import { sendOne } from '#app/send-one.ts';
import type { Samples } from './sample.ts';

export const scheduledSamples: Samples = async ({ companyId, campaignId, house }) => {
  const cause = { id: 'req_scheduled', now: house.clock.now() };
  const startsAt = new Date(Date.parse(cause.now) + 400 * 86_400_000).toISOString();
  const later = async (person: string) => {
    const rows = [{ phone: '+12085550123', name: 'Ana', id: person }];
    return { id: (await sendOne(house, { companyId, campaignId, rows, reference: person, startsAt }, cause)).packetId };
  };
  return {
    listScheduledMessages: { query: { campaign: campaignId } },
    getScheduledMessages: { path: await later('S1') },
    editScheduledMessages: { path: await later('S2'), body: { starts_at: startsAt } },
    cancelScheduledMessages: { path: await later('S3') },
  };
};
