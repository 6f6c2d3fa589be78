import { contactLists } from './contact-lists/contact-lists.ts';
import { apiKeys } from './api-keys/api-keys.ts';
import { appointments } from './appointments/appointments.ts';
import { audit } from './audit/audit.ts';
import { brands } from './brands/brands.ts';
import { campaigns } from './campaigns/campaigns.ts';
import { companies } from './companies/companies.ts';
import { consent } from './consent/consent.ts';
import { conversations } from './conversations/conversations.ts';
import { events } from './events/events.ts';
import { locations } from './locations/locations.ts';
import { mappings } from './mappings/mappings.ts';
import { messages } from './messages/messages.ts';
import { numbers } from './numbers/numbers.ts';
import { packets } from './packets/packets.ts';
import { people } from './people/people.ts';
import { registrations } from './registrations/registrations.ts';
import { reports } from './reports/reports.ts';
import { scheduledMessages } from './scheduled-messages/scheduled-messages.ts';
import { senders } from './senders/senders.ts';
import { sessions } from './session/sessions.ts';
import { supportAccesses } from './support-accesses/support-accesses.ts';
import { teamList } from './team-list/team-list.ts';
import { users } from './users/users.ts';
import { webhookEndpoints } from './webhook-endpoints/webhook-endpoints.ts';
import { templates } from './templates/templates.ts';
import type { Resource } from './resource.ts';

/** All there is, in the order in which /docs shows it: a new resource is one line here. */
// prettier-ignore
export const resources: readonly Resource[] = [companies, locations, campaigns, templates, apiKeys, teamList, sessions, users, messages, scheduledMessages, conversations, packets, mappings, contactLists, appointments, consent, brands, registrations, numbers, senders, webhookEndpoints, people, reports, events, audit, supportAccesses];
