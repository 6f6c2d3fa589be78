import type { Command, Decider } from '../kernel/decider.ts';
import { isZone } from '../kernel/local-time.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { LocationEvent } from './location-events.ts';

/** What is said of a site; `code` as rows name it, `timezone` one of the IANA database. */
export type Site = Readonly<{
  code: string;
  name: string;
  address?: string | undefined;
  phone?: string | undefined;
  /** how people find it, as they are to read it */
  directions?: string | undefined;
  timezone: string;
  /** brands that have people come there; left out: nobody has said, and whoever sees some brands alone does not see it */
  brands?: readonly string[] | undefined;
}>;
/** `version`: how often something was said of it. */
export type Location = Site & Readonly<{ version: number }>;
/** All sites of a company, by their ids. */
export type Locations = ReadonlyMap<string, Location>;

// Commands

type About = Readonly<{ locationId: string; companyId: string; by: string }>;
export type AddLocation = Command<'AddLocation', About & Site>;
/** `seen` is the version that the new one is made from. */
export type ReviseLocation = Command<'ReviseLocation', About & Site & { seen: number }>;
export type RemoveLocation = Command<'RemoveLocation', About>;
/** All of another company's, for the one that stands for it in tests; several commands where there are many. */
export type MirrorLocations = Command<'MirrorLocations', Omit<About, 'locationId'> & { like: Locations }>;
export type LocationCommand = AddLocation | ReviseLocation | RemoveLocation | MirrorLocations;

export const mostLocations = 1_000;

/** Another text whenever something else is said of the location. */
export const siteMark = (locationId: string, { version }: Pick<Location, 'version'>): string => `${locationId}@${version}`;

const folded = (text: string): string => text.trim().toLowerCase();

/** The site that a row names: by its code, its name or its id, in any case. */
export const siteNamed = (state: Locations, text: string): Location | undefined => {
  const asked = folded(text);
  const named = [...state.values()].find(({ code, name }) => folded(code) === asked || folded(name) === asked);
  return named ?? state.get(asked);
};

// Decide

const siteOf = ({ code, name, address, phone, directions, timezone, brands = [] }: Site): Omit<Site, 'brands'> & { brands?: string[] } => ({
  code,
  name,
  ...(address === undefined ? {} : { address }),
  ...(phone === undefined ? {} : { phone }),
  ...(directions === undefined ? {} : { directions }),
  timezone,
  ...(brands.length === 0 ? {} : { brands: [...new Set(brands)].sort() }),
});

const same = (one: Site, other: Site): boolean => JSON.stringify(siteOf(one)) === JSON.stringify(siteOf(other));

/** A row's word must mean one site alone. */
const checkSite = (locationId: string, { code, name, timezone }: Site, state: Locations): void => {
  if (!isZone(timezone))
    throw new Refusal('timezone_unknown', `there is no time zone "${timezone}"; write one of the IANA database, like America/Boise`);
  const words = [folded(code), folded(name)];
  const taken = [...state].find(([id, one]) => id !== locationId && (words.includes(folded(one.code)) || words.includes(folded(one.name))));
  if (taken)
    throw new Refusal(
      'location_exists',
      'another location goes by this code or name already: revise that one, or take another code and name',
    );
};

const known = (locationId: string, state: Locations): Location => {
  const found = state.get(locationId);
  if (!found) throw new Refusal('location_unknown', 'there is no such location: list the locations to see which there are');
  return found;
};

const add = ({ data }: AddLocation, state: Locations): readonly LocationEvent[] => {
  const { locationId, companyId, by } = data;
  const before = state.get(locationId);
  if (before && same(before, data)) return [];
  checkSite(locationId, data, state);
  if (state.size >= mostLocations)
    throw new Refusal('locations_full', `a company has up to ${mostLocations} locations: remove one that is not used`);
  return [{ type: 'LocationAdded', data: { locationId, companyId, by, ...siteOf(data) } }];
};

const revise = ({ data }: ReviseLocation, state: Locations): readonly LocationEvent[] => {
  const { locationId, companyId, by, seen } = data;
  const before = known(locationId, state);
  if (same(before, data)) return [];
  if (seen !== before.version) throw new Refusal('version_moved', `${locationId} was changed meanwhile: look again`);
  checkSite(locationId, data, state);
  return [{ type: 'LocationRevised', data: { locationId, companyId, by, ...siteOf(data) } }];
};

const changedAtOnce = 200;

const mirror = ({ data: { companyId, by, like } }: MirrorLocations, state: Locations): readonly LocationEvent[] => {
  const gone = [...state.keys()].flatMap((locationId): readonly LocationEvent[] =>
    like.has(locationId) ? [] : [{ type: 'LocationRemoved', data: { locationId, companyId, by } }],
  );
  const said = [...like].flatMap(([locationId, site]): readonly LocationEvent[] => {
    const before = state.get(locationId);
    if (before && same(before, site)) return [];
    return [{ type: before ? 'LocationRevised' : 'LocationAdded', data: { locationId, companyId, by, ...siteOf(site) } }];
  });
  return [...gone, ...said].slice(0, changedAtOnce);
};

const decide = (command: LocationCommand, state: Locations): readonly LocationEvent[] => {
  switch (command.type) {
    case 'AddLocation':
      return add(command, state);
    case 'ReviseLocation':
      return revise(command, state);
    case 'MirrorLocations':
      return mirror(command, state);
    default: {
      const { locationId, companyId, by } = command.data;
      known(locationId, state);
      return [{ type: 'LocationRemoved', data: { locationId, companyId, by } }];
    }
  }
};

// Evolve

const evolve = (state: Locations, event: LocationEvent): Locations => {
  const { locationId } = event.data;
  const next = new Map(state);
  if (event.type === 'LocationRemoved') next.delete(locationId);
  else next.set(locationId, { ...siteOf(event.data), version: (state.get(locationId)?.version ?? 0) + 1 });
  return next;
};

export const locations: Decider<Locations, LocationCommand, LocationEvent> = { initial: new Map(), decide, evolve };
