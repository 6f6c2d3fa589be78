import type { CampaignEvent } from '../campaign/events.ts';
import type { CompanyEvent } from '../company/events.ts';
import type { ConsentEvent } from '../consent/events.ts';
import type { ConversationEvent } from '../conversation/events.ts';
import type { DeliveryEvent } from '../delivery/events.ts';
import type { Recorded } from '../kernel/event.ts';
import { messageIdIn, type Place } from '../kernel/ids.ts';
import { packetOfChunk } from '../kernel/streams.ts';
import type { MessageEvent } from '../message/events.ts';
import type { PacketEvent } from '../packet/events.ts';
import type { BrandEvent } from '../registration/brand-events.ts';
import type { RegistrationEvent } from '../registration/events.ts';
import type { NumberEvent } from '../registration/number-events.ts';
import { eventTypes, isEventType, type EventTypeName } from './event-types.ts';
import type { WebhookEndpointEvent, WebhookSampleEvent } from './events.ts';

type Known =
  | CampaignEvent
  | CompanyEvent
  | ConsentEvent
  | ConversationEvent
  | DeliveryEvent
  | MessageEvent
  | PacketEvent
  | BrandEvent
  | RegistrationEvent
  | NumberEvent
  | WebhookEndpointEvent
  | WebhookSampleEvent;
type KnownRecord = Known extends infer E ? (E extends Known ? Recorded<E> : never) : never;
export type LogEvent = Readonly<{ type: string; id: string; stream: string; data: unknown; private?: unknown }>;

/** What an event of the log says to customers. */
export type PublicEvent = Readonly<{
  type: EventTypeName;
  /** the same fact, told twice by whomever, has the same text: its public id is made of it */
  fact: string;
  data: Readonly<Record<string, unknown>>;
  /** the message that it is about: its reference, sender and recipient are told beside it */
  message?: string;
  /** told of files alone, not of what came by a request */
  ofPacket?: string;
  /** nothing has happened: it is told there alone */
  sampleAt?: readonly string[];
}>;

const reported = {
  delivered: 'message.delivered',
  undelivered: 'message.undelivered',
  failed: 'message.failed',
  read: 'message.read',
  canceled: 'message.canceled',
} as const;

const ofMessage = {
  MessageSent: 'message.sent',
  MessageFailed: 'message.failed',
  MessageExpired: 'message.expired',
  MessageCanceled: 'message.canceled',
  MessageDoubted: 'message.in_doubt',
} as const;

type Said = Place &
  Readonly<{
    campaignId?: string | undefined;
    code?: string | undefined;
    segments?: number | undefined;
    price?: string | undefined;
    currency?: string | undefined;
  }>;

const messageEvent = (type: EventTypeName, stream: string, said: Said): PublicEvent => {
  const { row, channel, campaignId: campaign, code, segments, price, currency } = said;
  const id = messageIdIn(stream, said);
  const data = { message: id, packet: packetOfChunk(stream), campaign, row, channel, code, segments, price, currency };
  return { type, fact: id, data, message: id };
};

const rowEvent = (
  type: 'row.rejected' | 'row.skipped',
  stream: string,
  said: Said & Readonly<{ field?: string | undefined }>,
): PublicEvent => {
  const { row, channel, campaignId: campaign, code, field } = said;
  const id = messageIdIn(stream, said);
  return { type, fact: id, data: { packet: packetOfChunk(stream), campaign, row, channel, code, field }, message: id };
};

const answers = {
  AppointmentConfirmed: 'appointment.confirmed',
  AppointmentCancelled: 'appointment.cancelled',
  RescheduleRequested: 'appointment.reschedule_requested',
} as const;

const ofCampaign = {
  CampaignApproved: 'campaign.approved',
  CampaignActivated: 'campaign.activated',
  CampaignFired: 'campaign.fired',
  CampaignPaused: 'campaign.paused',
  CampaignResumed: 'campaign.resumed',
  CampaignArchived: 'campaign.archived',
} as const;

const ofRegistrar = {
  BrandApproved: 'brand.approved',
  BrandRejected: 'brand.rejected',
  BrandSuspended: 'brand.suspended',
  RegistrationApproved: 'registration.approved',
  RegistrationRenewed: 'registration.approved',
  RegistrationRejected: 'registration.rejected',
  RegistrationSuspended: 'registration.suspended',
  RegistrationExpired: 'registration.expired',
  NumberAssigned: 'number.assigned',
  NumberVerified: 'number.verified',
  NumberSuspended: 'number.suspended',
  NumberResumed: 'number.resumed',
  NumberReleased: 'number.released',
} as const;

const mostText = 4_000;
const mostCandidates = 20;

type Registered = Readonly<{
  brandId?: string | undefined;
  registrationId?: string | undefined;
  numberId?: string | undefined;
  reasons?: readonly Readonly<{ code: string; providerCode?: string | undefined }>[] | undefined;
}>;

const registrarEvent = (type: EventTypeName, id: string, { brandId, registrationId, numberId, reasons }: Registered): PublicEvent => ({
  type,
  fact: id,
  data: {
    brand: brandId,
    registration: registrationId,
    number: numberId,
    reasons: reasons?.map(({ code, providerCode }) => ({ code, ...(providerCode === undefined ? {} : { provider_code: providerCode }) })),
  },
});

const contactEvent = (event: Extract<KnownRecord, { type: 'ConsentGiven' | 'ConsentWithdrawn' }>): PublicEvent => {
  const { family, scope, source, brandId: brand, campaignId: campaign, messageId: message } = event.data;
  const about = { contact_point: event.private?.contactPoint ?? null, family, scope, source, brand, campaign, message };
  if (event.type === 'ConsentGiven') return { type: 'contact.opted_in', fact: event.id, data: { ...about, purpose: event.data.purpose } };
  return { type: 'contact.opted_out', fact: event.id, data: { ...about, until: event.data.until } };
};

const receivedEvent = ({ id, data, private: person }: Extract<KnownRecord, { type: 'MessageReceived' }>): PublicEvent => ({
  type: 'message.received',
  fact: id,
  data: {
    reply: data.reply,
    channel: data.channel,
    from: person?.from ?? null,
    to: data.sender,
    body: person?.body.slice(0, mostText) ?? null,
    media: data.media ?? 0,
    message: data.messageId,
    said_at: data.saidAt,
  },
});

/** Why a person has to read it, in plain words. */
const unclearWords: Readonly<Record<string, string>> = {
  words: 'Nobody can be sure what the words mean.',
  several: 'It may be about any of several appointments.',
  unmatched: 'It answers no message that is open.',
  cancel_word: 'It took the person off the list, and may have been about the visit.',
  start_held: 'The person wants messages again, and somebody else had entered that they stop.',
};

const replyEvent = ({ id, data }: Extract<KnownRecord, { type: 'ReplyUnclear' }>): PublicEvent => {
  const { reply, code, campaignId: campaign, messageId: message, candidates, saidAt } = data;
  const detail = unclearWords[code];
  const told = { reply, code, detail, campaign, message, candidates: candidates?.slice(0, mostCandidates), said_at: saidAt };
  return { type: 'reply.unclear', fact: id, data: told };
};

const packetEvent = (event: Extract<KnownRecord, { type: 'PacketLoaded' | 'PacketFailed' | 'PacketHeld' }>): PublicEvent => {
  const { packetId: packet, campaignId: campaign } = event.data;
  const about = { fact: event.id, ofPacket: packet };
  if (event.type === 'PacketLoaded') return { ...about, type: 'packet.loaded', data: { packet, campaign, rows: event.data.rows } };
  if (event.type === 'PacketHeld') {
    const { vanished, relisted } = event.data;
    return { ...about, type: 'packet.held', data: { packet, campaign, vanished, relisted } };
  }
  const { code, rows } = event.data;
  return { ...about, type: 'packet.failed', data: { packet, campaign, rows, code, detail: event.private?.message.slice(0, mostText) } };
};

type OfType<Type extends KnownRecord['type']> = Extract<KnownRecord, { type: Type }>;
type Tellers = { readonly [Type in KnownRecord['type']]?: (event: OfType<Type>) => PublicEvent | undefined };

const sent = ({ type, stream, data }: OfType<keyof typeof ofMessage>): PublicEvent => messageEvent(ofMessage[type], stream, data);

const answered = ({ type, id, data }: OfType<keyof typeof answers>): PublicEvent => {
  const { reply, campaignId: campaign, messageId, via, confidence, saidAt } = data;
  const told = { reply, campaign, message: messageId, via, confidence, said_at: saidAt };
  return { type: answers[type], fact: id, data: told, message: messageId };
};

const campaignMoved = ({ type, id, data }: OfType<keyof typeof ofCampaign>): PublicEvent => {
  const { campaignId: campaign, version, run } = data as { campaignId: string; version?: number; run?: number };
  return { type: ofCampaign[type], fact: id, data: { campaign, version, run } };
};

const companyEvent =
  (type: EventTypeName) =>
  ({ id, data }: OfType<'CompanyHalted' | 'CompanyLifted'>): PublicEvent => ({ type, fact: id, data: { company: data.companyId } });

const registered = ({ type, id, data }: OfType<keyof typeof ofRegistrar>): PublicEvent => registrarEvent(ofRegistrar[type], id, data);

const tellers: Tellers = {
  MessageSent: sent,
  MessageFailed: sent,
  MessageExpired: sent,
  MessageCanceled: sent,
  MessageDoubted: sent,
  DeliveryReported: ({ stream, data }) => {
    const type = (reported as Readonly<Record<string, EventTypeName>>)[data.status];
    return type && messageEvent(type, stream, data);
  },
  TouchRejected: ({ stream, data }) => rowEvent('row.rejected', stream, data),
  TouchSkipped: ({ stream, data }) => rowEvent('row.skipped', stream, data),
  MessageReceived: receivedEvent,
  ReplyUnclear: replyEvent,
  AppointmentConfirmed: answered,
  AppointmentCancelled: answered,
  RescheduleRequested: answered,
  ConsentGiven: contactEvent,
  ConsentWithdrawn: contactEvent,
  PacketLoaded: packetEvent,
  PacketFailed: packetEvent,
  PacketHeld: packetEvent,
  CampaignApproved: campaignMoved,
  CampaignActivated: campaignMoved,
  CampaignFired: campaignMoved,
  CampaignPaused: campaignMoved,
  CampaignResumed: campaignMoved,
  CampaignArchived: campaignMoved,
  CompanyHalted: companyEvent('company.halted'),
  CompanyLifted: companyEvent('company.lifted'),
  BrandApproved: registered,
  BrandRejected: registered,
  BrandSuspended: registered,
  RegistrationApproved: registered,
  RegistrationRenewed: registered,
  RegistrationRejected: registered,
  RegistrationSuspended: registered,
  RegistrationExpired: registered,
  NumberAssigned: registered,
  NumberVerified: registered,
  NumberSuspended: registered,
  NumberResumed: registered,
  NumberReleased: registered,
  WebhookEndpointDisabled: ({ id, data }) => ({
    type: 'webhook_endpoint.disabled',
    fact: id,
    data: { webhook_endpoint: data.endpointId, why: data.why },
  }),
  WebhookSampleAsked: ({ id, data: { sampleOf, endpointIds } }) =>
    isEventType(sampleOf) ? { type: sampleOf, fact: id, data: eventTypes[sampleOf].example, sampleAt: endpointIds } : undefined,
};

/** All that is ever told: whoever looks for it need not read the rest. */
export const toldTypes: ReadonlySet<string> = new Set(Object.keys(tellers));

const eventOf = (event: KnownRecord): PublicEvent | undefined =>
  Object.hasOwn(tellers, event.type) ? tellers[event.type]?.(event as never) : undefined;

/** Undefined: customers do not hear of it. Nothing that is left out of `data` is told as undefined. */
export const publicEventOf = (event: LogEvent): PublicEvent | undefined => {
  const told = eventOf(event as KnownRecord);
  return told && { ...told, data: Object.fromEntries(Object.entries(told.data).filter(([, value]) => value !== undefined)) };
};
