import { issueApiKey } from '#app/issue-api-key.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { registerCompany } from '#app/register-company.ts';
import type { House } from '#app/house.ts';
import type { Operation } from '#api/operation.ts';
import type { CampaignCommand } from '#domain/campaign/campaign.ts';
import type { Account } from '#domain/company/company.ts';
import type { ReadModel } from '#ports/read-model.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import { sendNow, testCompany } from './house-steps.ts';
import type { Answered } from './api-answers.ts';

/** A company with an active campaign, another company, and a key of each that may do everything. */
export type Furnished = Readonly<{ companyId: string; campaignId: string; key: string; otherKey: string; house: House }>;

let causes = 0;
const causeOf = (house: House) => ({ id: `req_furnish${(causes += 1)}`, now: house.clock.now() });

export const issue = async (
  house: House,
  companyId: string,
  scopes: readonly string[] = ['*'],
  mode: 'live' | 'test' | 'team' = 'live',
): Promise<string> => (await issueApiKey(house, { companyId, name: 'Test', mode, scopes, by: 'usr_test' }, causeOf(house))).secret;

/** A campaign that sends at once. */
const activeCampaign = async (house: House, companyId: string): Promise<string> => {
  const campaignId = campaignIdOf(companyId, sendNow.name);
  const change = (command: CampaignCommand) => changeCampaign(house, companyId, command, causeOf(house));
  await change({ type: 'PutCampaign', data: { campaignId, definition: sendNow } });
  await change({ type: 'ApproveCampaign', data: { campaignId, approvedBy: 'usr_test', version: 1 } });
  await change({ type: 'ActivateCampaign', data: { campaignId } });
  return campaignId;
};

const otherCompany = 'co_other';

export const furnish = async (house: House, account: Account): Promise<Furnished> => {
  await registerCompany(house, { companyId: testCompany, name: 'Test', account }, causeOf(house));
  await registerCompany(house, { companyId: otherCompany, name: 'Other', account }, causeOf(house));
  const campaignId = await activeCampaign(house, testCompany);
  return { companyId: testCompany, campaignId, key: await issue(house, testCompany), otherKey: await issue(house, otherCompany), house };
};

/** The same, seen from the other company, which gets a campaign of its own. */
export const furnishOther = async ({ house, key, otherKey }: Furnished): Promise<Furnished> => ({
  companyId: otherCompany,
  campaignId: await activeCampaign(house, otherCompany),
  key: otherKey,
  otherKey: key,
  house,
});

export type Asking = Readonly<{
  key?: string | undefined;
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

let keys = 0;

const urlOf = ({ path }: Operation, asking: Asking): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asking.path?.[name] ?? 'none'));
  const query = new URLSearchParams(asking.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
};

const bodyOf = (body: unknown): string | Buffer<ArrayBuffer> =>
  typeof body === 'string' || Buffer.isBuffer(body) ? (body as string) : JSON.stringify(body);

/** Calls an operation over HTTP as a program would: JSON, and an Idempotency-Key of its own wherever one is needed. */
export const callOperation = async (origin: string, operation: Operation, asking: Asking): Promise<Answered> => {
  const { key, body, headers } = asking;
  const response = await fetch(origin + urlOf(operation, asking), {
    method: operation.method.toUpperCase(),
    signal: AbortSignal.timeout(30_000),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': operation.upload?.contentTypes[0] ?? 'application/json' }),
      ...(operation.needsIdempotencyKey ? { 'idempotency-key': `test-${(keys += 1)}` } : {}),
      ...(operation.needsIfMatch ? { 'if-match': '*' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: bodyOf(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

export type ApiHouse = Furnished & Readonly<{ test: TestHouse; origin: string; close: () => Promise<void> }>;

/** The embedded house with its doors open on loopback; without a read model, the reports are away. */
export const openApiHouse = async (options: Readonly<{ readModel?: ReadModel }> = {}): Promise<ApiHouse> => {
  const test = await openTestHouse({ listening: true, ...options });
  const { name, accountId } = test.provider;
  const furnished = await furnish(test.house, { provider: name, accountId });
  return { ...furnished, test, origin: test.house.publicUrl, close: test.close };
};
