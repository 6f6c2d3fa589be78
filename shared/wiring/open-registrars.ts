import type { Account } from '#domain/company/company.ts';
import type { Registrar } from '#ports/registrar.ts';
import type { ProviderOptions } from './open-providers.ts';

/** Who registers brands and numbers, each loaded when it is first asked for: most houses never register anything. */
export type Registrars = Readonly<{
  of: (account: Account) => Promise<Registrar | undefined>;
  named: (name: string) => Promise<Registrar | undefined>;
  close: () => Promise<void>;
}>;

export const noRegistrars: Registrars = { of: async () => undefined, named: async () => undefined, close: () => Promise.resolve() };

type Opening = Readonly<{ accountId: string; open: () => Promise<Registrar> }>;

const openings = ({ twilio, telnyx, primaryProfile }: ProviderOptions): ReadonlyMap<string, Opening> => {
  const known = new Map<string, Opening>();
  if (twilio)
    known.set('twilio', {
      accountId: twilio.accountId,
      open: async () => (await import('#adapters/twilio/twilio-registrar.ts')).twilioRegistrar({ ...twilio, primaryProfile }),
    });
  if (telnyx)
    known.set('telnyx', {
      accountId: telnyx.accountId,
      open: async () => (await import('#adapters/telnyx/telnyx-registrar.ts')).telnyxRegistrar(telnyx),
    });
  return known;
};

export const openRegistrars = (options: ProviderOptions): Registrars => {
  const known = openings(options);
  const opened = new Map<string, Promise<Registrar>>();
  const named = async (name: string): Promise<Registrar | undefined> => {
    const opening = known.get(name);
    if (!opening) return undefined;
    const registrar = opened.get(name) ?? opening.open();
    opened.set(name, registrar);
    return registrar;
  };
  return {
    named,
    of: async ({ provider, accountId }) => (known.get(provider)?.accountId === accountId ? named(provider) : undefined),
    close: async () => void (await Promise.all([...opened.values()].map(async (one) => (await one).close()))),
  };
};

const loopback = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|\/|$)/;

/** Carriers stand behind every provider of phones that is not simulated on this machine. */
export const hasCarriers = ({ twilio, telnyx, bandwidth, messagebird }: ProviderOptions): boolean =>
  [twilio, telnyx, bandwidth, messagebird].some((one) => one !== undefined && !loopback.test(one.baseUrl ?? ''));
