import { campaignStream } from '#domain/kernel/streams.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import type { CampaignDocument } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { listedPath, listedWrite } from './listed-campaign.ts';
import { timeLimit } from './time-limit.ts';

/** Stands beside the lists of companies once every campaign of the house is in one. */
const filledPath = 'campaignList/filled';
const campaigns = 'campaigns';
/** A sweep goes on behind what it did; milliseconds of real time. */
const mostMs = 60_000;

/** Of processes that have looked: houses whose lists are whole, and companies whose list is. */
const whole = new WeakSet<House>();
const companies = new WeakMap<House, Set<string>>();
const mostRemembered = 10_000;

const idIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isWhole = async (house: House): Promise<boolean> => {
  if (whole.has(house)) return true;
  if ((await house.documents.get(filledPath)) === undefined) return false;
  whole.add(house);
  return true;
};

/** As if it had been listed since it was drafted. */
const list = async ({ store, documents }: House, { path, data: { companyId, campaign } }: Document<CampaignDocument>): Promise<void> => {
  const campaignId = idIn(path);
  const { events } = await store.read(campaignStream(campaignId));
  const said = events.filter(({ type }) => type !== 'CampaignFired');
  const [first] = said;
  if (!first) return;
  const about = { companyId, campaignId, now: said.at(-1)!.occurredAt };
  const write = listedWrite(about, campaign, { createdAt: first.occurredAt });
  await documents.write([{ ...write, ifAbsent: true }]).catch((error: unknown) => {
    // somebody has changed it in this moment, and listed it
    if (!(error instanceof DocumentMoved)) throw error;
  });
};

/** Lists what the list lacks of these. */
const listMissing = async (house: House, found: readonly Document<CampaignDocument>[]): Promise<number> => {
  const there = await house.documents.getMany(found.map(({ path, data }) => listedPath(data.companyId, idIn(path))));
  const missing = found.filter((_, n) => there[n] === undefined);
  for (const one of missing) await list(house, one);
  return missing.length;
};

/**
 * Campaigns that are older than the list come into it: of one company, for whoever lists it now, or of all, which the sweep does once and notes. Again:
 * nothing.
 */
export const fillCampaignList = async (house: House, companyId?: string): Promise<number> => {
  if (await isWhole(house)) return 0;
  const done = companies.get(house) ?? new Set<string>();
  companies.set(house, done);
  if (companyId !== undefined && done.has(companyId)) return 0;
  const isOver = timeLimit(house.clock, mostMs);
  let listed = 0;
  for await (const page of duePages<CampaignDocument>(house.documents, campaigns, '9999')) {
    listed += await listMissing(
      house,
      page.filter(({ data }) => companyId === undefined || data.companyId === companyId),
    );
    if (companyId === undefined && isOver()) return listed;
  }
  if (companyId === undefined) await house.documents.write([{ path: filledPath, data: { at: house.clock.now() } }]);
  else if (done.size < mostRemembered) done.add(companyId);
  return listed;
};
