import { parse } from 'node:querystring';
import { callbackTarget } from './callback-url.ts';
import { fieldOf, listOf } from './create-request.ts';
import type { CallOrder } from './ledger.ts';

export type NewCall = Readonly<{ to: string; from: string; callback: string | undefined; call: CallOrder }>;

/** Twilio's test numbers for calls: https://www.twilio.com/docs/iam/test-credentials. */
const magicTo: Readonly<Record<string, number>> = {
  '+15005550001': 21217,
  '+15005550002': 21214,
  '+15005550003': 21215,
  '+15005550004': 21216,
};
const magicFrom: Readonly<Record<string, number>> = { '+15005550001': 21212, '+15005550007': 21210 };

const e164 = /^\+[1-9]\d{6,14}$/;
const longestTwiml = 4_000;
const usualEvents = ['completed'];
const detections: ReadonlySet<string> = new Set(['', 'Enable', 'DetectMessageEnd']);

/** The form of a create request → the call, or the code of Twilio's error. This network takes Twiml, and detects machines beside the call alone. */
export const readCallRequest = (body: string): NewCall | number => {
  const form = parse(body);
  const field = fieldOf(form);
  const [to, from, twiml, callback] = [field('To'), field('From'), field('Twiml'), field('StatusCallback')];
  const [amdCallback, detection] = [field('AsyncAmdStatusCallback'), field('MachineDetection')];
  const events = listOf(form, 'StatusCallbackEvent');
  const failures: readonly (readonly [fails: boolean, code: number])[] = [
    [to === '', 21201],
    [from === '', 21213],
    [!e164.test(to), 21211],
    [!e164.test(from), 21212],
    [Object.hasOwn(magicTo, to), magicTo[to] ?? 0],
    [Object.hasOwn(magicFrom, from), magicFrom[from] ?? 0],
    [twiml === '', 21205],
    [twiml.length > longestTwiml || !detections.has(detection), 20001],
    [[callback, amdCallback].some((url) => url !== '' && !callbackTarget(url)), 21609],
  ];
  for (const [fails, code] of failures) if (fails) return code;
  const detects = detection !== '';
  const tells = detects && field('AsyncAmd') === 'true' && amdCallback !== '';
  const order = { twiml, events: events.length > 0 ? events : usualEvents, detects, ...(tells && { amdCallback }) };
  return { to, from, callback: callback || undefined, call: order };
};

/** The form of an update → what the call does from now on, or the code of Twilio's error. */
export const readCallUpdate = (body: string): Readonly<{ twiml: string } | { ends: true }> | number => {
  const field = fieldOf(parse(body));
  const [twiml, status] = [field('Twiml'), field('Status')];
  if (status === 'completed' || status === 'canceled') return { ends: true };
  return twiml === '' || twiml.length > longestTwiml ? 21205 : { twiml };
};
