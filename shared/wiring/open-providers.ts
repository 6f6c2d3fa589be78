import type { BandwidthOptions } from '#adapters/bandwidth/bandwidth-provider.ts';
import type { MessagebirdOptions } from '#adapters/messagebird/messagebird-provider.ts';
import type { MetaOptions } from '#adapters/meta/meta-provider.ts';
import type { SmtpOptions } from '#adapters/smtp/smtp-provider.ts';
import type { TelnyxOptions } from '#adapters/telnyx/telnyx-provider.ts';
import type { TwilioOptions } from '#adapters/twilio/twilio-provider.ts';
import type { Account } from '#domain/company/company.ts';
import type { Provider } from '#ports/provider.ts';

/** What this house has credentials for. */
export type ProviderOptions = Readonly<{
  twilio?: TwilioOptions | undefined;
  /** at Twilio, of whoever owns the account: brands are registered under it */
  primaryProfile?: string | undefined;
  telnyx?: TelnyxOptions | undefined;
  smtp?: SmtpOptions | undefined;
  bandwidth?: BandwidthOptions | undefined;
  messagebird?: MessagebirdOptions | undefined;
  meta?: MetaOptions | undefined;
}>;

export type Providers = Readonly<{
  all: readonly Provider[];
  /** the provider behind a company's account */
  of: (account: Account) => Provider | undefined;
  named: (name: string) => Provider | undefined;
  close: () => Promise<void>;
}>;

export const noProviders: Providers = { all: [], of: () => undefined, named: () => undefined, close: () => Promise.resolve() };

/** Opens each, and loads nothing of the others. */
export const openProviders = async ({ twilio, telnyx, smtp, bandwidth, messagebird, meta }: ProviderOptions): Promise<Providers> => {
  const opening: Promise<Provider>[] = [];
  if (twilio) opening.push(import('#adapters/twilio/twilio-provider.ts').then(({ twilioProvider }) => twilioProvider(twilio)));
  if (telnyx) opening.push(import('#adapters/telnyx/telnyx-provider.ts').then(({ telnyxProvider }) => telnyxProvider(telnyx)));
  if (smtp) opening.push(import('#adapters/smtp/smtp-provider.ts').then(({ smtpProvider }) => smtpProvider(smtp)));
  if (bandwidth)
    opening.push(import('#adapters/bandwidth/bandwidth-provider.ts').then(({ bandwidthProvider }) => bandwidthProvider(bandwidth)));
  if (messagebird)
    opening.push(
      import('#adapters/messagebird/messagebird-provider.ts').then(({ messagebirdProvider }) => messagebirdProvider(messagebird)),
    );
  if (meta) opening.push(import('#adapters/meta/meta-provider.ts').then(({ metaProvider }) => metaProvider(meta)));
  const all = await Promise.all(opening);
  return {
    all,
    of: ({ provider, accountId }) => all.find((one) => one.name === provider && one.accountId === accountId),
    named: (name) => all.find((one) => one.name === name),
    close: async () => void (await Promise.all(all.map((one) => one.close()))),
  };
};
