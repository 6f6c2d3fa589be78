import { campaign, type Campaign, type CampaignCommand, type KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignStream } from '#domain/kernel/streams.ts';
import { linksOf } from '#domain/message/links-of.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { Placed } from '#ports/event-store.ts';
import { assertSendersRegistered } from './assert-senders-registered.ts';
import { campaignWrite, readCampaign, type CampaignDocument } from './campaign-document.ts';
import { expectationWrites } from './expect-files.ts';
import { handle } from './handle.ts';
import { listedWrite, readListed, type ListedCampaign } from './listed-campaign.ts';
import type { House } from './house.ts';
import { assertReachable } from './page-url.ts';
import { topics } from './topics.ts';
import { replanWrite } from './wake-clock.ts';

/** After these the campaign's rows are looked at at once: they may be due, planned for another version, or to be let go. */
const wakes: ReadonlySet<CampaignCommand['type']> = new Set(['ApproveCampaign', 'ActivateCampaign', 'ResumeCampaign', 'ArchiveCampaign']);

type Changing = Readonly<{ companyId: string; command: CampaignCommand; cause: Cause; listed: ListedCampaign | undefined }>;

const documentsOf =
  ({ companyId, command, cause, listed }: Changing) =>
  (state: Campaign, { position: at }: Placed): readonly DocumentWrite[] => {
    const { campaignId } = command.data;
    const document: CampaignDocument = { companyId, campaign: state as KnownCampaign, at };
    const wake: DocumentWrite[] = wakes.has(command.type) ? [replanWrite(campaignId, cause)] : [];
    const expects = wakes.has(command.type) ? expectationWrites(campaignId, state, cause.now) : [];
    const shown = listedWrite({ companyId, campaignId, now: cause.now }, document.campaign, listed);
    return [campaignWrite(campaignId, document), shown, ...wake, ...expects];
  };

/** Commands that follow each other at once cost one firing. Milliseconds of real time. */
const gatherMs = 100;

/** Nobody waits for the next tick; it fires what this hint is lost for. */
const fireSoon = async ({ bus, log }: House, campaignId: string): Promise<void> => {
  // with a key of its own: it takes no place of a packet's hint, which says where it comes from
  const hint = { data: { campaignId }, key: `${campaignId}@changed`, delayMs: gatherMs };
  await bus
    .publish(topics.campaignFire, [hint])
    .catch(() => log.warn({ campaignId }, 'the campaign could not be woken: the next tick fires it'));
};

/** Puts, approves, activates, pauses, resumes or archives a campaign; its working document changes in the same commit. Throws Refusals. */
export const changeCampaign = async (house: House, companyId: string, command: CampaignCommand, cause: Cause): Promise<KnownCampaign> => {
  if (command.type === 'PutCampaign') assertReachable(house, linksOf(command.data.definition));
  await assertSendersRegistered(house, companyId, command);
  const listed = await readListed(house, companyId, command.data.campaignId);
  const { state } = await handle(house.store, campaign, {
    stream: campaignStream(command.data.campaignId),
    companyId,
    command,
    cause,
    documents: documentsOf({ companyId, command, cause, listed }),
  });
  if (command.type === 'ActivateCampaign' || command.type === 'ResumeCampaign') await fireSoon(house, command.data.campaignId);
  return state as KnownCampaign;
};

/** A campaign of that company; whatever belongs to another one does not exist. Throws a Refusal. */
export const campaignOf = async (house: Pick<House, 'documents'>, companyId: string, campaignId: string): Promise<CampaignDocument> => {
  const found = await readCampaign(house.documents, campaignId);
  if (found?.companyId === companyId) return found;
  throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
};

/** The company that owns a campaign; throws a Refusal when nobody does. */
export const ownerOf = async (house: House, campaignId: string): Promise<string> => {
  const found = await readCampaign(house.documents, campaignId);
  if (!found) throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: put one with "carillon campaign put FILE"`);
  return found.companyId;
};
