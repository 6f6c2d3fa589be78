import type { ReportedStatus } from '#ports/provider.ts';

/** Twilio's word → ours. Its first statuses (accepted, queued, scheduled) only say that it has the message and is at it. */
const statuses: Readonly<Record<string, ReportedStatus>> = {
  accepted: 'sending',
  queued: 'sending',
  scheduled: 'sending',
  sending: 'sending',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  read: 'read',
  canceled: 'canceled',
};

/** Undefined for a word that Twilio does not use of outgoing messages. */
export const statusOf = (word: unknown): ReportedStatus | undefined =>
  typeof word === 'string' && Object.hasOwn(statuses, word) ? statuses[word] : undefined;

type CallEnd = Readonly<{ status: ReportedStatus; code?: string }>;

/** What a call has come to. A machine that took it has the message, and whoever reads the report is told so. */
const calls: Readonly<Record<string, CallEnd>> = {
  queued: { status: 'sending' },
  initiated: { status: 'sending' },
  ringing: { status: 'sent' },
  'in-progress': { status: 'sent' },
  completed: { status: 'delivered' },
  busy: { status: 'undelivered', code: 'line_busy' },
  'no-answer': { status: 'undelivered', code: 'not_answered' },
  failed: { status: 'failed', code: 'call_failed' },
  canceled: { status: 'canceled' },
};

/** Undefined for a word that Twilio does not use of calls. `answeredBy`: human, machine_…, fax, unknown, or nothing. */
export const callEndOf = (word: unknown, answeredBy: unknown): CallEnd | undefined => {
  const end = typeof word === 'string' && Object.hasOwn(calls, word) ? calls[word] : undefined;
  if (end?.status !== 'delivered' || typeof answeredBy !== 'string') return end;
  if (answeredBy === 'fax') return { status: 'undelivered', code: 'fax_answered' };
  return answeredBy.startsWith('machine') ? { ...end, code: 'answering_machine' } : end;
};
