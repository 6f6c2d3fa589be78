import type { Changed } from '#domain/access/audit-events.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { changesBetween } from './changes-between.ts';
import { Problem } from './problem.ts';

/** Each operation that changes a thing → the one by which that thing is seen, where its answer may be kept. */
export type Things = ReadonlyMap<Operation, Operation>;

const mayBeKept = ({ method, looksAt, keptFields, keptAs }: Operation): boolean =>
  method === 'get' && (keptAs !== undefined || (keptFields === undefined ? looksAt === undefined : keptFields.length > 0));

/** `/v1/templates/{id}` of itself and of `/v1/templates/{id}/retire`; a file that comes changes nothing that is seen there. */
const pathOfThing = ({ path, method, upload }: Operation): string | undefined => {
  if (method === 'get' || upload) return undefined;
  return method === 'post' ? /^(.*\{\w+\})\/\w+$/.exec(path)?.[1] : path;
};

/** A thing's answer that tells of people is never kept, but for the fields that it names. */
export const thingsOf = (operations: readonly Operation[]): Things => {
  const seen = new Map(operations.filter(mayBeKept).map((one) => [one.path, one]));
  return new Map(
    operations.flatMap((one) => {
      const path = one.changesNothing ? undefined : pathOfThing(one);
      const thing = path === undefined ? undefined : seen.get(path);
      return thing ? [[one, thing] as const] : [];
    }),
  );
};

const keptOf = ({ keptFields, keptAs }: Operation, body: unknown, call: Call): unknown => {
  if (keptAs) return keptAs(body, call);
  return keptFields === undefined || typeof body !== 'object' || body === null
    ? body
    : Object.fromEntries(Object.entries(body).filter(([name]) => keptFields.includes(name)));
};

/** Undefined: there is none, or none for him; what he asked for is refused, or has removed it. */
const look = async (thing: Operation, call: Call): Promise<unknown> => {
  try {
    const query: unknown = thing.query?.parse({});
    return keptOf(thing, (await thing.run({ ...call, query, body: undefined })).body, call);
  } catch (error) {
    if (error instanceof Problem || error instanceof Refusal) return undefined;
    throw error;
  }
};

/** Runs the operation, and looks before and after it: what is shown to whoever asks for the thing, and no secret is. */
export const runWatched = async (
  { operation, thing }: Readonly<{ operation: Operation; thing: Operation | undefined }>,
  call: Call,
): Promise<Readonly<{ answer: Answer; changes: readonly Changed[] }>> => {
  if (!thing) return { answer: await operation.run(call), changes: [] };
  const before = await look(thing, call);
  const answer = await operation.run(call);
  return { answer, changes: changesBetween(before, await look(thing, call)) };
};
