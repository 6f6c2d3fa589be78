// Made by "npm run -s api:client": never edited by hand.
import type * as apiKeys from './api-keys.ts';
import type * as appointments from './appointments.ts';
import type * as audit from './audit.ts';
import type * as brands from './brands.ts';
import type * as campaigns from './campaigns.ts';
import type * as columnsOfFiles from './columns-of-files.ts';
import type * as companies from './companies.ts';
import type * as contactLists from './contact-lists.ts';
import type * as conversations from './conversations.ts';
import type * as events from './events.ts';
import type * as locations from './locations.ts';
import type * as messages from './messages.ts';
import type * as numbers from './numbers.ts';
import type * as optOutsAndConsent from './opt-outs-and-consent.ts';
import type * as packets from './packets.ts';
import type * as people from './people.ts';
import type * as registrations from './registrations.ts';
import type * as reports from './reports.ts';
import type * as scheduledMessages from './scheduled-messages.ts';
import type * as senders from './senders.ts';
import type * as session from './session.ts';
import type * as supportAccess from './support-access.ts';
import type * as teamList from './team-list.ts';
import type * as templates from './templates.ts';
import type * as users from './users.ts';
import type * as webhookEndpoints from './webhook-endpoints.ts';

export type paths = apiKeys.paths &
  appointments.paths &
  audit.paths &
  brands.paths &
  campaigns.paths &
  columnsOfFiles.paths &
  companies.paths &
  contactLists.paths &
  conversations.paths &
  events.paths &
  locations.paths &
  messages.paths &
  numbers.paths &
  optOutsAndConsent.paths &
  packets.paths &
  people.paths &
  registrations.paths &
  reports.paths &
  scheduledMessages.paths &
  senders.paths &
  session.paths &
  supportAccess.paths &
  teamList.paths &
  templates.paths &
  users.paths &
  webhookEndpoints.paths;
export type schemas = apiKeys.components['schemas'] &
  appointments.components['schemas'] &
  audit.components['schemas'] &
  brands.components['schemas'] &
  campaigns.components['schemas'] &
  columnsOfFiles.components['schemas'] &
  companies.components['schemas'] &
  contactLists.components['schemas'] &
  conversations.components['schemas'] &
  events.components['schemas'] &
  locations.components['schemas'] &
  messages.components['schemas'] &
  numbers.components['schemas'] &
  optOutsAndConsent.components['schemas'] &
  packets.components['schemas'] &
  people.components['schemas'] &
  registrations.components['schemas'] &
  reports.components['schemas'] &
  scheduledMessages.components['schemas'] &
  senders.components['schemas'] &
  session.components['schemas'] &
  supportAccess.components['schemas'] &
  teamList.components['schemas'] &
  templates.components['schemas'] &
  users.components['schemas'] &
  webhookEndpoints.components['schemas'];
