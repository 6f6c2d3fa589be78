import { Refusal } from '#domain/kernel/refusal.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';

export type DropCheck = Readonly<{ companyId: string; campaignId: string; /** it is declared to be all that there is */ full: boolean }>;

/** Before a file is put where nobody would look for it. Throws Refusals: campaign_unknown, list_not_possible. */
export const checkDrop = async ({ documents }: House, { companyId, campaignId, full }: DropCheck): Promise<void> => {
  const found = await readCampaign(documents, campaignId);
  if (found?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
  const { definition } = found.campaign.approved ?? found.campaign;
  if (!full || (definition.join === undefined && definition.fields['appointmentDate'] !== undefined)) return;
  throw new Refusal(
    'list_not_possible',
    `${campaignId} can't take full lists: it needs fields.appointmentDate, and no "join"; drop the file without --full`,
  );
};
