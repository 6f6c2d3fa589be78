import { parse } from 'node:querystring';
import { callbackTarget } from './callback-url.ts';
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
const longestBody = 1_600;
const longestValidityS = 36_000;

const validityFails = (text: string): boolean =>
  text !== '' && !(/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestValidityS);

/** A create request's form → the message, or the code of Twilio's error. */
export const readCreateRequest = (body: string): NewMessage | number => {
  const form = parse(body);
  const field = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };
  const [to, from, text, callback] = [field('To'), field('From'), field('Body'), field('StatusCallback')];
  const failures: readonly (readonly [fails: boolean, code: number])[] = [
    [to === '', 21604],
    [from === '', field('MessagingServiceSid') === '' ? 21603 : 21705],
    [text === '', 21602],
    [!e164.test(to), 21211],
    [!senderId.test(from), 21212],
    [Object.hasOwn(magicTo, to), magicTo[to] ?? 0],
    [Object.hasOwn(magicFrom, from), magicFrom[from] ?? 0],
    [text.length > longestBody, 21617],
    [validityFails(field('ValidityPeriod')), 21624],
    [callback !== '' && !callbackTarget(callback), 21609],
  ];
  for (const [fails, code] of failures) if (fails) return code;
  return { to, from, body: text, callback: callback || undefined };
};
