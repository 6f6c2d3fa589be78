import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { MessageContext } from '#ports/message-bus.ts';
import type { CallbackAnswer } from '#ports/provider.ts';
import { jsonOf, parsePush } from '#ports/push-envelope.ts';
import { currentHouse } from '#wiring/current-house.ts';
import { inHop } from '#wiring/log-context.ts';

/** A request as every host gives it to us: Cloud Run functions, the functions framework, the embedded server. */
export type DoorRequest = Readonly<{
  method: string;
  /** path and query, exactly as they were called */
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  /** raw; empty where `stream` is there */
  body: string;
  /** the body, not yet read: for doors that take files (`"body": "stream"` in doors.json) */
  stream?: Readable;
}>;
export type DoorResponse = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** in place of `body`: a file */ bytes?: Uint8Array;
}>;
export type Context = Readonly<{
  house: House;
  cause: Cause;
  /** a bus that counts has delivered it before: whoever took it then may be dead */
  isAgain?: boolean;
}>;

/** `answer` serves HTTP; `run` serves a message that a bus hands over inside the process. */
export type Door = Readonly<{
  answer: (request: DoorRequest) => Promise<DoorResponse>;
  run?: (id: string, data: unknown, context?: MessageContext) => Promise<void>;
}>;

/** RFC 9457. The detail says what to do and names no person. */
export const problem = (status: number, code: string, detail: string): DoorResponse => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', status, code, detail }),
});

/** What a provider wants to hear in the answer itself, if anything. */
export const answered = (answer?: CallbackAnswer): DoorResponse =>
  answer ? { status: 200, headers: { 'content-type': answer.type }, body: answer.body } : { status: 204 };

/** To a caller who is not the provider, or has not said so yet: 401 asks him to (RFC 7235), where the provider waits for that. */
export const notTakenFrom = ({ why, challenge }: Readonly<{ why: string; challenge?: string }>): DoorResponse => {
  if (challenge === undefined) return problem(403, 'signature_invalid', why);
  const asking = problem(401, 'credentials_missing', why);
  return { ...asking, headers: { ...asking.headers, 'www-authenticate': challenge } };
};

const failed = (house: House, error: unknown): DoorResponse => {
  if (error instanceof Refusal) return problem(400, error.code, error.message);
  house.log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'a door failed; the message is delivered again');
  return problem(500, 'internal', 'Something failed on our side. Try again; nothing was half done.');
};

const newCause = (house: House, id: string, correlation = id): Cause => ({ id, now: house.clock.now(), correlation });

export const onHttp = (handler: (request: DoorRequest, context: Context) => Promise<DoorResponse>): Door => ({
  answer: async (request) => {
    const house = await currentHouse();
    const id = `req_${crypto.randomUUID().replaceAll('-', '')}`;
    return inHop({ cause: id, headers: request.headers }, async () => {
      try {
        return await handler(request, { house, cause: newCause(house, id) });
      } catch (error) {
        return failed(house, error);
      }
    });
  },
});

/** CloudEvents 1.0 over HTTP, binary or structured mode (cloudevents.io, HTTP protocol binding 3.1 and 3.2). */
const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  data: z.unknown(),
});

/** What woke a door, whoever brought it. */
type Arrival = Readonly<{
  id: string;
  data: unknown;
  context: MessageContext;
  attempt?: number;
  /** a message of a topic: a refusal is acknowledged, or it would be delivered again and again */
  pushed: boolean;
}>;

const arrivalOf = ({ headers, body }: DoorRequest): Arrival | undefined => {
  const json = jsonOf(body);
  const push = parsePush(json);
  if (push) return { ...push, pushed: true };
  const { 'ce-specversion': specversion, 'ce-id': id, 'ce-source': source, 'ce-type': type } = headers;
  const structured = headers['content-type']?.startsWith('application/cloudevents+json') === true;
  const event = cloudEvent.safeParse(structured ? json : { specversion, id, source, type, data: json });
  return event.success ? { id: event.data.id, data: event.data.data, context: {}, pushed: false } : undefined;
};

const notTaken = problem(
  400,
  'event_malformed',
  'This door takes CloudEvents 1.0 and messages that Pub/Sub pushes, by POST, with a JSON body.',
);

/** The event is not what the door takes: it never will be, and must not be lost without a word either. */
class EventMalformed extends Refusal {
  constructor(detail: string) {
    super('event_malformed', detail);
    this.name = 'EventMalformed';
  }
}

/**
 * A door behind a topic. What the schema does not take is answered 400: pushed again until Pub/Sub keeps it with the dead letters. On a bus
 * inside the process it is acknowledged and logged, as every refusal is.
 */
export const onEvent = <Data>(schema: z.ZodType<Data>, handler: (data: Data, context: Context) => Promise<void>): Door => {
  const handle = async (house: House, { id, data: raw, context, attempt = 1 }: Omit<Arrival, 'pushed'>): Promise<void> => {
    const data = schema.safeParse(raw);
    if (!data.success) throw new EventMalformed(`the event's data is not what this door takes: ${z.prettifyError(data.error)}`);
    const started = house.clock.realMs();
    await handler(data.data, { house, cause: newCause(house, id, context.correlation), isAgain: attempt > 1 });
    house.log.info({ ms: Math.round(house.clock.realMs() - started) }, 'done');
  };
  const refused = (house: House, id: string, { code, message }: Refusal): void => house.log.warn({ id, code, detail: message }, 'refused');
  const toldOf = async (house: House, arrival: Arrival): Promise<DoorResponse> => {
    try {
      await handle(house, arrival);
      return { status: 204 };
    } catch (error) {
      if (error instanceof Refusal) refused(house, arrival.id, error);
      if (error instanceof Refusal && arrival.pushed && !(error instanceof EventMalformed)) return { status: 204 };
      return failed(house, error);
    }
  };
  return {
    answer: async (request) => {
      const house = await currentHouse();
      const arrival = request.method === 'POST' ? arrivalOf(request) : undefined;
      if (!arrival) {
        house.log.warn({ code: 'event_malformed', bytes: request.body.length }, 'refused: no event, nor a message of a topic');
        return notTaken;
      }
      const { id: cause, context } = arrival;
      return inHop({ cause, context, headers: request.headers }, () => toldOf(house, arrival));
    },
    run: async (id, data, context = {}) => {
      const house = await currentHouse();
      await inHop({ cause: id, context }, async () => {
        try {
          await handle(house, { id, data, context });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused(house, id, error);
        }
      });
    },
  };
};
