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

/** Undefined: the code says nothing about what the person wants. */
export const optOutSourceOf = (code: string): (typeof sources)[keyof typeof sources] | undefined =>
  Object.hasOwn(sources, code) ? sources[code as keyof typeof sources] : undefined;
