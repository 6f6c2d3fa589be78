import { callbackTarget } from '../callback-url.ts';
import type { Refused } from './errors.ts';

export type NewTelnyxMessage = Readonly<{
  to: string;
  from: string;
  body: string;
  media: readonly string[] | undefined;
  callback: string | undefined;
}>;

/** Numbers that are always refused, as Twilio's test numbers are, with Telnyx's codes. */
const magicTo: Readonly<Record<string, string>> = {
  '+15005550001': '40310',
  '+15005550003': '40309',
  '+15005550004': '40300',
  '+15005550009': '40301',
};
const magicFrom: Readonly<Record<string, string>> = { '+15005550001': '40305', '+15005550007': '40305', '+15005550008': '40318' };

const e164 = /^\+[1-9]\d{6,14}$/;
const longestText = 1_600;
const mostMedia = 10;

const recordOf = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** The body of POST /v2/messages → the message, or why it is refused. */
export const readTelnyxRequest = (json: string, profile: string): NewTelnyxMessage | Refused => {
  const given = recordOf(json);
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const [to, from, body, callback] = [text('to'), text('from'), text('text'), text('webhook_url')];
  const media = Array.isArray(given['media_urls']) ? given['media_urls'].map(String) : undefined;
  const failures: readonly (readonly [fails: boolean, code: string, pointer?: string])[] = [
    [Object.keys(given).length === 0, '10015'],
    [given['messaging_profile_id'] !== profile, '10010'],
    [to === '', '10004', '/to'],
    [from === '', '10004', '/from'],
    [body === '' && media === undefined, '10004', '/text'],
    [!e164.test(to), '40310'],
    [!e164.test(from), '40305'],
    [Object.hasOwn(magicTo, to), magicTo[to] ?? ''],
    [Object.hasOwn(magicFrom, from), magicFrom[from] ?? ''],
    [body.length > longestText, '40302'],
    [media !== undefined && (media.length > mostMedia || !media.every((url) => callbackTarget(url))), '40317'],
    [callback !== '' && !callbackTarget(callback), '10003'],
  ];
  for (const [fails, code, pointer] of failures) if (fails) return { code, pointer };
  return { to, from, body, media, callback: callback || undefined };
};
