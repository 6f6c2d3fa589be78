import type { ConsentSource, Purpose, Scope } from '#domain/consent/events.ts';
import type { Family } from '#domain/kernel/channel-facts.ts';
import { contactOfStream } from '#domain/kernel/streams.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** One thing that somebody said about messages, or was asked; never changed. */
export type ConsentLedgerRow = Placed &
  Readonly<{
    company_id: string;
    contact: string;
    happened_at: string;
    kind: 'asked' | 'given' | 'withdrawn';
    family: Family;
    brand_id: string | null;
    contact_point: string | null;
    scope: Scope;
    purpose: Purpose | null;
    is_double: number;
    source: ConsentSource;
    word: string | null;
    from_number: string | null;
    campaign_id: string | null;
    message_id: string | null;
    shown: string | null;
    said: string | null;
    proof: string | null;
    recorded_by: string | null;
    expires_at: string | null;
  }>;

const columns = [
  'company_id',
  'contact',
  'position',
  'ordinal',
  'happened_at',
  'kind',
  'family',
  'brand_id',
  'contact_point',
  'scope',
  'purpose',
  'is_double',
  'source',
  'word',
  'from_number',
  'campaign_id',
  'message_id',
  'shown',
  'said',
  'proof',
  'recorded_by',
  'expires_at',
] satisfies (keyof ConsentLedgerRow)[];

type Said = EventOfType<'ConsentWithdrawn' | 'ConsentGiven' | 'ConsentAsked'>;

const keyOf = ({ companyId, stream, position }: Said, ordinal: number) => ({
  company_id: companyId,
  contact: contactOfStream(stream),
  position,
  ordinal,
});

const kinds = { ConsentAsked: 'asked', ConsentGiven: 'given', ConsentWithdrawn: 'withdrawn' } as const;

/** What only one kind of event has. */
const particulars = (event: Said): Pick<ConsentLedgerRow, 'scope' | 'purpose' | 'is_double' | 'word' | 'expires_at'> => {
  const none = { scope: 'channel', purpose: null, is_double: 0, word: null, expires_at: null } as const;
  if (event.type === 'ConsentAsked') return { ...none, purpose: event.data.purpose };
  if (event.type === 'ConsentGiven')
    return { ...none, scope: event.data.scope, purpose: event.data.purpose, is_double: event.data.double ? 1 : 0 };
  const { scope, word, until } = event.data;
  return { ...none, scope, word: textCell(word, 40), expires_at: until === undefined ? null : timeCell(until) };
};

export const consentLedger: Projection<ConsentLedgerRow, Said['type']> = {
  table: { name: 'consent_ledger', key: ['company_id', 'contact', 'position', 'ordinal'], columns },
  handles: ['ConsentWithdrawn', 'ConsentGiven', 'ConsentAsked'],
  once: true,
  keyOf,
  evolve: (_row, event, ordinal) => {
    const { data, private: personal } = event;
    return {
      ...keyOf(event, ordinal),
      happened_at: timeCell(event.occurredAt),
      kind: kinds[event.type],
      family: data.family,
      brand_id: data.brandId ?? null,
      contact_point: personal?.contactPoint ?? null,
      ...particulars(event),
      source: data.source,
      from_number: data.from ?? null,
      campaign_id: data.campaignId ?? null,
      message_id: data.messageId ?? null,
      shown: textCell(personal?.shown, 2_000),
      said: textCell(personal?.said, 1_600),
      proof: textCell(personal?.proof, 1_000),
      recorded_by: textCell(personal?.by, 100),
    };
  },
};
