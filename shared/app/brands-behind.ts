import { isPool } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { SenderNumber } from '#domain/work/limits-of.ts';
import { readBooking } from './booking.ts';
import { readLocations } from './change-location.ts';
import { readCampaign } from './campaign-document.ts';
import { poolPath, type Pool } from './choose-senders.ts';
import type { House } from './house.ts';
import { numberPath, ratedNumbers } from './limits-of-sender.ts';
import { ownReply } from './own-reply.ts';
import { readPacketDocument } from './packet-document.ts';
import { registrationPath, type RegistrationDocument } from './registrar-look.ts';
import { showMessage } from './show-message.ts';

export type BrandedKind =
  'brand' | 'registration' | 'number' | 'campaign' | 'message' | 'packet' | 'conversation' | 'appointment' | 'location';
export type Branded = Readonly<{ kind: BrandedKind; id: string }>;

/** undefined: something that no brand stands behind, as far as anybody has said. */
type Brands = readonly (string | undefined)[];

const ofNumbers = async (house: House, companyId: string, numbers: readonly string[]): Promise<Brands> => {
  const found = await house.documents.getMany<SenderNumber>(numbers.map(numberPath));
  const own = numbers.flatMap((number, n) => {
    const data = found[n]?.data;
    return data?.companyId === companyId ? [[number, data] as const] : [];
  });
  const rated = await ratedNumbers(house, own);
  return numbers.map((number) => rated.get(number)?.brandId);
};

const ofRegistration = async ({ documents }: House, companyId: string, id: string): Promise<Brands> => {
  const found = (await documents.get<RegistrationDocument>(registrationPath(id)))?.data;
  return [found?.companyId === companyId ? found.brandId : undefined];
};

/** Wherever a number or a pool sends; `from` is also the beginning of a window, which is neither. */
const sendersIn = (json: unknown): readonly string[] => {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') return sendersIn(value);
    const text = value.trim();
    return name === 'from' && (text.startsWith('+') || isPool(text)) ? [text] : [];
  });
};

/** Of a campaign's document, as it was read or as somebody sends it: its registration's, and those of all numbers that it sends from. */
export const brandsOfDefinition = async (house: House, companyId: string, definition: unknown): Promise<Brands> => {
  const senders = [...new Set(sendersIn(definition))];
  const pools = await house.documents.getMany<Pool>(senders.filter(isPool).map(poolPath));
  const pooled = pools.map((pool) => (pool?.data.companyId === companyId ? pool.data.numbers : []));
  const numbers = [...senders.filter((one) => !isPool(one)), ...pooled.flat()];
  const { registration } = (definition ?? {}) as { registration?: unknown };
  const isOwn = typeof registration === 'string' && registration.startsWith('reg_');
  return [
    ...(isOwn ? await ofRegistration(house, companyId, registration) : []),
    ...(await ofNumbers(house, companyId, numbers)),
    // a pool that is not there, or is empty, may have any number tomorrow
    ...pooled.flatMap((one) => (one.length === 0 ? [undefined] : [])),
  ];
};

/** The version that sends counts as the newest one does. */
const ofCampaign = async (house: House, companyId: string, id: string): Promise<Brands> => {
  const found = await readCampaign(house.documents, id);
  if (found?.companyId !== companyId) return [];
  const { definition, approved } = found.campaign;
  const sending = approved && approved.version !== found.campaign.version ? [approved.definition] : [];
  return (await Promise.all([definition, ...sending].map((one) => brandsOfDefinition(house, companyId, one)))).flat();
};

const orNothing = async (brands: Promise<Brands>): Promise<Brands> => {
  try {
    return await brands;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const ofMessage = async (house: House, companyId: string, messageId: string): Promise<Brands> => {
  const { campaignId, from } = await showMessage(house, { companyId, messageId });
  const own = from.startsWith('+') ? await ofNumbers(house, companyId, [from]) : [];
  return [...own, ...(await ofCampaign(house, companyId, campaignId))];
};

/** The number that it came to, and the campaign that it is about, where anybody knows that. */
const ofConversation = async (house: House, companyId: string, reply: string): Promise<Brands> => {
  const { received, outcome } = (await ownReply(house, { companyId, reply })).reply;
  const campaignId = outcome && 'campaignId' in outcome.data ? outcome.data.campaignId : undefined;
  const about = campaignId === undefined ? [] : await ofCampaign(house, companyId, campaignId);
  return [...(await ofNumbers(house, companyId, [received.sender])), ...about];
};

/** Of all campaigns that ever told of it; nothing where nobody has said anything of it. */
const ofAppointment = async (house: House, companyId: string, id: string): Promise<Brands> => {
  const { places = [], before = [] } = (await readBooking(house, companyId, id))?.data ?? {};
  const campaigns = [...new Set([...places, ...before].map(({ campaignId }) => campaignId))];
  return (await Promise.all(campaigns.map((one) => ofCampaign(house, companyId, one)))).flat();
};

const ofPacket = async (house: House, companyId: string, id: string): Promise<Brands> => {
  const found = await readPacketDocument(house.documents, id);
  return found?.companyId === companyId ? ofCampaign(house, companyId, found.campaignId) : [];
};

/** All brands that something goes by; none where there is no such thing of the company. */
export const brandsBehind = async (house: House, companyId: string, { kind, id }: Branded): Promise<Brands> => {
  if (kind === 'brand') return [id];
  if (kind === 'registration') return ofRegistration(house, companyId, id);
  if (kind === 'number') return ofNumbers(house, companyId, [id]);
  if (kind === 'message') return orNothing(ofMessage(house, companyId, id));
  if (kind === 'conversation') return orNothing(ofConversation(house, companyId, id));
  if (kind === 'appointment') return ofAppointment(house, companyId, id);
  if (kind === 'location') return (await readLocations(house, companyId)).get(id)?.brands ?? [];
  if (kind === 'packet') return ofPacket(house, companyId, id);
  return ofCampaign(house, companyId, id);
};
