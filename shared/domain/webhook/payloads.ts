import { z } from 'zod';
import { channels } from '../kernel/ids.ts';

/** What is told under `data`, by kind. Thin: ids, your `reference`, and of people only whom it is about. Fields may be added. */

const id = z.string();
const at = z.iso.datetime();
const channel = z.enum(channels);
const reference = z.string().optional().meta({ description: 'your own name for it, as you sent it (the column "reference" of a file)' });
const code = z.string().optional().meta({ description: 'why, stable: for programs' });
const detail = z.string().optional().meta({ description: 'why, in plain words' });

export const messageData = z.object({
  message: id,
  packet: id.meta({ description: 'the packet that it came with' }),
  campaign: id.optional(),
  row: z.int(),
  channel,
  reference,
  from: z.string().optional(),
  to: z.string().nullable().optional().meta({ description: 'null when the person was forgotten' }),
  code,
  detail,
  segments: z.int().optional(),
  price: z.string().optional(),
  currency: z.string().optional(),
});

export const rowData = z.object({
  packet: id,
  campaign: id,
  row: z.int(),
  channel,
  reference,
  code,
  detail,
  field: z.string().optional(),
});

export const receivedData = z.object({
  reply: id,
  channel,
  from: z.string().nullable().meta({ description: 'who wrote; null when the person was forgotten' }),
  to: z.string().meta({ description: 'your number, address or page' }),
  body: z.string().nullable().meta({ description: 'cut at 4,000 characters' }),
  media: z.int().meta({ description: 'how many pictures or files came with it' }),
  message: id.optional().meta({ description: 'the message that it answers, where that is known already' }),
  said_at: at.optional(),
});

export const unclearData = z.object({
  reply: id,
  code: z.string().meta({ description: 'why a person has to read it: `words`, `several`, `unmatched`, `cancel_word`, `start_held`' }),
  detail,
  campaign: id.optional(),
  message: id.optional(),
  candidates: z.array(id).optional().meta({ description: 'messages that it may answer, 20 at most' }),
  said_at: at,
});

export const appointmentData = z.object({
  reply: id,
  campaign: id,
  message: id.meta({ description: 'the message that was answered' }),
  row: z.int().optional(),
  reference,
  via: z.enum(['words', 'link', 'staff']),
  confidence: z.number(),
  said_at: at,
});

export const contactData = z.object({
  contact_point: z.string().nullable().meta({ description: 'phone or address; null when the person was forgotten' }),
  family: z.string().meta({ description: 'which channels: phone, email, …' }),
  scope: z.string(),
  source: z.string().meta({ description: 'where it came from: reply, unsubscribe_link, carrier_list, import, staff, …' }),
  purpose: z.string().optional(),
  brand: id.optional(),
  campaign: id.optional(),
  message: id.optional(),
  until: at.optional(),
});

export const packetData = z.object({
  packet: id,
  campaign: id,
  rows: z.int().optional(),
  code,
  detail,
  vanished: z.int().optional(),
  relisted: z.int().optional(),
});

export const campaignData = z.object({ campaign: id, version: z.int().optional(), run: z.int().optional() });

const reasons = z.array(z.object({ code: z.string(), provider_code: z.string().optional() })).optional();
export const brandData = z.object({ brand: id, reasons });
export const registrationData = z.object({ registration: id, reasons });
export const numberData = z.object({ number: id, registration: id.optional(), reasons });
export const companyData = z.object({ company: id });
export const endpointData = z.object({ webhook_endpoint: id, why: z.enum(['asked', 'gone', 'failing']) });
