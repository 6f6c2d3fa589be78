import { parseMessageId } from '#domain/kernel/ids.ts';
import { areAmong, reaches, type BrandReach } from './brand-reach.ts';
import { brandsBehind } from './brands-behind.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';

type About = Readonly<{ companyId: string; reach: BrandReach; type: string }>;
type Data = Readonly<Record<string, unknown>>;

const textIn = (data: Data, name: string): string | undefined => {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
};

const campaignOf = async ({ documents }: House, data: Data): Promise<string | undefined> => {
  const packet = textIn(data, 'packet');
  return textIn(data, 'campaign') ?? (packet === undefined ? undefined : (await readPacketDocument(documents, packet))?.campaignId);
};

/** A reply by its number, what has a campaign by that and the number that it left from, the rest by its brand. */
const isSeen = async (house: House, { companyId, reach, type }: About, data: Data): Promise<boolean> => {
  const reply = textIn(data, 'reply');
  if (reply !== undefined) return areAmong(reach.brands, await brandsBehind(house, companyId, { kind: 'conversation', id: reply }));
  const brand = textIn(data, 'brand');
  if (brand !== undefined && !reach.brands.includes(brand)) return false;
  const campaignId = await campaignOf(house, data);
  if (campaignId === undefined) return brand !== undefined;
  return reaches(reach, { campaignId, sender: type.startsWith('message.') ? textIn(data, 'from') : undefined });
};

/** Messages that a reply may be about, those alone that are his. */
const candidatesWithin = async (house: House, { reach }: About, ids: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const id of ids) {
    const packetId = parseMessageId(id)?.packetId;
    const campaignId = packetId === undefined ? undefined : (await readPacketDocument(house.documents, packetId))?.campaignId;
    if (campaignId !== undefined && reach.campaigns.has(campaignId)) found.push(id);
  }
  return found;
};

/** The body of an event as somebody is told it who is limited to some brands; undefined: it is not about them. */
export const bodyWithin = async (house: House, about: About, body: string): Promise<string | undefined> => {
  const told = JSON.parse(body) as Readonly<{ data: Data }>;
  if (!(await isSeen(house, about, told.data))) return undefined;
  const { candidates } = told.data;
  if (!Array.isArray(candidates)) return body;
  return JSON.stringify({ ...told, data: { ...told.data, candidates: await candidatesWithin(house, about, candidates as string[]) } });
};
