import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { campaignId, instant, packetId } from '../kernel/ids.ts';
import { definition } from './definition.ts';
import { sourceName } from './mapping.ts';

const version = z.int().min(1);
/** who did it; left out by events of before this was noted, and where nobody said so */
const by = z.string().min(1).max(100).optional();

export const CampaignDrafted = eventSchema('CampaignDrafted', 1, z.object({ campaignId, version, definition, by }));
export const CampaignRevised = eventSchema('CampaignRevised', 1, z.object({ campaignId, version, definition, by }));
export const CampaignApproved = eventSchema('CampaignApproved', 1, z.object({ campaignId, version, approvedBy: z.string().min(1) }));
export const CampaignActivated = eventSchema('CampaignActivated', 1, z.object({ campaignId, version, by }));
export const CampaignPaused = eventSchema('CampaignPaused', 1, z.object({ campaignId, by }));
export const CampaignResumed = eventSchema('CampaignResumed', 1, z.object({ campaignId, version, by }));
export const CampaignArchived = eventSchema('CampaignArchived', 1, z.object({ campaignId, by }));
/** One run: every row due that no run has taken; or, where it `resends`, the failed messages of that packet once more. */
export const CampaignFired = eventSchema(
  'CampaignFired',
  1,
  z.object({ campaignId, run: z.int().min(1), version, firedAt: instant, resends: packetId.optional() }),
);

/** From now on the files of a source have these columns for these fields (field → column), whatever the campaign's versions name. */
export const CampaignColumnsMapped = eventSchema(
  'CampaignColumnsMapped',
  1,
  z.object({ campaignId, source: sourceName, fields: z.record(z.string(), z.string().min(1)) }),
);

export const campaignEvents = [
  CampaignDrafted,
  CampaignRevised,
  CampaignApproved,
  CampaignActivated,
  CampaignPaused,
  CampaignResumed,
  CampaignArchived,
  CampaignFired,
  CampaignColumnsMapped,
] as const;
export type CampaignEvent = EventOf<(typeof campaignEvents)[number]>;
