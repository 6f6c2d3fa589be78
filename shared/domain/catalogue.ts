import type { z } from 'zod';
import { accessEvents, type AccessEvent } from './access/events.ts';
import { supportEvents, type SupportEvent } from './access/support-events.ts';
import { auditEvents, type AuditEvent } from './access/audit-events.ts';
import { userEvents, type UserEvent } from './access/user-events.ts';
import { campaignEvents, type CampaignEvent } from './campaign/events.ts';
import { templateEvents, type TemplateEvent } from './campaign/template-events.ts';
import { testEvents, type TestEvent } from './campaign/test-events.ts';
import { companyEvents, type CompanyEvent } from './company/events.ts';
import { locationEvents, type LocationEvent } from './company/location-events.ts';
import { conversationEvents, type ConversationEvent } from './conversation/events.ts';
import { consentEvents, type ConsentEvent } from './consent/events.ts';
import { personEvents, type PersonEvent } from './consent/person-events.ts';
import { deliveryEvents, type DeliveryEvent } from './delivery/events.ts';
import { webhookEventSchemas, type WebhookEvent } from './delivery/webhook-events.ts';
import type { EventSchema, Recorded } from './kernel/event.ts';
import { messageEvents, type MessageEvent } from './message/events.ts';
import { packetEvents, type PacketEvent } from './packet/events.ts';
import { bookingEvents, type BookingEvent } from './message/booking-events.ts';
import { listEvents, type ListEvent } from './packet/list-events.ts';
import { brandEvents, type BrandEvent } from './registration/brand-events.ts';
import { registrationEvents, type RegistrationEvent } from './registration/events.ts';
import { numberEvents, type NumberEvent } from './registration/number-events.ts';
import { webhookEndpointEvents, webhookSampleEvents, type WebhookEndpointEvent, type WebhookSampleEvent } from './webhook/events.ts';

/** Every event that the log may hold. */
export type CarillonEvent =
  | CompanyEvent
  | LocationEvent
  | CampaignEvent
  | TemplateEvent
  | TestEvent
  | PacketEvent
  | ListEvent
  | MessageEvent
  | BookingEvent
  | DeliveryEvent
  | WebhookEvent
  | ConversationEvent
  | BrandEvent
  | RegistrationEvent
  | NumberEvent
  | ConsentEvent
  | PersonEvent
  | AccessEvent
  | SupportEvent
  | UserEvent
  | AuditEvent
  | WebhookEndpointEvent
  | WebhookSampleEvent;

/** Distributes, so that a switch over `type` narrows `data`. */
export type RecordedEvent = CarillonEvent extends infer E ? (E extends CarillonEvent ? Recorded<E> : never) : never;

type AnySchema = EventSchema<string, z.ZodType, z.ZodType>;

const all: readonly AnySchema[] = [
  ...companyEvents,
  ...locationEvents,
  ...campaignEvents,
  ...templateEvents,
  ...testEvents,
  ...packetEvents,
  ...listEvents,
  ...messageEvents,
  ...bookingEvents,
  ...deliveryEvents,
  ...webhookEventSchemas,
  ...consentEvents,
  ...personEvents,
  ...brandEvents,
  ...registrationEvents,
  ...numberEvents,
  ...conversationEvents,
  ...accessEvents,
  ...supportEvents,
  ...userEvents,
  ...auditEvents,
  ...webhookEndpointEvents,
  ...webhookSampleEvents,
];

export const schemaOf: ReadonlyMap<string, AnySchema> = new Map(all.map((schema) => [schema.type, schema]));
