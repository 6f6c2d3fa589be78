/** Codes with which somebody else tells us that a person wants no more messages, and who that is. What a provider's own codes mean is its adapter's to say. */
const sources = {
  // the provider has an opt-out of its own on its list
  opted_out: 'provider_error',
  // the phone company has one
  carrier_opted_out: 'carrier_list',
  // the person told the mail service that our message is spam
  complained: 'complaint',
} as const;

export const optOutCodes: readonly string[] = Object.keys(sources);

/** What keeps us from writing there too, though nobody asked for it: a mail server that says that nobody has that address. */
const unreachable = { address_unknown: 'bounce' } as const;
const all = { ...sources, ...unreachable } as const;

/** Undefined: the code says nothing about what the person wants. */
export const optOutSourceOf = (code: string): (typeof all)[keyof typeof all] | undefined =>
  Object.hasOwn(all, code) ? all[code as keyof typeof all] : undefined;
