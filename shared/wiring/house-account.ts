import { simulatorAccount } from '#adapters/simulator/options.ts';
import { telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import type { Account } from '#domain/company/company.ts';
import type { Config } from './config.ts';

/** The account that companies of a house on one machine send through unless told: Twilio's, else Telnyx's, else one of the simulator. */
export const houseAccount = ({ twilio, telnyx, simulate }: Pick<Config, 'twilio' | 'telnyx' | 'simulate'>): Account => {
  if (twilio) return { provider: 'twilio', accountId: twilio.accountId };
  if (telnyx) return { provider: 'telnyx', accountId: telnyx.accountId };
  return { provider: simulate, accountId: simulate === 'telnyx' ? telnyxProfile : simulatorAccount.accountId };
};
