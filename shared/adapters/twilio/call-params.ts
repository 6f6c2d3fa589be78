import type { CallListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { Outgoing, OutgoingContent } from '#ports/provider.ts';
import { callbackOverrides } from './message-params.ts';
import { sealWords } from './sealed-words.ts';
import { longestTwiml, twimlForMachine, twimlForPerson } from './voice-twiml.ts';

export type VoiceContent = Extract<OutgoingContent, { channel: 'voice' }>;

/** An answering machine takes a call after 25 to 30 seconds; Twilio rings 60 unless told. */
const [shortestRingS, longestRingS] = [5, 60];

/** What our callback URLs say besides the message: `k` a key was pressed, in which language it is thanked for; `s` the words for a machine. */
const withQuery = (url: string, name: 'k' | 's', value: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;

/**
 * A call that says the script at once to whoever answers, while Twilio listens whether that is a machine and tells us: then the call gets the
 * machine's words, which travel sealed in the URL of that callback. Undefined where the words are too many for a call.
 */
export const callParams = (message: Outgoing, content: VoiceContent, authToken: string): CallListInstanceCreateOptions | undefined => {
  const { messageId, to, from, callbackUrl, validitySeconds = longestRingS } = message;
  const { script, machineScript = script, locale } = content;
  const twiml = twimlForPerson(script, locale, withQuery(callbackUrl, 'k', locale));
  const forMachine = twimlForMachine(machineScript, locale);
  if (twiml.length > longestTwiml || forMachine.length > longestTwiml) return undefined;
  return {
    to,
    from,
    twiml,
    statusCallback: callbackUrl + callbackOverrides,
    statusCallbackEvent: ['answered', 'completed'],
    timeout: Math.min(Math.max(Math.floor(validitySeconds), shortestRingS), longestRingS),
    machineDetection: 'DetectMessageEnd',
    asyncAmd: 'true',
    asyncAmdStatusCallback: withQuery(callbackUrl, 's', sealWords(authToken, messageId, forMachine)),
  };
};
