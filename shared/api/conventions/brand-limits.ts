import { areAmong, brandReach, isAnyAmong, type BrandReach } from '#app/brand-reach.ts';
import { brandsBehind, brandsOfDefinition, type Branded, type BrandedKind } from '#app/brands-behind.ts';
import type { House } from '#app/house.ts';
import type { Call, Operation } from '../operation.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';

/**
 * What somebody sees who is limited to some brands. Whatever is of other brands, or of none, is to him as another company's: 404 in the same
 * words. Operations that name nothing by which its brand is known are not for him, unless they stand here.
 */

/** The company in whose place there is nothing. */
const nowhere = 'co_nobody';

/** Lists that leave out what he does not see (`ofOwnBrands`, `reachOf`). */
const filtered: ReadonlySet<string> = new Set([
  'listCampaigns',
  'listTemplateCampaigns',
  'listBrands',
  'listLocations',
  'listRegistrations',
  'listNumbers',
  'listPackets',
  'listScheduledMessages',
  'listMessages',
  'listConversations',
  'listAppointments',
  'listOptOuts',
  'exportOptOuts',
  'searchConsents',
  'searchPeople',
  'listEvents',
  'getReport',
  'downloadReport',
]);
/** What tells of no brand: what they are, and how they look, is the company's. */
const shared: ReadonlySet<string> = new Set([
  'getCompany',
  'listRoles',
  'listTemplates',
  'getTemplate',
  'listTemplateVersions',
  'renderTemplate',
]);
/** A list of contacts is of the whole company. */
const never: ReadonlySet<string> = new Set(['useContactList']);

const pathKinds: Readonly<Record<string, BrandedKind>> = {
  brands: 'brand',
  registrations: 'registration',
  numbers: 'number',
  campaigns: 'campaign',
  messages: 'message',
  packets: 'packet',
  scheduled_messages: 'packet',
  conversations: 'conversation',
  appointments: 'appointment',
  locations: 'location',
};
/** Resources whose `campaign`, in the query or the body, is all that they are about. */
const byCampaign: ReadonlySet<string> = new Set(['messages', 'packets', 'answers']);
/** Operations whose `brand`, in the query or the body, is all that they are about. */
const byBrand: ReadonlySet<string> = new Set(['createRegistration', 'addOptOut', 'importOptOuts', 'addConsent']);
/** What he may say of an appointment that nobody has spoken of yet: by its campaigns. */
const byCampaigns: ReadonlySet<string> = new Set(['putAppointment', 'putAppointments']);
const namedKinds = ['campaign', 'packet', 'message', 'brand', 'registration'] as const;

type Input = Readonly<{ path?: unknown; query?: unknown; body?: unknown }>;
type Brands = Awaited<ReturnType<typeof brandsBehind>>;
type Texts = Readonly<Record<string, unknown>>;

const resourceOf = ({ path }: Operation): string => path.split('/')[2] ?? '';

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** Campaigns and ids in the words about appointments, of one or of many. */
const wordsIn = (body: unknown): readonly Branded[] => {
  const { appointments, campaigns, id } = (body ?? {}) as Texts;
  const all = Array.isArray(appointments) ? appointments.flatMap(wordsIn) : [];
  const about: readonly Branded[] = typeof id === 'string' ? [{ kind: 'appointment', id }] : [];
  return [...all, ...about, ...texts(campaigns).map((one) => ({ kind: 'campaign' as const, id: one }))];
};

const namedIn = (operation: Operation, { path, query, body }: Input): readonly Branded[] => {
  const kind = pathKinds[resourceOf(operation)];
  const { id, number } = (path ?? {}) as Texts;
  const inPath = id ?? number;
  const others = [query, body].flatMap((part) =>
    namedKinds.flatMap((name) => {
      const value = (part as Texts | undefined)?.[name];
      return typeof value === 'string' ? [{ kind: name, id: value }] : [];
    }),
  );
  return [
    ...(kind && typeof inPath === 'string' ? [{ kind, id: inPath }] : []),
    ...others,
    ...(byCampaigns.has(operation.id) ? wordsIn(body) : []),
  ];
};

/** Whether what is named is all that it is about. */
const isBound = (operation: Operation, { path }: Input, named: readonly Branded[]): boolean => {
  const resource = resourceOf(operation);
  if (byCampaigns.has(operation.id)) return true;
  if (pathKinds[resource] && Object.keys(path ?? {}).length > 0) return true;
  if (byBrand.has(operation.id)) return named.some(({ kind }) => kind === 'brand');
  return byCampaign.has(resource) && named.some(({ kind }) => kind === 'campaign');
};

const refused = (): Problem => new Problem('brand_limited', 'You see some brands of the company, and this is about all of them.');

const checkDefinition = async (house: House, caller: Caller, { own, body }: Readonly<{ own: readonly string[]; body: unknown }>) => {
  if (!areAmong(own, await brandsOfDefinition(house, caller.companyId, body)))
    throw new Problem('brand_limited', 'Name a registration of your brands, or numbers of theirs alone.');
};

/** He may not give away what he does not see, nor make what nobody of some brands sees. */
const checkSite = (own: readonly string[], body: unknown): void => {
  if (!areAmong(own, texts((body as Texts | undefined)?.['brands'])))
    throw new Problem('brand_limited', 'Name brands of yours, and no others, as the brands of the location.');
};

/** A location of several brands is seen by whoever sees one of them, and changed by whoever sees all. */
const isHis = (
  { method }: Operation,
  { kind }: Branded,
  { own, brands }: Readonly<{ own: readonly string[]; brands: Brands }>,
): boolean => {
  if (kind !== 'location' || areAmong(own, brands) || !isAnyAmong(own, brands)) return areAmong(own, brands);
  if (method === 'get') return true;
  throw new Problem('brand_limited', 'This location is of other brands too: ask somebody who sees them.');
};

/** The caller as the operation is to see him: of no company, where he names what he does not see. Throws a Problem `brand_limited`. */
export const callerWithin = async (
  operation: Operation,
  { house, caller }: Pick<Call, 'house' | 'caller'>,
  input: Input,
): Promise<Caller> => {
  const own = caller.user?.brands;
  const { id, scope, open } = operation;
  if (!own || open || scope.startsWith('session:') || shared.has(id)) return caller;
  const named = namedIn(operation, input);
  if (never.has(id)) throw refused();
  if (id === 'createCampaign') {
    await checkDefinition(house, caller, { own, body: input.body });
    return caller;
  }
  if (id === 'addLocation') {
    checkSite(own, input.body);
    return caller;
  }
  if (!filtered.has(id) && !isBound(operation, input, named)) throw refused();
  for (const one of named) {
    const brands = await brandsBehind(house, caller.companyId, one);
    const isNew = one.kind === 'appointment' && brands.length === 0 && byCampaigns.has(id);
    if (!isNew && !isHis(operation, one, { own, brands })) return { ...caller, companyId: nowhere };
  }
  if (id === 'editLocation') checkSite(own, input.body);
  if (id === 'editCampaign') await checkDefinition(house, caller, { own, body: input.body });
  return caller;
};

const atOnce = 50;

/** What of a list the caller sees. */
export const ofOwnBrands = async <Item>(
  { house, caller }: Pick<Call, 'house' | 'caller'>,
  items: readonly Item[],
  thingOf: (item: Item) => Branded,
): Promise<readonly Item[]> => {
  const own = caller.user?.brands;
  if (!own) return items;
  const seen: Item[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    const some = items.slice(start, start + atOnce);
    const brands = await Promise.all(some.map((item) => brandsBehind(house, caller.companyId, thingOf(item))));
    seen.push(...some.filter((_, n) => areAmong(own, brands[n] ?? [])));
  }
  return seen;
};

/** What the caller sees, for verbs that choose among what there is; undefined: everything. */
export const reachOf = ({ house, caller }: Pick<Call, 'house' | 'caller'>): Promise<BrandReach | undefined> =>
  caller.user?.brands ? brandReach(house, caller.companyId, caller.user.brands) : Promise.resolve(undefined);
