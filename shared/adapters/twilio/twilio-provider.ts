import type { Outcome, Outgoing, Provider } from '#ports/provider.ts';
import type { AuthToken } from './auth-tokens.ts';
import { findMessages } from './find-messages.ts';
import { messagesResource } from './messages-resource.ts';
import { outcomeOfAnswer, outcomeOfError } from './outcome.ts';
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

/** Twilio repeats a callback only when told to, and by default only after a failed connect. The fragment is neither sent nor signed. */
const callbackOverrides = '#rc=3&rp=5xx,ct,rt';
const longestValidityS = 36_000;

const createParams = ({ to, from, callbackUrl, validitySeconds }: Outgoing, body: string) => ({
  to,
  from,
  body,
  statusCallback: callbackUrl + callbackOverrides,
  ...(validitySeconds !== undefined && { validityPeriod: Math.min(Math.max(Math.floor(validitySeconds), 1), longestValidityS) }),
});

/** Twilio, over the real `twilio` package with our own HTTP client. Loads the package when called, not when imported. */
export const twilioProvider = async (options: TwilioOptions): Promise<Provider> => {
  const { accountId, authToken, callTimeoutMs = 10_000, listLagMs = 300_000, connections = 64 } = options;
  const client = await requestClient({ accountId, authToken, baseUrl: options.baseUrl, callTimeoutMs, connections });
  const messages = await messagesResource(client, accountId);
  const send = async (message: Outgoing): Promise<Outcome> => {
    const { content } = message;
    if (content.channel !== 'sms') return { kind: 'refused', code: 'channel_unsupported', retryable: false };
    try {
      return outcomeOfAnswer(await messages.create(createParams(message, content.body)));
    } catch (error) {
      return outcomeOfError(error);
    }
  };
  return {
    name: 'twilio',
    accountId,
    channels: ['sms'],
    callTimeoutMs,
    send,
    find: (to, withinMs) => findMessages(messages, client.providerNow, { to, withinMs }),
    listLagMs,
    readReport: (request) => readReport(options, request),
    close: client.close,
  };
};
