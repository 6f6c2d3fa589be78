import { contactListSamples } from './contact-lists.ts';
import { apiKeySamples } from './api-keys.ts';
import { appointmentSamples } from './appointments.ts';
import { auditSamples } from './audit.ts';
import { campaignSamples } from './campaigns.ts';
import { companySamples } from './companies.ts';
import { consentSamples } from './consent.ts';
import { conversationSamples } from './conversations.ts';
import { eventSamples } from './events.ts';
import { locationSamples } from './locations.ts';
import { mappingSamples } from './mappings.ts';
import { messageSamples } from './messages.ts';
import { packetSamples } from './packets.ts';
import { peopleSamples } from './people.ts';
import { registeredSamples } from './registered.ts';
import { reportSamples } from './reports.ts';
import { scheduledSamples } from './scheduled-messages.ts';
import { senderSamples } from './senders.ts';
import { sessionSamples } from './session.ts';
import { supportSamples } from './support-accesses.ts';
import { teamListSamples } from './team-list.ts';
import { userSamples } from './users.ts';
import { webhookEndpointSamples } from './webhook-endpoints.ts';
import { templateSamples } from './templates.ts';
import type { Samples } from './sample.ts';

/** A new resource is one line here. */
// prettier-ignore
export const allSamples: readonly Samples[] = [companySamples, locationSamples, campaignSamples, templateSamples, apiKeySamples, teamListSamples, sessionSamples, userSamples, messageSamples, scheduledSamples, conversationSamples, packetSamples, mappingSamples, contactListSamples, appointmentSamples, consentSamples, senderSamples, webhookEndpointSamples, registeredSamples, peopleSamples, reportSamples, eventSamples, auditSamples, supportSamples];
