import { campaignOf } from './change-campaign.ts';
import { campaignWaits } from './campaign-waits.ts';
import { duePages } from './due-pages.ts';
import { heldPackets, type HeldPacket } from './held-path.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

/** Something of a campaign that goes on only when a person has decided. */
export type CampaignQuestion =
  | Readonly<{ kind: 'version_not_approved'; version: number; approvedVersion: number | undefined }>
  | Readonly<{ kind: 'not_activated' }>
  | Readonly<{ kind: 'paused' }>
  | Readonly<{ kind: 'company_halted'; by: string; since: string }>
  | Readonly<{ kind: 'list_held'; packetId: string; vanished: number; relisted: number }>
  | Readonly<{ kind: 'messages_held'; why: 'route' | 'carrier' | 'registration' | 'doubt'; messages: number }>;

const mostHeld = 100;
const forPeople = new Set(['route', 'carrier', 'registration', 'doubt']);

const heldLists = async ({ documents }: House, campaignId: string): Promise<readonly CampaignQuestion[]> => {
  const found: CampaignQuestion[] = [];
  for await (const page of duePages<HeldPacket>(documents, heldPackets(campaignId), '9999')) {
    for (const { data } of page)
      found.push({ kind: 'list_held', packetId: data.packetId, vanished: data.vanished, relisted: data.relisted });
    if (found.length >= mostHeld) break;
  }
  return found.slice(0, mostHeld);
};

/** What of a campaign waits for a person, and not for its time. Throws a Refusal where there is no such campaign of the company. */
export const campaignQuestions = async (
  house: House,
  { companyId, campaignId }: Readonly<{ companyId: string; campaignId: string }>,
): Promise<readonly CampaignQuestion[]> => {
  const { campaign } = await campaignOf(house, companyId, campaignId);
  if (campaign.status === 'archived') return [];
  const { status, version, approved } = campaign;
  const halted = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.halted;
  const waits = await campaignWaits(house, { campaignId, companyId, status, halted: undefined });
  return [
    ...(approved?.version === version ? [] : [{ kind: 'version_not_approved', version, approvedVersion: approved?.version } as const]),
    ...(status === 'ready' ? [{ kind: 'not_activated' } as const] : []),
    ...(status === 'paused' ? [{ kind: 'paused' } as const] : []),
    ...(halted ? [{ kind: 'company_halted', by: halted.by, since: halted.since } as const] : []),
    ...(await heldLists(house, campaignId)),
    ...waits
      .filter(({ why }) => forPeople.has(why))
      .map(({ why, messages }) => ({ kind: 'messages_held', why: why as 'route', messages }) as const),
  ];
};
