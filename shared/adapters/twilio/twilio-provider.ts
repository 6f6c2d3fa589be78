import type { Channel, Outcome, Outgoing, Provider } from '#ports/provider.ts';
import { addressOf } from './addresses.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { callParams, type VoiceContent } from './call-params.ts';
import { callsResource } from './calls-resource.ts';
import { findCalls } from './find-calls.ts';
import { findMessages } from './find-messages.ts';
import { lookUp } from './look-up.ts';
import { messageParams, type MessageContent } from './message-params.ts';
import { messagesResource } from './messages-resource.ts';
import { outcomeOfAnswer, outcomeOfError } from './outcome.ts';
import { ownReplies } from './own-replies.ts';
import { readIncoming } from './read-incoming.ts';
import { readReport } from './read-report.ts';
import { requestClient } from './request-client.ts';

export type TwilioOptions = Readonly<{
  /** the account's SID, AC… */
  accountId: string;
  /** signs callbacks too, so it must be the account's own token, not an API key; a function where it may change while the process lives */
  authToken: AuthToken;
  /** default: Twilio's own host */
  baseUrl?: string | undefined;
  /** default 10,000 */
  callTimeoutMs?: number | undefined;
  /** default 5 minutes */
  listLagMs?: number | undefined;
  /** where Twilio reaches us; needed where callbacks are handed to readReport with their path only */
  publicUrl?: string | undefined;
  /** connections kept open at most; default 64 */
  connections?: number | undefined;
}>;

const channels: readonly Channel[] = ['sms', 'mms', 'whatsapp', 'voice'];

const isOurs = (content: Outgoing['content']): content is MessageContent | VoiceContent => channels.includes(content.channel);

/** Twilio, over the real `twilio` package with our own HTTP client. Loads the package when called, not when imported. */
export const twilioProvider = async (options: TwilioOptions): Promise<Provider> => {
  const { accountId, authToken, callTimeoutMs = 10_000, listLagMs = 300_000, connections = 64 } = options;
  const client = await requestClient({ accountId, authToken, baseUrl: options.baseUrl, callTimeoutMs, connections });
  const messages = await messagesResource(client, accountId);
  // 7 MB that a house without calls does without
  let loading: ReturnType<typeof callsResource> | undefined;
  const calls = () => (loading ??= callsResource(client, accountId));

  const call = async (message: Outgoing, content: VoiceContent): Promise<Outcome> => {
    const params = callParams(message, content, tokensOf(authToken).current);
    if (!params) return { kind: 'refused', code: 'body_too_long', retryable: false };
    return outcomeOfAnswer(await (await calls()).create(params), 'call');
  };
  const send = async (message: Outgoing): Promise<Outcome> => {
    const { content } = message;
    if (!isOurs(content)) return { kind: 'refused', code: 'channel_unsupported', retryable: false };
    try {
      if (content.channel === 'voice') return await call(message, content);
      return outcomeOfAnswer(await messages.create(messageParams(message, content)));
    } catch (error) {
      return outcomeOfError(error);
    }
  };
  // the person or machine on the line may be gone by now; whoever heard the beginning has heard that
  const redirect = async (sid: string, twiml: string): Promise<void> => {
    await (
      await calls()
    )(sid)
      .update({ twiml })
      .catch(() => undefined);
  };
  return {
    name: 'twilio',
    accountId,
    channels,
    callTimeoutMs,
    send,
    find: async (to, withinMs, channel = 'sms') =>
      channel === 'voice'
        ? findCalls(await calls(), client.providerNow, { to, withinMs })
        : findMessages(messages, client.providerNow, { to: addressOf(channel, to), withinMs }),
    look: (reference) => lookUp({ messages, calls }, reference),
    listLagMs,
    readReport: (request) => readReport({ ...options, redirect }, request),
    ownReplies,
    readIncoming: (request) => readIncoming(options, request),
    close: client.close,
  };
};
