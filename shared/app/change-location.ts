import { createHash } from 'node:crypto';
import { locations, type Location, type LocationCommand, type Locations } from '#domain/company/locations.ts';
import type { LocationEvent } from '#domain/company/location-events.ts';
import { fold } from '#domain/kernel/decider.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { locationsStream } from '#domain/kernel/streams.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

/** Of a new location: the same request gives the same id. */
export const newLocationId = (companyId: string, { id }: Cause): string =>
  `loc_${idBody(createHash('sha256').update(`${companyId}/${id}`).digest(), 10)}`;

/** Adds, revises or removes a company's location; all that there are then. Throws Refusals. */
export const changeLocation = async ({ store }: Pick<House, 'store'>, command: LocationCommand, cause: Cause): Promise<Locations> => {
  const { companyId } = command.data;
  return (await handle(store, locations, { stream: locationsStream(companyId), companyId, command, cause })).state;
};

/** The first that was added first. */
export const readLocations = async ({ store }: Pick<House, 'store'>, companyId: string): Promise<Locations> =>
  fold(locations, (await store.read(locationsStream(companyId))).events as readonly unknown[] as readonly LocationEvent[]);

/** Throws a Refusal where the company has no such location. */
export const locationOf = async (house: Pick<House, 'store'>, companyId: string, locationId: string): Promise<Location> => {
  const found = (await readLocations(house, companyId)).get(locationId);
  if (!found) throw new Refusal('location_unknown', 'there is no such location: list the locations to see which there are');
  return found;
};
