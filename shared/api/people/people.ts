import type { Resource } from '../resource.ts';
import { forgetPerson } from './forget-person.ts';
import { searchPeople } from './search-people.ts';

export const people: Resource = {
  name: 'People',
  description: 'What you know of one contact point, and how to forget it.',
  operations: [searchPeople, forgetPerson],
  errors: {
    rebuild_busy: {
      status: 409,
      title: 'The reports are being made again',
      words: 'Nobody is forgotten while the reports are made again, since they may hold what was read before: ask again when that is done.',
    },
  },
};
