import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { isPool } from '#domain/kernel/ids.ts';
import { campaignIdOf, readCampaign } from './campaign-document.ts';
import { changeCampaign } from './change-campaign.ts';
import type { House } from './house.ts';
import { mirrorLocations } from './mirror-locations.ts';
import { testCompanyOf } from './test-company.ts';

/** A number of the test network from which everything may be sent: the company's own pools are not the test company's. */
const anyNumber = '+15005550006';

const withoutPools = (definition: Definition): Definition =>
  JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
    key === 'from' && isPool(value as string) ? anyNumber : value,
  ) as Definition;

const mostRemembered = 5_000;
/** By campaign and version: the campaign of the test company that says the same. */
const made = new WeakMap<House, Map<string, string>>();

const standIn = async (house: House, testId: string, definition: Definition, cause: Cause): Promise<string> => {
  const campaignId = campaignIdOf(testId, definition.name);
  const change = (command: Parameters<typeof changeCampaign>[2]): Promise<unknown> => changeCampaign(house, testId, command, cause);
  await change({ type: 'PutCampaign', data: { campaignId, definition: withoutPools(definition) } });
  await change({ type: 'ApproveCampaign', data: { campaignId, approvedBy: 'test key' } });
  await change({ type: 'ActivateCampaign', data: { campaignId } });
  return campaignId;
};

export type TestOf = Readonly<{ companyId: string; campaignId: string }>;

/**
 * The campaign by which a test key sends: the test company's own, or one that says what the company's campaign of that id says in its approved
 * version, else in its newest. Undefined: there is none of that id.
 */
export const testCampaign = async (house: House, { companyId, campaignId }: TestOf, cause: Cause): Promise<string | undefined> => {
  const testId = testCompanyOf(companyId);
  const found = await readCampaign(house.documents, campaignId);
  if (found?.companyId !== testId && found?.companyId !== companyId) return undefined;
  const { definition, version } = found.campaign.approved ?? found.campaign;
  if (definition.fields['location'] !== undefined) await mirrorLocations(house, { companyId, testId }, cause);
  if (found.companyId === testId) return campaignId;
  const memory = made.get(house) ?? new Map<string, string>();
  made.set(house, memory);
  const key = `${campaignId} ${version}`;
  const known = memory.get(key) ?? (await standIn(house, testId, definition, cause));
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, known);
  return known;
};
