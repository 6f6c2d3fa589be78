import { timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** All rules of a company, in one row: they are replaced together. `stopped_ways`: wrongly configured ones that nobody takes any more. */
export type RoutingRulesRow = Placed &
  Readonly<{
    company_id: string;
    rules: string;
    rule_count: number;
    stopped_ways: number;
    set_by: string | null;
    set_at: string | null;
    changed_at: string;
  }>;

const types = ['RoutesSet', 'RouteStopped', 'RouteResumed'] as const;
type RoutingType = (typeof types)[number];

const defaults = { rules: '[]', rule_count: 0, stopped_ways: 0, set_by: null, set_at: null } as const;

const changed = (row: Pick<RoutingRulesRow, 'stopped_ways'>, event: EventOfType<RoutingType>): Partial<RoutingRulesRow> => {
  if (event.type === 'RouteStopped') return { stopped_ways: row.stopped_ways + 1 };
  if (event.type === 'RouteResumed') return { stopped_ways: Math.max(0, row.stopped_ways - 1) };
  const { routes, by } = event.data;
  // new rules are a new beginning: what was stopped is tried again
  return { rules: JSON.stringify(routes), rule_count: routes.length, stopped_ways: 0, set_by: by, set_at: timeCell(event.occurredAt) };
};

export const routingRules: Projection<RoutingRulesRow, RoutingType> = {
  table: {
    name: 'routing_rules',
    key: ['company_id'],
    columns: [
      'company_id',
      'rules',
      'rule_count',
      'stopped_ways',
      'set_by',
      'set_at',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof RoutingRulesRow)[],
  },
  handles: types,
  keyOf: ({ data }) => ({ company_id: data.companyId }),
  evolve: (row, event, ordinal) => {
    const before = row ?? { company_id: event.data.companyId, ...defaults };
    return { ...before, ...changed(before, event), changed_at: timeCell(event.occurredAt), position: event.position, ordinal };
  },
};
