import { z } from '@hono/zod-openapi';
import { answersOfDay, type AnswersOfDay } from '#app/answers-of-day.ts';
import type { House } from '#app/house.ts';
import { readCampaign } from '#app/campaign-document.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignIdText } from '../conventions/ids.ts';

export const answersQuery = z.object({
  campaign: campaignIdText,
  day: z.iso.date().optional().openapi({ description: "on the campaign's clock; left out: today", example: '2026-11-29' }),
});

/** Throws a Refusal `campaign_unknown`, also for one of another company. */
export const answersFor = async (
  house: House,
  companyId: string,
  { campaign, day }: Readonly<{ campaign: string; day?: string | undefined }>,
): Promise<AnswersOfDay> => {
  const found = await readCampaign(house.documents, campaign);
  if (found?.companyId !== companyId) throw new Refusal('campaign_unknown', '');
  return answersOfDay(house, { campaignId: campaign, day });
};
