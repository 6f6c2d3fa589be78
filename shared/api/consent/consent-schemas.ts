import { z } from '@hono/zod-openapi';
import type { ListedOptOut } from '#app/list-opt-outs.ts';
import type { FamilyStanding, LedgerLine } from '#app/show-consent.ts';
import type { RecordedConsent } from '#app/record-consent.ts';
import { families } from '#domain/kernel/channel-facts.ts';
import { channel } from '#domain/kernel/ids.ts';
import { campaignIdText } from '../conventions/ids.ts';

export const family = z
  .enum(families)
  .openapi('ChannelFamily', { description: 'Channels that share an opt-out: texts and pictures are both `sms`' });
export const to = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .openapi({ description: 'A phone number, an e-mail address, or the id of a page’s visitor', example: '+12085550123' });
export const purpose = z.enum(['transactional', 'marketing']).openapi('Purpose');
export const brandText = z
  .string()
  .min(1)
  .max(40)
  .openapi({ description: 'Of that brand alone; left out: of all', example: 'brd_hillside' });
export const throughChannel = channel.default('sms');
/** What holds for all companies is not one company's to say. */
export const scope = z
  .enum(['channel', 'company'])
  .default('channel')
  .openapi({ description: '`channel`: that family of channels; `company`: whatever you send to that contact point' });

/** What shows what the person said; kept for five years. */
export const evidence = {
  said: z.string().trim().min(1).max(1_600).optional().openapi({ description: 'What the person said' }),
  shown: z.string().trim().min(1).max(2_000).optional().openapi({ description: 'What the person was shown' }),
  proof: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .optional()
    .openapi({ description: 'What shows it: the address of a page, the id of a recording' }),
};

export const recorded = z
  .object({
    object: z.literal('consent'),
    families: z.array(family).meta({ description: 'for which something new was written down; empty: it was so already' }),
  })
  .openapi('RecordedConsent');
export const recordedJson = ({ families: told }: RecordedConsent) => ({ object: 'consent' as const, families: told });

export const optOut = z
  .object({
    object: z.literal('opt_out'),
    id: z.string(),
    family,
    brand: z.string().optional(),
    to: z.string().nullable().meta({ description: 'null when the person was forgotten' }),
    status: z.enum(['out', 'ended']),
    scope: z.string(),
    source: z.string().meta({ description: 'how it came: reply, unsubscribe_link, api, import, staff, …' }),
    word: z.string().optional(),
    is_ambiguous: z.boolean().meta({ description: 'it may have been about the appointment' }),
    from: z.string().optional().meta({ description: 'your number or page that it came to' }),
    campaign: campaignIdText.optional(),
    opted_out_at: z.iso.datetime(),
    until: z.iso.datetime().optional(),
    ended_at: z.iso.datetime().optional(),
  })
  .openapi('OptOut');

export const optOutJson = (one: ListedOptOut) => ({
  object: 'opt_out' as const,
  id: one.cursor,
  family: one.family,
  ...(one.brandId === undefined ? {} : { brand: one.brandId }),
  to: one.contactPoint ?? null,
  status: one.status,
  scope: one.scope,
  source: one.source,
  ...(one.word === undefined ? {} : { word: one.word }),
  is_ambiguous: one.isAmbiguous,
  ...(one.from === undefined ? {} : { from: one.from }),
  ...(one.campaignId === undefined ? {} : { campaign: one.campaignId }),
  opted_out_at: one.optedOutAt,
  ...(one.until === undefined ? {} : { until: one.until }),
  ...(one.endedAt === undefined ? {} : { ended_at: one.endedAt }),
});

export const standing = z
  .object({
    family,
    is_out: z.boolean().meta({ description: 'whether an opt-out stands: of all brands, or of those in `brands`' }),
    is_out_everywhere: z.boolean().meta({ description: 'this person wants no messages of any sender here' }),
    until: z.iso.datetime().optional(),
    brands: z.array(z.string()).optional(),
    besides: z.array(z.string()).optional().meta({ description: 'brands that may send all the same' }),
  })
  .openapi('ConsentStanding');

export const standingJson = ({ family: of, isOut, isOutEverywhere, until, brands, besides }: FamilyStanding) => ({
  family: of,
  is_out: isOut,
  is_out_everywhere: isOutEverywhere,
  ...(until === undefined ? {} : { until }),
  ...(brands === undefined ? {} : { brands }),
  ...(besides === undefined ? {} : { besides }),
});

export const ledgerLine = z
  .object({
    object: z.literal('consent_entry'),
    id: z.string(),
    at: z.iso.datetime(),
    kind: z.enum(['asked', 'given', 'withdrawn']),
    family,
    source: z.string(),
    purpose: purpose.optional(),
    scope: z.string().optional(),
    is_double: z.boolean().optional().meta({ description: 'asked, and said yes once more' }),
    brand: z.string().optional(),
    campaign: z.string().optional(),
    message: z.string().optional(),
    from: z.string().optional(),
    word: z.string().optional(),
    until: z.iso.datetime().optional(),
    said: z.string().optional(),
    shown: z.string().optional(),
    proof: z.string().optional(),
    recorded_by: z.string().optional(),
  })
  .openapi('ConsentEntry');

const kinds = { ConsentAsked: 'asked', ConsentGiven: 'given', ConsentWithdrawn: 'withdrawn' } as const;

export const ledgerJson = ({ id, at, event }: LedgerLine) => {
  const { family: of, source, from, brandId, campaignId, messageId } = event.data;
  const all = {
    purpose: 'purpose' in event.data ? event.data.purpose : undefined,
    scope: 'scope' in event.data ? event.data.scope : undefined,
    is_double: 'double' in event.data ? event.data.double : undefined,
    brand: brandId,
    campaign: campaignId,
    message: messageId,
    from,
    word: 'word' in event.data ? event.data.word : undefined,
    until: 'until' in event.data ? event.data.until : undefined,
    said: event.private?.said,
    shown: event.private?.shown,
    proof: event.private?.proof,
    recorded_by: event.private?.by,
  };
  const told = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { object: 'consent_entry' as const, id, at, kind: kinds[event.type], family: of, source, ...told };
};
