import { z } from 'zod';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { currentHouse } from '#wiring/current-house.ts';

/** A request as every host gives it to us: Cloud Run functions, the functions framework, the embedded server. */
export type DoorRequest = Readonly<{
  method: string;
  /** path and query, exactly as they were called */
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  /** raw */
  body: string;
}>;
export type DoorResponse = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body?: string }>;
export type Context = Readonly<{ house: House; cause: Cause }>;

/** `answer` serves HTTP; `run` serves a message that a bus hands over inside the process. */
export type Door = Readonly<{
  answer: (request: DoorRequest) => Promise<DoorResponse>;
  run?: (id: string, data: unknown) => Promise<void>;
}>;

/** RFC 9457. The detail says what to do and names no person. */
export const problem = (status: number, code: string, detail: string): DoorResponse => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', status, code, detail }),
});

const failed = (house: House, error: unknown): DoorResponse => {
  if (error instanceof Refusal) return problem(400, error.code, error.message);
  house.log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'a door failed; the message is delivered again');
  return problem(500, 'internal', 'Something failed on our side. Try again; nothing was half done.');
};

const newCause = (house: House, id: string): Cause => ({ id, now: house.clock.now() });

export const onHttp = (handler: (request: DoorRequest, context: Context) => Promise<DoorResponse>): Door => ({
  answer: async (request) => {
    const house = await currentHouse();
    try {
      return await handler(request, { house, cause: newCause(house, `req_${crypto.randomUUID().replaceAll('-', '')}`) });
    } catch (error) {
      return failed(house, error);
    }
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

const parseCloudEvent = ({ headers, body }: DoorRequest): z.infer<typeof cloudEvent> | undefined => {
  try {
    const json: unknown = body === '' ? undefined : JSON.parse(body);
    if (headers['content-type']?.startsWith('application/cloudevents+json')) return cloudEvent.parse(json);
    const { 'ce-specversion': specversion, 'ce-id': id, 'ce-source': source, 'ce-type': type } = headers;
    return cloudEvent.parse({ specversion, id, source, type, data: json });
  } catch {
    return undefined;
  }
};

/** A door behind a topic. What the schema does not take is answered 400 over HTTP, and acknowledged and logged on a bus: it will never get better. */
export const onEvent = <Data>(schema: z.ZodType<Data>, handler: (data: Data, context: Context) => Promise<void>): Door => {
  const handle = async (house: House, id: string, raw: unknown): Promise<void> => {
    const data = schema.safeParse(raw);
    if (!data.success) throw new Refusal('event_malformed', `the event's data is not what this door takes: ${z.prettifyError(data.error)}`);
    await handler(data.data, { house, cause: newCause(house, id) });
  };
  return {
    answer: async (request) => {
      const house = await currentHouse();
      const event = request.method === 'POST' ? parseCloudEvent(request) : undefined;
      if (!event) return problem(400, 'event_malformed', 'This door takes CloudEvents 1.0 by POST, with a JSON body.');
      try {
        await handle(house, event.id, event.data);
        return { status: 204 };
      } catch (error) {
        return failed(house, error);
      }
    },
    run: async (id, data) => {
      const house = await currentHouse();
      try {
        await handle(house, id, data);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        house.log.warn({ code: error.code, detail: error.message }, 'refused');
      }
    },
  };
};
