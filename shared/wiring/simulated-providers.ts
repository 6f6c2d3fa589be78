import { bounceSecretOf } from '#adapters/simulator/bounce-mail.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { inData, type Config } from './config.ts';
import type { ProviderOptions } from './open-providers.ts';

type Simulated = Readonly<{ url: string; mailUrl: string; /** its only secret */ token: string }>;

/** Each network of a folder has a ledger of its own: their ids have nothing in common. */
export const ledgerFileOf = (config: Config): string =>
  inData(config, 'simulator', config.simulate === 'telnyx' ? 'telnyx.jsonl' : 'ledger.jsonl');

/** What a house sends through that has no providers: a simulated network for phones, and a mailbox on this machine. */
export const simulatedProviders = (network: 'twilio' | 'telnyx', { url, mailUrl, token }: Simulated): ProviderOptions => ({
  ...(network === 'telnyx'
    ? { telnyx: { accountId: telnyxProfile, apiKey: token, publicKey: publicKeyFor(token), baseUrl: `${url}/v2` } }
    : { twilio: { ...simulatorAccount, authToken: token, baseUrl: url, listLagMs: 0 } }),
  primaryProfile: `BU${'0'.repeat(32)}`,
  smtp: { url: mailUrl, reports: { gateway: { secret: bounceSecretOf(token) } } },
});
