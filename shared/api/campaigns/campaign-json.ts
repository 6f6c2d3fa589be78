import { z } from '@hono/zod-openapi';
import type { CampaignDocument } from '#app/campaign-document.ts';
import { campaignOf } from '#app/change-campaign.ts';
import type { House } from '#app/house.ts';
import type { ListedCampaign } from '#app/listed-campaign.ts';
import { etagOf } from '../conventions/etag.ts';
import { campaignIdText } from '../conventions/ids.ts';
import type { Answer } from '../operation.ts';
import { definitionBody, exampleDefinition } from './definition-body.ts';

export const campaignStatus = z.enum(['draft', 'ready', 'active', 'paused', 'archived']).openapi('CampaignStatus', {
  description:
    '`draft`: nobody has approved a version yet; `ready`: approved, sends nothing yet; `active`: sends; `paused`: keeps what waits; `archived`: ended',
});

export const campaign = z
  .object({
    object: z.literal('campaign'),
    id: campaignIdText,
    name: z.string(),
    status: campaignStatus,
    version: z.int().min(1).meta({ description: 'the newest version: the one that `definition` shows' }),
    approved_version: z.int().min(1).nullable().meta({ description: 'the version that sends' }),
    runs: z.int().min(0).meta({ description: 'how often it has fired' }),
    definition: definitionBody,
  })
  .openapi('Campaign');

export const campaignJson = (id: string, { campaign: state }: Pick<CampaignDocument, 'campaign'>) => ({
  object: 'campaign',
  id,
  name: state.definition.name,
  status: state.status,
  version: state.version,
  approved_version: state.approved?.version ?? null,
  runs: state.runs,
  definition: state.definition,
});

/** What an edit has to have seen: firing changes nothing of it. */
export const campaignEtag = (id: string, { campaign: { status, version, approved } }: Pick<CampaignDocument, 'campaign'>): string =>
  etagOf([id, version, status, approved?.version ?? null]);

export const campaignAnswer = (id: string, found: Pick<CampaignDocument, 'campaign'>, status = 200): Answer => ({
  status,
  body: campaignJson(id, found),
  headers: { etag: campaignEtag(id, found) },
});

/** Throws a Refusal `campaign_unknown`, also for what is another company's. */
export const shownCampaign = async (house: House, companyId: string, id: string): Promise<Answer> =>
  campaignAnswer(id, await campaignOf(house, companyId, id));

export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };
export const campaignParams = z.object({ id: campaignIdText });

export const listedCampaign = z
  .object({
    object: z.literal('campaign_summary'),
    id: campaignIdText,
    name: z.string(),
    status: campaignStatus,
    version: z.int().min(1),
    approved_version: z.int().min(1).nullable(),
    created_at: z.iso.datetime(),
    changed_at: z.iso.datetime(),
  })
  .openapi('CampaignSummary');

export const listedJson = ({ campaignId, name, status, version, approvedVersion, createdAt, changedAt }: ListedCampaign) => ({
  object: 'campaign_summary' as const,
  id: campaignId,
  name,
  status,
  version,
  approved_version: approvedVersion ?? null,
  created_at: createdAt,
  changed_at: changedAt,
});

export const exampleCampaign = {
  object: 'campaign',
  id: 'cmp_h7k2m9qxw3',
  name: 'Appointment reminder',
  status: 'draft',
  version: 1,
  approved_version: null,
  runs: 0,
  definition: exampleDefinition,
};
