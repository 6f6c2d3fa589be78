import type { ConsentSource, Scope } from '#domain/consent/events.ts';
import type { Family } from '#domain/kernel/channel-facts.ts';
import { contactOfStream } from '#domain/kernel/streams.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** Who wants no messages, by contact point, family of channels and brand (none: of all brands); an opt-out that has ended stays, with its end. */
export type OptOutRow = Placed &
  Readonly<{
    company_id: string;
    contact: string;
    family: Family;
    brand_id: string;
    contact_point: string | null;
    status: 'out' | 'ended';
    scope: Scope;
    is_global: number;
    opt_out_method: ConsentSource;
    word: string | null;
    is_ambiguous: number;
    is_misdirected: number;
    from_number: string | null;
    campaign_id: string | null;
    message_id: string | null;
    opted_out_at: string;
    expires_at: string | null;
    ended_at: string | null;
  }>;

const columns = [
  'company_id',
  'contact',
  'family',
  'brand_id',
  'contact_point',
  'status',
  'scope',
  'is_global',
  'opt_out_method',
  'word',
  'is_ambiguous',
  'is_misdirected',
  'from_number',
  'campaign_id',
  'message_id',
  'opted_out_at',
  'expires_at',
  'ended_at',
  'position',
  'ordinal',
] satisfies (keyof OptOutRow)[];

type Said = EventOfType<'ConsentWithdrawn' | 'ConsentGiven'>;

const keyOf = ({ companyId, stream, data }: Said) => ({
  company_id: companyId,
  contact: contactOfStream(stream),
  family: data.family,
  brand_id: data.brandId ?? '',
});

const withdrawn = (row: OptOutRow | undefined, event: EventOfType<'ConsentWithdrawn'>, ordinal: number): OptOutRow => {
  const { data, private: personal, occurredAt, position } = event;
  return {
    ...keyOf(event),
    contact_point: personal?.contactPoint ?? null,
    status: 'out',
    scope: data.scope,
    is_global: data.scope === 'everywhere' || row?.is_global === 1 ? 1 : 0,
    opt_out_method: data.source,
    word: textCell(data.word, 40),
    is_ambiguous: data.ambiguous ? 1 : 0,
    is_misdirected: data.misdirected ? 1 : 0,
    from_number: data.from ?? null,
    campaign_id: data.campaignId ?? null,
    message_id: data.messageId ?? null,
    opted_out_at: timeCell(occurredAt),
    expires_at: data.until === undefined ? null : timeCell(data.until),
    ended_at: null,
    position,
    ordinal,
  };
};

/** Who wants messages of one brand though of no other: as if the opt-out of that brand had ended. */
const besides = (event: EventOfType<'ConsentGiven'>, ordinal: number): OptOutRow => {
  const { data, private: personal, occurredAt, position } = event;
  const at = timeCell(occurredAt);
  return {
    ...keyOf(event),
    contact_point: personal?.contactPoint ?? null,
    status: 'ended',
    scope: data.scope,
    is_global: 0,
    opt_out_method: data.source,
    word: null,
    is_ambiguous: 0,
    is_misdirected: 0,
    from_number: data.from ?? null,
    campaign_id: data.campaignId ?? null,
    message_id: data.messageId ?? null,
    opted_out_at: at,
    expires_at: null,
    ended_at: at,
    position,
    ordinal,
  };
};

/** What was said of all companies stands until it is taken back for all of them. */
const given = (row: OptOutRow, { data, occurredAt, position }: EventOfType<'ConsentGiven'>, ordinal: number): OptOutRow => {
  const stays = row.is_global === 1 && data.scope !== 'everywhere';
  const end = stays ? {} : { status: 'ended' as const, is_global: 0, ended_at: timeCell(occurredAt) };
  return { ...row, ...end, position, ordinal };
};

export const optOuts: Projection<OptOutRow, 'ConsentWithdrawn' | 'ConsentGiven'> = {
  table: { name: 'opt_outs', key: ['company_id', 'contact', 'family', 'brand_id'], columns },
  handles: ['ConsentWithdrawn', 'ConsentGiven'],
  keyOf,
  evolve: (row, event, ordinal) => {
    if (event.type === 'ConsentWithdrawn') return withdrawn(row, event, ordinal);
    if (!row) return event.data.besides ? besides(event, ordinal) : row;
    return row.status === 'out' ? given(row, event, ordinal) : row;
  },
};
