import type { ParsedUrlQuery } from 'node:querystring';
import type { Incoming, ReadIncoming, ReportRequest } from '#ports/provider.ts';
import { numberOf } from './addresses.ts';
import { readSigned, type SignedBy } from './signed-request.ts';

/** A message has ten segments at most, and ten addresses of media. */
const largestBody = 64 * 1024;
const messageSid = /^(SM|MM)[0-9a-fA-F]{32}$/;
const number = /^(?:whatsapp:)?\+[1-9]\d{6,14}$/;
const mostMedia = 10;

const only = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
const malformed = (why: string): ReadIncoming => ({ kind: 'malformed', why });
const taken: Readonly<Record<string, Incoming['taken']>> = { STOP: 'stop', START: 'start', HELP: 'help' };

const mediaIn = (form: ParsedUrlQuery): readonly string[] =>
  Array.from({ length: Math.min(Number(only(form.NumMedia)) || 0, mostMedia) }, (_, n) => only(form[`MediaUrl${n}`])).filter(
    (url) => url !== '',
  );

/** No answer of Twilio's own; ours goes the way of every message. */
const answer = { type: 'text/xml', body: '<Response/>' };

/**
 * Reads what somebody wrote to a number of our account: https://www.twilio.com/docs/messaging/guides/webhook-request. A button of WhatsApp
 * counts as its words. Shown short codes and names are nobody whom we could answer. `why` never quotes the request.
 */
export const readIncoming = (reader: SignedBy, request: ReportRequest): ReadIncoming => {
  const signed = readSigned(reader, request, largestBody);
  if ('kind' in signed) return signed;
  const { form } = signed;
  const [reference, from, to] = [only(form.MessageSid), only(form.From), only(form.To)];
  if (!messageSid.test(reference)) return malformed('MessageSid is missing or no message id');
  if (!number.test(from)) return { kind: 'nothing', answer };
  if (!number.test(to)) return malformed('To is missing or no number of ours');
  const media = mediaIn(form);
  const isWhatsapp = from.startsWith('whatsapp:');
  const optOut = taken[only(form.OptOutType)];
  const quotes = only(form.OriginalRepliedMessageSid);
  const message: Incoming = {
    channel: isWhatsapp ? 'whatsapp' : media.length > 0 ? 'mms' : 'sms',
    accountId: reader.accountId,
    reference,
    from: numberOf(from),
    to: numberOf(to),
    body: only(form.ButtonPayload) || only(form.ButtonText) || only(form.Body),
    ...(media.length > 0 && { media }),
    ...(messageSid.test(quotes) && { quotes }),
    ...(optOut && { taken: optOut }),
  };
  return { kind: 'messages', messages: [message], answer };
};
