// Made by "npm run -s api:client": never edited by hand.
import type * as apiKeys from './api-keys.ts';
import type * as campaigns from './campaigns.ts';
import type * as companies from './companies.ts';
import type * as conversations from './conversations.ts';
import type * as messages from './messages.ts';
import type * as optOutsAndConsent from './opt-outs-and-consent.ts';
import type * as packets from './packets.ts';
import type * as senders from './senders.ts';
import type * as teamList from './team-list.ts';
import type * as webhookEndpoints from './webhook-endpoints.ts';

export type paths = apiKeys.paths &
  campaigns.paths &
  companies.paths &
  conversations.paths &
  messages.paths &
  optOutsAndConsent.paths &
  packets.paths &
  senders.paths &
  teamList.paths &
  webhookEndpoints.paths;
export type schemas = apiKeys.components['schemas'] &
  campaigns.components['schemas'] &
  companies.components['schemas'] &
  conversations.components['schemas'] &
  messages.components['schemas'] &
  optOutsAndConsent.components['schemas'] &
  packets.components['schemas'] &
  senders.components['schemas'] &
  teamList.components['schemas'] &
  webhookEndpoints.components['schemas'];
