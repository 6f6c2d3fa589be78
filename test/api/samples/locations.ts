import { changeLocation, newLocationId } from '#app/change-location.ts';
import type { Samples } from './sample.ts';

export const locationSamples: Samples = async ({ companyId, house }) => {
  const made = async (code: string): Promise<string> => {
    const cause = { id: `req_location_${code}`, now: house.clock.now() };
    const locationId = newLocationId(companyId, cause);
    const data = { locationId, companyId, by: 'usr_test', code, name: `Site ${code}`, timezone: 'America/Boise' };
    await changeLocation(house, { type: 'AddLocation', data }, cause);
    return locationId;
  };
  const site = { name: 'Hillside Boise', address: '12 Main St, Boise', phone: '(208) 555-0100', timezone: 'America/Boise' };
  return {
    addLocation: { body: { ...site, code: 'BOI' } },
    listLocations: {},
    getLocation: { path: { id: await made('seen') } },
    editLocation: { path: { id: await made('edited') }, body: { ...site, code: 'edited', name: 'Edited' } },
    removeLocation: { path: { id: await made('removed') } },
  };
};
