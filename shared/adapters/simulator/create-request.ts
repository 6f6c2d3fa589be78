import { parse, type ParsedUrlQuery } from 'node:querystring';
import { callbackTarget } from './callback-url.ts';
import type { Contents } from './contents.ts';
import type { NewMessage } from './phone-network.ts';

/** Twilio's test numbers: https://www.twilio.com/docs/iam/test-credentials. */
const magicTo: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};
const magicFrom: Readonly<Record<string, number>> = { '+15005550001': 21212, '+15005550007': 21606, '+15005550008': 21611 };

const e164 = /^\+[1-9]\d{6,14}$/;
const senderId = /^(\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
const contentSid = /^HX[0-9a-fA-F]{32}$/;
const longestBody = 1_600;
const longestValidityS = 36_000;
const mostMedia = 10;
const whatsapp = 'whatsapp:';

export const fieldOf =
  (form: ParsedUrlQuery) =>
  (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };

export const listOf = (form: ParsedUrlQuery, name: string): readonly string[] => {
  const value = form[name];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
};

const validityFails = (text: string): boolean =>
  text !== '' && !(/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestValidityS);

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

type Variables = Readonly<Record<string, string>>;

/** Texts by the name of their place; undefined where it is anything else. */
const readVariables = (json: string): Variables | undefined => {
  try {
    const value: unknown = JSON.parse(json || '{}');
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord && Object.values(value).every((text) => typeof text === 'string') ? (value as Variables) : undefined;
  } catch {
    return undefined;
  }
};

type Rules = readonly (readonly [fails: boolean, code: number])[];

const firstFailure = (rules: Rules): number | undefined => rules.find(([fails]) => fails)?.[1];

/** Both addresses of one channel, and both such as it knows. */
const addressRules = (to: string, from: string): Rules => {
  const isWhatsapp = to.startsWith(whatsapp);
  const [number, sender] = [to, from].map((address) => (address.startsWith(whatsapp) ? address.slice(whatsapp.length) : address));
  return [
    [isWhatsapp !== from.startsWith(whatsapp), 21910],
    [!e164.test(number ?? ''), 21211],
    [isWhatsapp && (!e164.test(sender ?? '') || Object.hasOwn(magicFrom, sender ?? '')), 63007],
    [!isWhatsapp && !senderId.test(from), 21212],
    [Object.hasOwn(magicTo, number ?? ''), magicTo[number ?? ''] ?? 0],
    [Object.hasOwn(magicFrom, from), magicFrom[from] ?? 0],
  ];
};

/** A create request's form → the message, or the code of Twilio's error. */
export const readCreateRequest = (body: string, contents: Contents): NewMessage | number => {
  const form = parse(body);
  const field = fieldOf(form);
  const [to, from, text, callback] = [field('To'), field('From'), field('Body'), field('StatusCallback')];
  const [sid, media] = [field('ContentSid'), listOf(form, 'MediaUrl')];
  const variables = readVariables(field('ContentVariables'));
  const failure = firstFailure([
    [to === '', 21604],
    [from === '', field('MessagingServiceSid') === '' ? 21603 : 21705],
    [text === '' && sid === '' && media.length === 0, 21602],
    ...addressRules(to, from),
    [text.length > longestBody, 21617],
    [media.length > mostMedia, 21623],
    [!media.every(isWebAddress), 21620],
    [sid !== '' && !contentSid.test(sid), 21655],
    [variables === undefined, 21656],
    [validityFails(field('ValidityPeriod')), 21624],
    [callback !== '' && !callbackTarget(callback), 21609],
  ]);
  if (failure !== undefined || !variables) return failure ?? 21656;
  const common = { to, from, callback: callback || undefined, ...(media.length > 0 && { media }) };
  if (sid === '') return { ...common, body: text };
  const words = contents.render(sid, variables);
  return { ...common, body: words ?? '', content: { sid, variables }, ...(words === undefined && { fails: 63028 }) };
};
