import { createHash, createHmac, randomUUID } from 'node:crypto';
import { publicKeyFor, signingKeyOf, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { signedHeaders } from '#adapters/simulator/telnyx/webhooks.ts';
import { signTwilioRequest } from '#adapters/simulator/sign.ts';
import { readIncoming as readBandwidth } from '#adapters/bandwidth/read-incoming.ts';
import { readIncoming as readMessagebird } from '#adapters/messagebird/read-incoming.ts';
import { readIncoming as readMeta } from '#adapters/meta/read-incoming.ts';
import { readIncoming as readTelnyx } from '#adapters/telnyx/read-incoming.ts';
import { readIncoming as readTwilio } from '#adapters/twilio/read-incoming.ts';
import type { Incoming, ReadIncoming, ReportRequest } from '#ports/provider.ts';
import { hubSignature, metaPage, webhookOf } from './opened-meta.ts';

export const [person, own] = ['+12085550123', '+12085550199'];
const publicUrl = 'https://messages.example.com';

/** One message as each provider brings it, signed; `sign` makes the request of other content. */
export type Wire = Readonly<{
  read: (request: ReportRequest) => ReadIncoming;
  request: (content?: Readonly<Record<string, unknown>>) => ReportRequest;
  /** what nobody of ours signed, or signed long ago */
  foreign: (good: ReportRequest) => readonly ReportRequest[];
  message: Incoming;
}>;

const accountId = `AC${'a'.repeat(32)}`;
export const sid = `SM${'1'.repeat(32)}`;
const authToken = '12345';

export const twilioWire = (path = '/messages/incoming/twilio', host?: string): Wire => ({
  read: (request) => readTwilio({ accountId, authToken: () => ({ current: 'new', previous: authToken }), publicUrl }, request),
  request: (content = {}) => {
    const form = {
      MessageSid: sid,
      AccountSid: accountId,
      From: person,
      To: own,
      Body: 'Sí, gracias 👍',
      NumMedia: '0',
      Added: 'later',
      ...content,
    } as Record<string, string>;
    const headers = {
      'x-twilio-signature': signTwilioRequest(authToken, (host === undefined ? publicUrl : `https://${host}`) + path, form),
      ...(host && { host }),
    };
    return { method: 'POST', url: path, headers, body: new URLSearchParams(form).toString() };
  },
  foreign: (good) => [
    { ...good, headers: {} },
    { ...good, body: `${good.body}&More=1` },
    { ...good, url: `${good.url}?x=1` },
    { ...good, headers: { ...good.headers, 'x-twilio-signature': 'bm9ib2R5' } },
  ],
  message: { channel: 'sms', accountId, reference: sid, from: person, to: own, body: 'Sí, gracias 👍' },
});

const telnyxId = '40310000-0000-4000-8000-000000000009';
export const telnyxWire: Wire = {
  read: (request) => readTelnyx({ accountId: telnyxProfile, publicKey: publicKeyFor('key') }, request),
  request: (content = {}) => {
    const payload = {
      id: telnyxId,
      direction: 'inbound',
      messaging_profile_id: telnyxProfile,
      from: { phone_number: person, carrier: 'added' },
      to: [{ phone_number: own }],
      text: 'Sí, gracias 👍',
      media: [],
      received_at: '2026-11-20T12:00:00.000+00:00',
      ...content,
    };
    const body = JSON.stringify({ data: { event_type: 'message.received', id: randomUUID(), payload }, meta: { attempt: 1 } });
    const list = signedHeaders(signingKeyOf('key'), body, Date.now());
    const headers = Object.fromEntries(list.flatMap((name, n) => (n % 2 === 0 ? [[name, list[n + 1]]] : [])));
    return { method: 'POST', url: '/messages/incoming/telnyx', headers, body };
  },
  foreign: (good) => {
    const old = signedHeaders(signingKeyOf('key'), good.body, Date.now() - 301_000);
    const headers = Object.fromEntries(old.flatMap((name, n) => (n % 2 === 0 ? [[name, old[n + 1]]] : [])));
    return [
      { ...good, headers },
      { ...good, body: `${good.body} ` },
      { ...good, headers: {} },
    ];
  },
  message: {
    channel: 'sms',
    accountId: telnyxProfile,
    reference: telnyxId,
    from: person,
    to: own,
    body: 'Sí, gracias 👍',
    saidAt: '2026-11-20T12:00:00.000+00:00',
  },
};

const bandwidthAccount = { applicationId: '93de2206-0000-4000-8000-000000c0ffee', callbackUser: 'bandwidth', callbackPassword: 'secret' };
const bandwidthId = '1589228074636lm4k2je7j7jklbn2';
export const bandwidthWire: Wire = {
  read: (request) => readBandwidth(bandwidthAccount, request),
  request: (content = {}) => {
    const message = {
      id: bandwidthId,
      applicationId: bandwidthAccount.applicationId,
      direction: 'in',
      to: [own],
      from: person,
      text: 'Sí, gracias 👍',
      time: '2026-11-20T12:00:00.000Z',
      ...content,
    };
    const headers = { authorization: `Basic ${Buffer.from('bandwidth:secret').toString('base64')}` };
    return {
      method: 'POST',
      url: '/messages/incoming/bandwidth',
      headers,
      body: JSON.stringify([{ type: 'message-received', time: '2026-11-20T12:00:00.000Z', to: own, message }]),
    };
  },
  foreign: (good) => [
    { ...good, headers: {} },
    { ...good, headers: { authorization: `Basic ${Buffer.from('bandwidth:other').toString('base64')}` } },
    { ...good, body: good.body.replace(bandwidthAccount.applicationId, 'another') },
  ],
  message: {
    channel: 'sms',
    accountId: bandwidthAccount.applicationId,
    reference: bandwidthId,
    from: person,
    to: own,
    body: 'Sí, gracias 👍',
    saidAt: '2026-11-20T12:00:00.000Z',
  },
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const jwtFor = (url: string, body: string, at = Date.now()): Record<string, string> => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const nbf = Math.floor(at / 1000);
  const claims = {
    iss: 'MessageBird',
    nbf,
    exp: nbf + 60,
    jti: randomUUID(),
    url_hash: sha256(url),
    ...(body && { payload_hash: sha256(body) }),
  };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return { 'messagebird-signature-jwt': `${text}.${createHmac('sha256', 'signing').update(text).digest('base64url')}` };
};
const messagebirdId = 'e8077d803532c0b5937c639b60216938';
export const messagebirdWire = (kind: 'query' | 'form' | 'json'): Wire => ({
  read: (request) => readMessagebird({ accountId: 'workspace', signingKey: 'signing', publicUrl }, request),
  request: (content = {}) => {
    const fields = {
      id: messagebirdId,
      originator: person.slice(1),
      recipient: own.slice(1),
      body: 'Sí, gracias 👍',
      createdDatetime: '2026-11-20T12:00:00+00:00',
      ...content,
    } as Record<string, string>;
    const url = `/messages/incoming/messagebird${kind === 'query' ? `?${new URLSearchParams(fields).toString()}` : ''}`;
    const body = kind === 'query' ? '' : kind === 'form' ? new URLSearchParams(fields).toString() : JSON.stringify(fields);
    const type = kind === 'json' ? { 'content-type': 'application/json' } : {};
    return { method: kind === 'query' ? 'GET' : 'POST', url, headers: { ...jwtFor(publicUrl + url, body), ...type }, body };
  },
  foreign: (good) => [
    { ...good, headers: {} },
    { ...good, headers: { ...good.headers, ...jwtFor(publicUrl + good.url, good.body, Date.now() - 120_000) } },
    { ...good, body: `${good.body} ` },
    { ...good, url: `${good.url}${good.url.includes('?') ? '&' : '?'}x=1` },
  ],
  message: {
    channel: 'sms',
    accountId: 'workspace',
    reference: messagebirdId,
    from: person,
    to: own,
    body: 'Sí, gracias 👍',
    saidAt: '2026-11-20T12:00:00+00:00',
  },
});

export const [psid, mid] = ['5500000000000123', 'm_AG5Hz2Uq7tuwNEhXfYYKj8mJEM_QPpz5'];
export const metaWire: Wire = {
  read: (request) => readMeta({ ...metaPage, verifyToken: 'known' }, request),
  request: (content = {}) => {
    const body = webhookOf([
      {
        sender: { id: psid },
        recipient: { id: metaPage.accountId },
        timestamp: 1_790_000_000_000,
        message: { mid, text: 'Sí, gracias 👍', nlp: {} },
        ...content,
      },
    ]);
    return { method: 'POST', url: '/messages/incoming/meta', headers: hubSignature(body), body };
  },
  foreign: (good) => [
    { ...good, headers: {} },
    { ...good, body: `${good.body} ` },
    { ...good, headers: hubSignature(good.body, 'other') },
  ],
  message: {
    channel: 'messenger',
    accountId: metaPage.accountId,
    reference: mid,
    from: psid,
    to: metaPage.accountId,
    body: 'Sí, gracias 👍',
    saidAt: new Date(1_790_000_000_000).toISOString(),
  },
};
