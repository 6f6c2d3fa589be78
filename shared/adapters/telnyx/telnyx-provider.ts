import { z } from 'zod';
import type { Channel, Looked, Outcome, Outgoing, OutgoingContent, Provider } from '#ports/provider.ts';
import { keysOf, type Key } from './keys.ts';
import { outcomeOfAnswer, outcomeOfError } from './outcome.ts';
import { ownReplies } from './own-replies.ts';
import { readIncoming } from './read-incoming.ts';
import { readReport } from './read-report.ts';
import { billOf, fateOf, sentMessage } from './sent-message.ts';
import { publicKeyOf } from './signature.ts';
import { telnyxClient } from './telnyx-client.ts';

export type TelnyxOptions = Readonly<{
  /** id of the messaging profile: whoever sends has one of his own, for opt-outs and reports belong to it */
  accountId: string;
  apiKey: Key;
  /** signs webhooks; base64, as the portal shows it */
  publicKey: Key;
  /** default: Telnyx's own host */
  baseUrl?: string | undefined;
  /** default 10,000 */
  callTimeoutMs?: number | undefined;
  /** connections kept open at most; default 64 */
  connections?: number | undefined;
  /** milliseconds since 1970; default: the system's clock */
  now?: (() => number) | undefined;
}>;

const channels = ['sms', 'mms'] as const satisfies readonly Channel[];
type OwnContent = Extract<OutgoingContent, { channel: (typeof channels)[number] }>;

/** Telnyx did not say what became of a message. The text of its own error may hold a phone number. */
export class LookFailed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the provider did not tell what became of the message: ${code}`);
    this.name = 'LookFailed';
    this.code = code;
  }
}

const isOwn = (content: OutgoingContent): content is OwnContent => (channels as readonly Channel[]).includes(content.channel);

/** Telnyx takes no validity: what must not be late is checked at the moment of sending alone. */
const createParams = (profile: string, { to, from, callbackUrl }: Outgoing, content: OwnContent) => ({
  to,
  from,
  messaging_profile_id: profile,
  text: content.body.toWellFormed(),
  ...(content.channel === 'mms' ? { type: 'MMS' as const, media_urls: [...content.media] } : { type: 'SMS' as const }),
  webhook_url: callbackUrl,
  // the profile's own webhook is for incoming messages
  use_profile_webhooks: false,
});

const lookedAt = (answer: unknown): Looked => {
  const parsed = z.object({ data: sentMessage }).safeParse(answer);
  const fate = parsed.success ? fateOf(parsed.data.data) : undefined;
  if (!parsed.success || !fate) throw new LookFailed('unreadable_answer');
  return { ...fate, ...billOf(parsed.data.data) };
};

/** Telnyx, over the real `telnyx` package without its retries. Loads the package when called, not when imported. Throws PublicKeyInvalid. */
export const telnyxProvider = async (options: TelnyxOptions): Promise<Provider> => {
  const { accountId, callTimeoutMs = 10_000, connections = 64, baseUrl = 'https://api.telnyx.com/v2' } = options;
  publicKeyOf(keysOf(options.publicKey).current);
  const { messages, close } = await telnyxClient({ baseUrl, callTimeoutMs, connections });
  const authorized = () => ({ headers: { authorization: `Bearer ${keysOf(options.apiKey).current}` } });
  const send = async (message: Outgoing): Promise<Outcome> => {
    const { content } = message;
    if (!isOwn(content)) return { kind: 'refused', code: 'channel_unsupported', retryable: false };
    try {
      return outcomeOfAnswer(await messages.send(createParams(accountId, message, content), authorized()));
    } catch (error) {
      return outcomeOfError(error);
    }
  };
  const look = async (reference: string): Promise<Looked | undefined> => {
    const answer = await messages.retrieve(reference, authorized()).catch((error: unknown) => {
      const outcome = outcomeOfError(error);
      if (outcome.kind === 'refused' && outcome.code === 'not_found') return undefined;
      throw new LookFailed(outcome.kind === 'accepted' ? 'unreadable_answer' : outcome.code);
    });
    return answer === undefined ? undefined : lookedAt(answer);
  };
  return {
    name: 'telnyx',
    accountId,
    channels,
    callTimeoutMs,
    send,
    look,
    // there is no list of messages, so nothing to ask by recipient
    listLagMs: 0,
    readReport: (request) => readReport(options, request),
    ownReplies,
    readIncoming: (request) => readIncoming(options, request),
    close,
  };
};
