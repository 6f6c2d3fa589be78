import { z } from 'zod';
import type { ReadIncoming, ReadReport, ReportRequest } from '#ports/provider.ts';
import { isSigned, signatureHeader, signatureOf } from './signature.ts';

const report = z.strictObject({
  account: z.string().min(1),
  reference: z.string().min(1),
  status: z.enum(['sending', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled']),
  code: z.string().optional(),
  providerCode: z.string().optional(),
});

const incoming = z.strictObject({
  account: z.string().min(1),
  reference: z.string().min(1),
  channel: z.enum(['sms', 'mms', 'whatsapp', 'email']),
  from: z.string().min(1),
  to: z.string().min(1),
  body: z.string(),
});

const foreign = { kind: 'foreign', why: 'The signature is not that of the test network of this house.' } as const;
const malformed = { kind: 'malformed', why: 'This is no callback of the test network.' } as const;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isOurs = (secret: string, { url, headers, body }: ReportRequest): boolean =>
  isSigned(headers[signatureHeader], signatureOf(secret, url, body));

export const readTestReport = (secret: string, request: ReportRequest): ReadReport => {
  if (!isOurs(secret, request)) return foreign;
  const parsed = report.safeParse(jsonOf(request.body));
  const messageId = new URL(request.url, 'http://localhost').searchParams.get('m') ?? '';
  if (!parsed.success || messageId === '') return malformed;
  const { account: accountId, reference, status, code, providerCode } = parsed.data;
  const why = { ...(code === undefined ? {} : { code }), ...(providerCode === undefined ? {} : { providerCode }) };
  return { kind: 'report', report: { messageId, accountId, reference, status, ...why } };
};

export const readTestReply = (secret: string, request: ReportRequest): ReadIncoming => {
  if (!isOurs(secret, request)) return foreign;
  const parsed = incoming.safeParse(jsonOf(request.body));
  if (!parsed.success) return malformed;
  const { account: accountId, ...message } = parsed.data;
  return { kind: 'messages', messages: [{ accountId, ...message }] };
};
