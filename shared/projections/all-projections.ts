import { apiKeys } from './api-keys.ts';
import { auditLog } from './audit-log.ts';
import { brands } from './brands.ts';
import { campaigns } from './campaigns.ts';
import { companies } from './companies.ts';
import { customerWebhooks } from './customer-webhooks.ts';
import { consentLedger } from './consent-ledger.ts';
import { failures } from './failures.ts';
import { messageCounters } from './message-counters.ts';
import { messageStatusHistory } from './message-status-history.ts';
import { messageTemplates } from './message-templates.ts';
import { messages } from './messages.ts';
import { optOuts } from './opt-outs.ts';
import { packets } from './packets.ts';
import { parkedEvents } from './parked-events.ts';
import { phoneNumbers } from './phone-numbers.ts';
import type { Projection, Table } from './projection.ts';
import { replies } from './replies.ts';
import { registrations } from './registrations.ts';
import { rowOutcomes } from './row-outcomes.ts';
import { routingRules } from './routing-rules.ts';
import { scheduledMessages } from './scheduled-messages.ts';
import { touchCounters } from './touch-counters.ts';
import { userBrands } from './user-brands.ts';
import { users } from './users.ts';
import { webhookEvents } from './webhook-events.ts';

export const allProjections: readonly Projection[] = [
  companies,
  campaigns,
  packets,
  rowOutcomes,
  failures,
  messages,
  messageStatusHistory,
  optOuts,
  consentLedger,
  replies,
  webhookEvents,
  brands,
  registrations,
  phoneNumbers,
  users,
  userBrands,
  auditLog,
  apiKeys,
  customerWebhooks,
  messageTemplates,
  scheduledMessages,
  routingRules,
] as readonly unknown[] as readonly Projection[];

/** Every table that is made of the log alone, and can be made again. */
export const projectedTables: readonly Table[] = [
  ...allProjections.map(({ table }) => table),
  touchCounters,
  messageCounters,
  parkedEvents,
];
