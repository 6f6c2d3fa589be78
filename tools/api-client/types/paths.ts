// Made by "npm run -s api:client": never edited by hand.
import type * as companies from './companies.ts';
import type * as conversations from './conversations.ts';
import type * as messages from './messages.ts';

export type paths = companies.paths &
  conversations.paths &
  messages.paths;
export type schemas = companies.components['schemas'] &
  conversations.components['schemas'] &
  messages.components['schemas'];
