import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

export type CustomerWebhookRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    url: string | null;
    events: string;
    description: string | null;
    status: 'enabled' | 'disabled' | 'removed';
    disabled_because: string | null;
    added_by: string;
    added_at: string;
    disabled_at: string | null;
    secret_rotated_at: string | null;
    changed_at: string;
  }>;

const types = [
  'WebhookEndpointAdded',
  'WebhookEndpointRevised',
  'WebhookEndpointDisabled',
  'WebhookEndpointEnabled',
  'WebhookEndpointRemoved',
  'WebhookEndpointSecretRotated',
] as const;
type WebhookType = (typeof types)[number];

/** What stands behind ? may hold a password. */
const urlCell = (url: string | undefined): string | null => textCell(url?.split('?', 1)[0], 500);
const eventsCell = (events: readonly string[]): string => textCell(events.join(' '), 2_000) ?? '';

const added = ({ data, private: sealed, ...event }: EventOfType<'WebhookEndpointAdded'>, ordinal: number): CustomerWebhookRow => ({
  id: data.endpointId,
  company_id: event.companyId,
  url: urlCell(sealed?.url),
  events: eventsCell(data.events),
  description: textCell(data.description, 200),
  status: 'enabled',
  disabled_because: null,
  added_by: data.by,
  added_at: timeCell(data.addedAt),
  disabled_at: null,
  secret_rotated_at: null,
  changed_at: timeCell(event.occurredAt),
  position: event.position,
  ordinal,
});

const changed = (event: Exclude<EventOfType<WebhookType>, { type: 'WebhookEndpointAdded' }>): Partial<CustomerWebhookRow> => {
  switch (event.type) {
    case 'WebhookEndpointRevised': {
      const { events, description } = event.data;
      return { url: urlCell(event.private?.url), events: eventsCell(events), description: textCell(description, 200) };
    }
    case 'WebhookEndpointDisabled':
      return { status: 'disabled', disabled_because: event.data.why, disabled_at: timeCell(event.data.disabledAt) };
    case 'WebhookEndpointEnabled':
      return { status: 'enabled', disabled_because: null, disabled_at: null };
    case 'WebhookEndpointRemoved':
      return { status: 'removed' };
    default:
      return { secret_rotated_at: timeCell(event.data.rotatedAt) };
  }
};

/** Where companies hear of their events, those that were removed too. */
export const customerWebhooks: Projection<CustomerWebhookRow, WebhookType> = {
  table: {
    name: 'customer_webhooks',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'url',
      'events',
      'description',
      'status',
      'disabled_because',
      'added_by',
      'added_at',
      'disabled_at',
      'secret_rotated_at',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof CustomerWebhookRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.endpointId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'WebhookEndpointAdded') return row ?? added(event, ordinal);
    return row && { ...row, ...changed(event), changed_at: timeCell(event.occurredAt), position: event.position, ordinal };
  },
};
