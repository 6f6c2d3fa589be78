import type { z } from 'zod';
import {
  appointmentData,
  brandData,
  campaignData,
  companyData,
  contactData,
  endpointData,
  messageData,
  numberData,
  packetData,
  receivedData,
  registrationData,
  rowData,
  unclearData,
} from './payloads.ts';

/** What customers may hear of. A type never changes its meaning; new ones are added here, and only here. */
export type EventTypeFacts = Readonly<{
  /** when it is told, one sentence */
  says: string;
  data: z.ZodObject;
  /** of `data` */
  example: Readonly<Record<string, unknown>>;
}>;

const said = '2026-11-29T17:04:11.000Z';
const message = {
  message: 'msg_h7k2m9qxw3np-0-1-sms-0',
  packet: 'pkt_h7k2m9qxw3np',
  campaign: 'cmp_reminder',
  row: 1,
  channel: 'sms',
  reference: 'visit-8841',
  from: '+12085550199',
  to: '+12085550123',
};
const failed = { ...message, code: 'phone_unreachable', detail: 'The phone could not be reached.' };
const row = { packet: 'pkt_h7k2m9qxw3np', campaign: 'cmp_reminder', row: 7, channel: 'sms', reference: 'visit-8847' };
const answer = {
  reply: 'rpl_a2b3c4d5e6f7',
  campaign: 'cmp_reminder',
  message: 'msg_h7k2m9qxw3np-0-1-sms-0',
  row: 1,
  reference: 'visit-8841',
  via: 'words',
  confidence: 1,
  said_at: said,
};
const contact = { contact_point: '+12085550123', family: 'phone', scope: 'company', source: 'reply' };
const packet = { packet: 'pkt_h7k2m9qxw3np', campaign: 'cmp_reminder', rows: 240 };
const campaign = { campaign: 'cmp_reminder', version: 2 };
const refused = [{ code: 'website_unreachable', provider_code: '30908' }];

const of = (says: string, data: z.ZodObject, example: EventTypeFacts['example']): EventTypeFacts => ({ says, data, example });

export const eventTypes = {
  'message.sent': of('The provider has accepted a message.', messageData, { ...message, segments: 1 }),
  'message.delivered': of('A message has reached the phone or mailbox.', messageData, message),
  'message.read': of('A message was read, on channels that tell.', messageData, { ...message, channel: 'whatsapp' }),
  'message.undelivered': of('The network could not hand a message over.', messageData, failed),
  'message.failed': of('A message was refused, by the provider or before.', messageData, failed),
  'message.expired': of('The time of a message went by before it could leave.', messageData, { ...message, code: 'past_window' }),
  'message.canceled': of('A message that waited was taken back.', messageData, { ...message, code: 'canceled' }),
  'message.in_doubt': of('Nobody can tell whether the provider has a message; it is held until that is known.', messageData, message),
  'message.received': of('Somebody wrote to one of your numbers, addresses or pages.', receivedData, {
    reply: 'rpl_a2b3c4d5e6f7',
    channel: 'sms',
    from: '+12085550123',
    to: '+12085550199',
    body: 'C',
    media: 0,
    said_at: said,
  }),
  'row.rejected': of('A row can become no message by this channel.', rowData, { ...row, code: 'phone_invalid', field: 'phone' }),
  'row.skipped': of('A row must become no message by this channel: a duplicate, an opt-out, …', rowData, { ...row, code: 'duplicate' }),
  'reply.unclear': of('A reply waits for a person to read it.', unclearData, {
    reply: 'rpl_a2b3c4d5e6f7',
    code: 'words',
    detail: 'Nobody can be sure what the words mean.',
    said_at: said,
  }),
  'appointment.confirmed': of('Somebody will come.', appointmentData, answer),
  'appointment.cancelled': of('Somebody will not come.', appointmentData, answer),
  'appointment.reschedule_requested': of('Somebody asks for another time.', appointmentData, answer),
  'contact.opted_out': of('A contact point wants no more messages.', contactData, contact),
  'contact.opted_in': of('A contact point may be written to.', contactData, { ...contact, purpose: 'transactional' }),
  'packet.loaded': of('Every row of a file has been read.', packetData, packet),
  'packet.failed': of('A file can not be used.', packetData, {
    ...packet,
    rows: 0,
    code: 'columns_missing',
    detail: 'The file has no column for the phone.',
  }),
  'packet.held': of('A full list lacks so much of the one before that a person has to look at it.', packetData, {
    packet: 'pkt_h7k2m9qxw3np',
    campaign: 'cmp_reminder',
    vanished: 120,
    relisted: 80,
  }),
  'campaign.approved': of('Somebody has approved a version of a campaign.', campaignData, campaign),
  'campaign.activated': of('A campaign sends from now on.', campaignData, campaign),
  'campaign.fired': of('A campaign has begun a run.', campaignData, { ...campaign, run: 3 }),
  'campaign.paused': of('A campaign rests.', campaignData, { campaign: 'cmp_reminder' }),
  'campaign.resumed': of('A campaign goes on.', campaignData, campaign),
  'campaign.archived': of('A campaign is over.', campaignData, { campaign: 'cmp_reminder' }),
  'brand.approved': of('The registry knows your brand.', brandData, { brand: 'brd_hillside' }),
  'brand.rejected': of('The registry has refused your brand.', brandData, { brand: 'brd_hillside', reasons: refused }),
  'brand.suspended': of('Your brand may send no more.', brandData, { brand: 'brd_hillside', reasons: refused }),
  'registration.approved': of('A registration may send.', registrationData, { registration: 'reg_hillside' }),
  'registration.rejected': of('A registration was refused.', registrationData, { registration: 'reg_hillside', reasons: refused }),
  'registration.suspended': of('A registration may send no more.', registrationData, { registration: 'reg_hillside', reasons: refused }),
  'registration.expired': of('A registration has come to its end.', registrationData, { registration: 'reg_hillside' }),
  'number.assigned': of('A number sends for a registration.', numberData, { number: 'num_12085550199', registration: 'reg_hillside' }),
  'number.verified': of('A toll-free number may send.', numberData, { number: 'num_18005550199' }),
  'number.suspended': of('A number sends nothing until it is resumed.', numberData, { number: 'num_12085550199' }),
  'number.resumed': of('A number sends again.', numberData, { number: 'num_12085550199' }),
  'number.released': of('A number was given back.', numberData, { number: 'num_12085550199' }),
  'company.halted': of('Somebody has stopped everything that you send.', companyData, { company: 'co_hillside' }),
  'company.lifted': of('What was stopped goes on.', companyData, { company: 'co_hillside' }),
  'webhook_endpoint.disabled': of('One of your webhook endpoints is called no more.', endpointData, {
    webhook_endpoint: 'whk_h7k2m9qxw3np',
    why: 'failing',
  }),
} as const satisfies Readonly<Record<string, EventTypeFacts>>;

export type EventTypeName = keyof typeof eventTypes;
export const eventTypeNames = Object.keys(eventTypes) as [EventTypeName, ...EventTypeName[]];
export const isEventType = (text: string): text is EventTypeName => Object.hasOwn(eventTypes, text);

/** `*`: all of them, also those to come; `message.*`: all of a kind. */
export const hears = (wanted: readonly string[], type: string): boolean =>
  wanted.some((one) => one === '*' || one === type || (one.endsWith('.*') && type.startsWith(one.slice(0, -1))));

/** Whether an endpoint may ask for it. */
export const isEventFilter = (text: string): boolean =>
  text === '*' || isEventType(text) || (text.endsWith('.*') && eventTypeNames.some((name) => name.startsWith(text.slice(0, -1))));
