import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import type { MessageBus, MessageContext } from '#ports/message-bus.ts';

/** Where a trace stands (W3C trace context): ids in hexadecimal, of 16 and 8 bytes. */
export type Trace = Readonly<{ traceId: string; spanId: string; sampled: boolean }>;

/** What every log line of a hop carries, and every message that is published in it hands on. */
type Hop = Readonly<{ door?: string; cause?: string; correlation?: string; trace?: Trace }>;

const hops = new AsyncLocalStorage<Hop>();

const traceparentForm = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;
const cloudTraceForm = /^([0-9a-f]{32})\/(\d{1,20})(?:;o=(\d))?$/i;
const zeros = /^0+$/;

/** Drawn a few hundred at a time: one by one they took a tenth of what sending costs, for every report is a request of its own. */
const drawn = Buffer.alloc(4_096);
let used = drawn.length;

const randomHex = (bytes: number): string => {
  if (used + bytes > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += bytes;
  return drawn.toString('hex', used - bytes, used);
};

const newSpanId = (): string => randomHex(8);
const newTrace = (): Trace => ({ traceId: randomHex(16), spanId: newSpanId(), sampled: false });

const fromTraceparent = (text: string): Trace | undefined => {
  const [, traceId, spanId, flags] = traceparentForm.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined || zeros.test(traceId)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

/** Google's older header: the span is a decimal number. */
const fromCloudTrace = (text: string): Trace | undefined => {
  const [, traceId, span, sampled] = cloudTraceForm.exec(text) ?? [];
  if (traceId === undefined || span === undefined || zeros.test(traceId)) return undefined;
  const spanId = BigInt.asUintN(64, BigInt(span)).toString(16).padStart(16, '0');
  return { traceId: traceId.toLowerCase(), spanId, sampled: sampled === '1' };
};

type Headers = Readonly<Record<string, string | undefined>>;

const fromHeaders = ({ traceparent = '', 'x-cloud-trace-context': cloudTrace = '' }: Headers): Trace | undefined =>
  fromTraceparent(traceparent) ?? fromCloudTrace(cloudTrace);

/** Everything that `work` does belongs to this door. */
export const atDoor = <Result>(door: string, work: () => Promise<Result>): Promise<Result> => hops.run({ ...hops.getStore(), door }, work);

export type Arrived = Readonly<{ cause: string; context?: MessageContext; headers?: Headers }>;

/**
 * Everything that `work` does comes from this request or message. The trace of a message goes on where it was published, under a span of
 * its own; that of a request is the one in its headers. What came without any begins one.
 */
export const inHop = <Result>({ cause, context = {}, headers = {} }: Arrived, work: () => Promise<Result>): Promise<Result> => {
  const published = fromTraceparent(context.traceparent ?? '');
  const trace = published ? { ...published, spanId: newSpanId() } : (fromHeaders(headers) ?? newTrace());
  return hops.run({ ...hops.getStore(), cause, correlation: context.correlation ?? cause, trace }, work);
};

const traceparentOf = ({ traceId, spanId, sampled }: Trace): string => `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

/** Beside the data of whatever is published now. */
export const currentContext = (): MessageContext | undefined => {
  const { correlation, trace } = hops.getStore() ?? {};
  if (correlation === undefined || !trace) return undefined;
  return { correlation, traceparent: traceparentOf(trace) };
};

/** Fields of a log line that is written now, as Google's logs know them. The trace belongs to a project where there is one. */
export const hopFields = (projectId?: string): Readonly<Record<string, unknown>> => {
  const { trace, ...ids } = hops.getStore() ?? {};
  if (!trace) return ids;
  return {
    ...ids,
    'logging.googleapis.com/trace': projectId === undefined ? trace.traceId : `projects/${projectId}/traces/${trace.traceId}`,
    'logging.googleapis.com/spanId': trace.spanId,
    'logging.googleapis.com/trace_sampled': trace.sampled,
  };
};

/** The bus as verbs have it: what they publish carries the hop that they publish it in. */
export const handingOn = ({ publish }: Pick<MessageBus, 'publish'>): Pick<MessageBus, 'publish'> => ({
  publish: (topic, messages) => {
    const context = currentContext();
    return publish(topic, context ? messages.map((message) => ({ context, ...message })) : messages);
  },
});
