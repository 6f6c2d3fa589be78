import { z } from 'zod';
import { families } from '../kernel/channel-facts.ts';
import type { EventOf } from '../kernel/event.ts';
import { privateEventSchema } from '../kernel/event-schema.ts';
import { brandId, campaignId, instant } from '../kernel/ids.ts';

const family = z.enum(families);

/** How far an opt-out reaches: the channels of one family, whatever the company sends to that contact point, or whatever any company sends. */
const scope = z.enum(['channel', 'company', 'everywhere']);
export type Scope = z.infer<typeof scope>;

/** Where a consent, or its end, came from. */
export const consentSources = [
  'reply',
  'provider_error',
  'carrier_list',
  'unsubscribe_link',
  'complaint',
  /** nobody: a mail came back that says that there is no such address */
  'bounce',
  'keypad',
  'api',
  'web_form',
  'import',
  'keyword',
  'staff',
] as const;
const source = z.enum(consentSources);
export type ConsentSource = z.infer<typeof source>;

export const purpose = z.enum(['transactional', 'marketing']);
export type Purpose = z.infer<typeof purpose>;

/**
 * What the ledger keeps of a person for five years, under a key of its own. `shown`: what he was shown when he was asked; `said`: what he answered;
 * `proof`: what shows it (an address of a page, an id of a recording, an IP address); `by`: staff who wrote it down.
 */
const proof = z.object({
  contactPoint: z.string().min(1).max(254),
  shown: z.string().max(2_000).optional(),
  said: z.string().max(1_600).optional(),
  proof: z.string().max(1_000).optional(),
  by: z.string().max(100).optional(),
});
export type Proof = z.infer<typeof proof>;

/** `from`: our number, address or page, where it came in. `brandId`: of that brand alone; left out: of all that the company has. */
const about = {
  family,
  source,
  from: z.string().max(254).optional(),
  brandId: brandId.optional(),
  campaignId: campaignId.optional(),
  messageId: z.string().max(80).optional(),
};

/**
 * No more messages of this family to this contact point, from its commit on. `word`: of our table of opt-out words; `ambiguous`: it could be about the
 * appointment, so a person is to look at it; `misdirected`: somebody else was meant; `until`: it ends by itself.
 */
export const ConsentWithdrawn = privateEventSchema('ConsentWithdrawn', 1, {
  data: z.object({
    ...about,
    scope,
    word: z.string().max(40).optional(),
    ambiguous: z.literal(true).optional(),
    misdirected: z.literal(true).optional(),
    until: instant.optional(),
  }),
  private: proof,
});

/**
 * He may be written to for that purpose; an opt-out before it has ended. `double`: he was asked, and said so once more. `besides`: he wants none of all
 * other brands.
 */
export const ConsentGiven = privateEventSchema('ConsentGiven', 1, {
  data: z.object({ ...about, scope, purpose, double: z.literal(true).optional(), besides: z.literal(true).optional() }),
  private: proof,
});

/** He is asked whether he wants messages for that purpose; his yes makes it a double opt-in, up to `until`. */
export const ConsentAsked = privateEventSchema('ConsentAsked', 1, {
  data: z.object({ ...about, purpose, until: instant.optional() }),
  private: proof,
});

export const consentEvents = [ConsentWithdrawn, ConsentGiven, ConsentAsked] as const;
export type ConsentEvent = EventOf<(typeof consentEvents)[number]>;
