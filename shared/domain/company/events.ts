import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { consentSettings } from './consent-settings.ts';
import { campaignId, channel, companyId, instant } from '../kernel/ids.ts';

const account = { provider: z.string().min(1).max(40), accountId: z.string().min(1).max(200) };

/** `account` is the provider account whose messages and callbacks belong to this company. */
export const CompanyRegistered = eventSchema(
  'CompanyRegistered',
  1,
  z.object({ companyId, name: z.string().min(1), account: z.object({ provider: z.string(), accountId: z.string() }) }),
);

const by = z.string().min(1).max(100);

/** Nothing that the company sends leaves any more, of whatever campaign, until it is lifted. */
export const CompanyHalted = eventSchema(
  'CompanyHalted',
  1,
  z.object({ companyId, by, reason: z.string().min(1).max(200).optional(), haltedAt: instant }),
);
/** What people and reports call it from now on. */
export const CompanyRenamed = eventSchema('CompanyRenamed', 1, z.object({ companyId, name: z.string().min(1).max(200), by }));

/** What waits goes on where it was. */
export const CompanyLifted = eventSchema('CompanyLifted', 1, z.object({ companyId, by }));

/** One way that a channel's messages may take. */
export const route = z.strictObject({
  channel,
  ...account,
  /** its share among the routes of its priority; 0: a spare, which gets what others lose */
  weight: z.int().min(0).max(100).default(100),
  /** 1 goes first; the next ones take what those before can't */
  priority: z.int().min(1).max(9).default(1),
  /** of numbers: two letters like US. Left out: all */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters like US'))
    .min(1)
    .max(250)
    .optional(),
  /** left out: all */
  campaigns: z.array(campaignId).min(1).max(200).optional(),
  /** of its messages, over 15 minutes: more of them without a word after five minutes, or not delivered, and weight moves to others (15 unless told) */
  slowPercent: z.int().min(1).max(100).optional(),
  undeliveredPercent: z.int().min(1).max(100).optional(),
  /** the number, address or page that is this account's, where it is another one than the message's */
  from: z.string().min(1).max(254).optional(),
});
export type Route = Readonly<z.infer<typeof route>>;

/** Which ways the company's messages take from now on; none: its own account, and the house's other providers for what that one has not. */
export const RoutesSet = eventSchema('RoutesSet', 1, z.object({ companyId, by, routes: z.array(route).max(100) }));

/** Wrongly configured: nothing goes this way any more until somebody says so. Left out: every channel, every sender. */
const way = { ...account, channel: channel.optional(), from: z.string().optional() };
export const RouteStopped = eventSchema(
  'RouteStopped',
  1,
  z.object({ companyId, ...way, code: z.string(), providerCode: z.string().optional(), stoppedAt: instant }),
);
export const RouteResumed = eventSchema('RouteResumed', 1, z.object({ companyId, ...way, by }));

/** How many points the health of an account's channel has taken from the weight of its routes (below 0), or given to them. */
export const RouteWeightMoved = eventSchema(
  'RouteWeightMoved',
  1,
  z.object({
    companyId,
    ...account,
    channel,
    points: z.int().min(-100).max(100),
    why: z.enum(['slow', 'undelivered', 'relieves', 'well']),
    movedAt: instant,
  }),
);

/** What the company says about consent, and how it asks for it, from now on. */
export const ConsentSettingsSet = eventSchema('ConsentSettingsSet', 1, z.object({ companyId, by, settings: consentSettings }));

export const companyEvents = [
  CompanyRegistered,
  CompanyRenamed,
  CompanyHalted,
  CompanyLifted,
  RoutesSet,
  RouteStopped,
  RouteResumed,
  RouteWeightMoved,
  ConsentSettingsSet,
] as const;
export type CompanyEvent = EventOf<(typeof companyEvents)[number]>;
export type RoutingEvent = Extract<CompanyEvent, { type: `Route${string}` }>;
