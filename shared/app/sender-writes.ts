import type { Document, DocumentWrite } from '#ports/documents.ts';
import { senderPath, type OwnSender, type SenderDocument } from './conversation-of.ts';
import type { House } from './house.ts';

/** Companies of one sender: where numbers are real it has one. */
const mostCompanies = 20;
const mostRemembered = 5_000;

/** What a process has seen stored. */
const stored = new WeakMap<House['documents'], Set<string>>();

type Owner = Readonly<{ companyId: string; campaignId: string }>;

const writeOf = (path: string, { companyId, campaignId }: Owner, found: Document<SenderDocument> | undefined): DocumentWrite => {
  const { companies = [], campaigns = {} } = found?.data ?? {};
  const senders = [companyId, ...companies.filter((one) => one !== companyId)].slice(0, mostCompanies);
  const known = Object.fromEntries(Object.entries(campaigns).filter(([one]) => senders.includes(one)));
  const data: SenderDocument = { companies: senders, campaigns: { ...known, [companyId]: campaignId } };
  return { path, data, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) };
};

/** What is missing of whose sender it is, by a message that went out from there. */
export const senderDocument = (path: string, owner: Owner, found: Document<SenderDocument> | undefined): readonly DocumentWrite[] => {
  const isKnown = found?.data.companies.includes(owner.companyId) && found.data.campaigns?.[owner.companyId] !== undefined;
  return isKnown ? [] : [writeOf(path, owner, found)];
};

/**
 * What the commit of intents writes of who sends: what comes back to these senders through that account is this company's. Costs nothing once a
 * process has seen it.
 */
export const senderWrites = async (
  { documents }: Pick<House, 'documents'>,
  owner: Owner,
  owns: readonly OwnSender[],
): Promise<readonly DocumentWrite[]> => {
  const { companyId } = owner;
  const seen = stored.get(documents) ?? new Set<string>();
  stored.set(documents, seen);
  const keyOf = (path: string): string => `${companyId} ${path}`;
  const paths = [...new Set(owns.map(senderPath))].filter((path) => !seen.has(keyOf(path)));
  if (paths.length === 0) return [];
  const found = await documents.getMany<SenderDocument>(paths);
  return paths.flatMap((path, n) => {
    const data = found[n]?.data;
    if (!data?.companies.includes(companyId) || data.campaigns?.[companyId] === undefined) return [writeOf(path, owner, found[n])];
    if (seen.size >= mostRemembered) seen.clear();
    seen.add(keyOf(path));
    return [];
  });
};
