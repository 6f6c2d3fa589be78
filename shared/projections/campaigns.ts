import { touchesOf } from '#domain/campaign/touches.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/**
 * `version`, `name` and `definition` are the newest ones; `approved_version` is the one that sends. `touches_per_row` belongs to the
 * version that sends, before the first approval to the newest one; `newest_touches_per_row` to the newest.
 */
export type CampaignRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    name: string | null;
    status: 'draft' | 'ready' | 'active' | 'paused' | 'archived';
    version: number;
    approved_version: number | null;
    approved_by: string | null;
    touches_per_row: number;
    newest_touches_per_row: number;
    definition: string;
    runs: number;
    drafted_at: string;
    revised_at: string | null;
    approved_at: string | null;
    activated_at: string | null;
    last_fired_at: string | null;
    archived_at: string | null;
  }>;

const types = [
  'CampaignDrafted',
  'CampaignRevised',
  'CampaignApproved',
  'CampaignActivated',
  'CampaignPaused',
  'CampaignResumed',
  'CampaignArchived',
  'CampaignFired',
] as const;
type CampaignType = (typeof types)[number];

const drafted = ({ data, ...event }: EventOfType<'CampaignDrafted'>, ordinal: number): CampaignRow => {
  const touches = touchesOf(data.definition).length;
  return {
    id: data.campaignId,
    company_id: event.companyId,
    name: textCell(data.definition.name, 200),
    status: 'draft',
    version: data.version,
    approved_version: null,
    approved_by: null,
    touches_per_row: touches,
    newest_touches_per_row: touches,
    definition: JSON.stringify(data.definition),
    runs: 0,
    drafted_at: timeCell(event.occurredAt),
    revised_at: null,
    approved_at: null,
    activated_at: null,
    last_fired_at: null,
    archived_at: null,
    position: event.position,
    ordinal,
  };
};

const revised = (row: CampaignRow, { data, occurredAt }: EventOfType<'CampaignRevised'>): Partial<CampaignRow> => {
  const newest_touches_per_row = touchesOf(data.definition).length;
  return {
    version: data.version,
    name: textCell(data.definition.name, 200),
    definition: JSON.stringify(data.definition),
    newest_touches_per_row,
    touches_per_row: row.approved_version === null ? newest_touches_per_row : row.touches_per_row,
    revised_at: timeCell(occurredAt),
  };
};

const approved = (row: CampaignRow, { data, occurredAt }: EventOfType<'CampaignApproved'>): Partial<CampaignRow> => ({
  status: row.status === 'draft' ? 'ready' : row.status,
  approved_version: data.version,
  approved_by: textCell(data.approvedBy, 200),
  touches_per_row: data.version === row.version ? row.newest_touches_per_row : row.touches_per_row,
  approved_at: timeCell(occurredAt),
});

const changed = (row: CampaignRow, event: Exclude<EventOfType<CampaignType>, { type: 'CampaignDrafted' }>): Partial<CampaignRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'CampaignRevised':
      return revised(row, event);
    case 'CampaignApproved':
      return approved(row, event);
    case 'CampaignActivated':
      return { status: 'active', activated_at: at };
    case 'CampaignResumed':
      return { status: 'active' };
    case 'CampaignPaused':
      return { status: 'paused' };
    case 'CampaignArchived':
      return { status: 'archived', archived_at: at };
    default:
      return { runs: event.data.run, last_fired_at: timeCell(event.data.firedAt) };
  }
};

export const campaigns: Projection<CampaignRow, CampaignType> = {
  table: {
    name: 'campaigns',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'name',
      'status',
      'version',
      'approved_version',
      'approved_by',
      'touches_per_row',
      'newest_touches_per_row',
      'definition',
      'runs',
      'drafted_at',
      'revised_at',
      'approved_at',
      'activated_at',
      'last_fired_at',
      'archived_at',
      'position',
      'ordinal',
    ] satisfies (keyof CampaignRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.campaignId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'CampaignDrafted') return row ?? drafted(event, ordinal);
    return row && { ...row, ...changed(row, event), position: event.position, ordinal };
  },
};
