import type { Resource } from '../resource.ts';
import { getLocation, listLocations } from './read-locations.ts';
import { addLocation, editLocation, removeLocation } from './write-locations.ts';

export const locations: Resource = {
  name: 'Locations',
  description: 'Sites of the company, each with the code by which your rows name it, its address, phone and time zone. Up to 1,000.',
  operations: [addLocation, listLocations, getLocation, editLocation, removeLocation],
  errors: {
    location_unknown: { status: 404, title: 'There is no such location', words: 'No location of this company has this id.' },
    location_exists: {
      status: 409,
      title: 'A location goes by this code or name',
      words: 'A row must mean one location alone: edit that one, or take another code and name.',
    },
    locations_full: {
      status: 409,
      title: 'There are too many locations',
      words: 'A company has up to 1,000: remove one that is not used.',
    },
  },
};
