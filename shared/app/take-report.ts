import type { Cause } from '#domain/kernel/event.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Provider, ReadReport, ReportRequest } from '#ports/provider.ts';
import { holdWebhook } from './hold-webhook.ts';
import type { House } from './house.ts';
import { processReport } from './process-report.ts';

/** `held`: signed and kept, though nothing could be made of it yet. */
export type TakenReport = Exclude<ReadReport, { kind: 'report' }> | Readonly<{ kind: 'held'; webhook: string }>;

/** A message that may still come to be known, or trouble of ours; what is somebody else's is refused. */
const isWorthKeeping = (error: unknown, messageId: string): boolean =>
  error instanceof Refusal ? error.code === 'message_unknown' && parseMessageId(messageId) !== undefined : true;

const codeOf = (error: unknown): string => (error instanceof Refusal ? error.code : error instanceof Error ? error.name : 'unknown');

/**
 * Takes a provider's request: what it reports stands in the log when this returns. A signed one that cannot be processed is kept and tried again;
 * throws where it cannot be kept either, and the provider calls again.
 */
export const takeReport = async (house: House, provider: Provider, request: ReportRequest, cause: Cause): Promise<TakenReport> => {
  const read = provider.readReport(request);
  if (read.kind === 'malformed' && read.isSigned)
    return { kind: 'held', webhook: await holdWebhook(house, { provider, request, code: 'report_malformed' }, cause) };
  if (read.kind !== 'report') return read;
  try {
    await Promise.all([read.follow?.(), processReport(house, { provider, read, request }, cause)]);
    return { kind: 'nothing', ...(read.answer ? { answer: read.answer } : {}) };
  } catch (error) {
    if (!isWorthKeeping(error, read.report.messageId)) throw error;
    const held = { provider, request, code: codeOf(error) };
    return { kind: 'held', webhook: await holdWebhook(house, held, { ...cause, id: `${cause.id}:held` }) };
  }
};
