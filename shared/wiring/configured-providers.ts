import type { Config } from './config.ts';
import { ConfigInvalid } from './config-invalid.ts';
import { mailReportsOf } from './mail-reports-config.ts';
import type { Hidden } from './provider-config.ts';
import type { ProviderOptions } from './open-providers.ts';
import { sealedOptions } from './sealed-provider-config.ts';

/** Finds a secret by its name; each call of what it gives says what it is now. */
export type FollowText = (name: string) => Promise<() => Readonly<{ current: string; previous?: string }>>;

const nowhere: FollowText = (name) =>
  Promise.reject(new ConfigInvalid(`${name} names a secret, and a house on one machine has no store of secrets: give the value itself`));

/** What the configuration says of providers. Throws ConfigInvalid, and whatever reading a secret throws. */
export const configuredProviders = async (
  {
    twilio,
    telnyx,
    smtp,
    sealed = {},
    publicUrl,
    primaryProfile,
  }: Pick<Config, 'twilio' | 'telnyx' | 'smtp' | 'sealed' | 'publicUrl' | 'primaryProfile'>,
  follow: FollowText = nowhere,
): Promise<ProviderOptions> => {
  const valueOf = async (hidden: Hidden): Promise<string> => ('value' in hidden ? hidden.value : (await follow(hidden.secret))().current);
  const { messagebird, ...others } = await sealedOptions(sealed, async (name) => (await follow(name))().current);
  return {
    twilio: twilio && { ...twilio, publicUrl },
    primaryProfile,
    telnyx: telnyx && { ...telnyx, apiKey: 'value' in telnyx.apiKey ? telnyx.apiKey.value : await follow(telnyx.apiKey.secret) },
    // the line to a mail server is logged into when it is opened, so a password that changes needs a new process
    smtp: smtp && { ...smtp, url: await valueOf(smtp.url), reports: smtp.reports && mailReportsOf(await valueOf(smtp.reports)) },
    messagebird: messagebird && { ...messagebird, publicUrl },
    ...others,
  };
};
