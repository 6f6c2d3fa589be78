import { company, type Company, type HaltCompany, type LiftCompany } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { companyStream } from '#domain/kernel/streams.ts';
import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { duePages } from './due-pages.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { wakeWork } from './wake-work.ts';

/** Whoever is asked again within this real time says the same: a halt is seen by every handler at most so much later, milliseconds. */
const rememberedMs = 2_000;
const mostRemembered = 1_000;

const seen = new WeakMap<House, Map<string, Readonly<{ halted: boolean; until: number }>>>();

/** What somebody has just read of the company. */
export const noteHalted = (house: House, companyId: string, halted: boolean): void => {
  const memory = seen.get(house) ?? new Map<string, Readonly<{ halted: boolean; until: number }>>();
  seen.set(house, memory);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(companyId, { halted, until: house.clock.realMs() + rememberedMs });
};

/** Whether nothing of the company may leave. Asked before each call of a provider, so it looks at the document every two seconds only. */
export const isHalted = async (house: House, companyId: string): Promise<boolean> => {
  const known = seen.get(house)?.get(companyId);
  if (known && known.until > house.clock.realMs()) return known.halted;
  const halted = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.halted !== undefined;
  noteHalted(house, companyId, halted);
  return halted;
};

const documentOf = (companyId: string, state: Company): readonly DocumentWrite[] => {
  if (state.status !== 'registered') return [];
  const { status: _, ...data } = state;
  return [{ path: companyPath(companyId), data: data satisfies CompanyDocument }];
};

const change = async ({ store }: House, command: HaltCompany | LiftCompany, cause: Cause): Promise<Company> => {
  const { companyId } = command.data;
  const documents = (state: Company): readonly DocumentWrite[] => documentOf(companyId, state);
  return (await handle(store, company, { stream: companyStream(companyId), companyId, command, cause, documents })).state;
};

/** Throws a Refusal where nothing of the company may leave. */
export const assertNotHalted = ({ halted }: Pick<CompanyDocument, 'halted'>, companyId: string): void => {
  if (!halted) return;
  throw new Refusal(
    'company_halted',
    `${halted.by} stopped everything that ${companyId} sends at ${halted.since}: "carillon company lift ${companyId}" lets it go on`,
  );
};

/** What a halt is asked with. `by`: who says so. */
export type HaltRequest = Readonly<{ companyId: string; by: string; reason?: string | undefined }>;

/**
 * Nothing of the company leaves any more, whatever the campaign: no call of a provider begins later than two seconds from now, and what has
 * begun ends within the provider's time-out. Everything that waits keeps its place. Again: nothing. Throws a Refusal for an unknown company.
 */
export const haltCompany = async (house: House, request: HaltRequest, cause: Cause): Promise<Company> => {
  const state = await change(house, { type: 'HaltCompany', data: { ...request, haltedAt: cause.now } }, cause);
  seen.get(house)?.delete(request.companyId);
  return state;
};

/** What waits goes on at once, not at the next tick; what became too late meanwhile expires. Throws a Refusal for an unknown company. */
export const liftCompany = async (house: House, { companyId, by }: Omit<HaltRequest, 'reason'>, cause: Cause): Promise<Company> => {
  const state = await change(house, { type: 'LiftCompany', data: { companyId, by } }, cause);
  seen.get(house)?.delete(companyId);
  for await (const items of duePages<WorkItem>(house.documents, queueOf(companyId), cause.now))
    await wakeWork(
      house,
      items.map(({ path, data }) => ({ item: data, hint: { data: { path }, key: path } })),
    );
  return state;
};
