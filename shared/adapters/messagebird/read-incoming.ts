import { jsonOf } from '#http/json-of.ts';
import type { ReadIncoming, ReportRequest } from '#ports/provider.ts';
import type { ReportReader } from './read-report.ts';
import { isSigned } from './signature.ts';

const largestBody = 64 * 1024;
const reference = /^[0-9a-zA-Z-]{8,64}$/;
const number = /^[1-9]\d{6,14}$/;
const malformed = (why: string): ReadIncoming => ({ kind: 'malformed', why });

/** Addresses that a request may have been signed for: ours, and the one that it names itself, for each door may have a host of its own. */
const addressesOf = ({ url, headers }: ReportRequest, publicUrl: string): readonly string[] => {
  const [called = ''] = url.split('#', 1);
  if (!called.startsWith('/')) return [called];
  const { host } = headers;
  return [publicUrl.replace(/\/+$/, '') + called, ...(host === undefined ? [] : [`https://${host}${called}`])];
};

/** By GET the fields stand in the query, by POST in a form or in JSON: a number's settings decide. */
const fieldsOf = ({ method, url, headers, body }: ReportRequest): ReadonlyMap<string, string> => {
  if (method === 'GET') return new Map(new URLSearchParams(url.split('?').slice(1).join('?')));
  if (headers['content-type']?.includes('json') !== true) return new Map(new URLSearchParams(body));
  const json = jsonOf(body);
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return new Map(entries.flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [])));
};

/**
 * Reads what somebody wrote to a number of the account, signed with its key over the address and the body, of now. `why` never quotes the
 * request.
 */
export const readIncoming = (
  { accountId, signingKey, publicUrl = '', now = Date.now }: ReportReader,
  request: ReportRequest,
): ReadIncoming => {
  if (request.method !== 'GET' && request.method !== 'POST') return malformed('neither GET nor POST');
  if (request.body.length > largestBody) return malformed('the body is too large');
  const jwt = request.headers['messagebird-signature-jwt'] ?? '';
  const isOurs = addressesOf(request, publicUrl).some((url) => isSigned(signingKey, { jwt, url, body: request.body }, now()));
  if (!isOurs) return { kind: 'foreign', why: 'no signature of now that matches' };
  const fields = fieldsOf(request);
  const digits = (name: string): string => (fields.get(name) ?? '').replace(/^\+/, '');
  const [id = '', from, to, saidAt] = [fields.get('id'), digits('originator'), digits('recipient'), fields.get('createdDatetime')];
  if (!reference.test(id)) return malformed('id is missing or no message id');
  if (!number.test(to)) return malformed('recipient is no number of ours');
  // names and short codes are nobody who could be answered
  if (!number.test(from)) return { kind: 'nothing' };
  const body = fields.get('body') ?? fields.get('payload') ?? '';
  const message = { channel: 'sms', accountId, reference: id, from: `+${from}`, to: `+${to}`, body } as const;
  return { kind: 'messages', messages: [{ ...message, ...(saidAt !== undefined && { saidAt }) }] };
};
