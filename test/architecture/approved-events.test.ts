import assert from 'node:assert/strict';
import type { z } from 'zod';
import { schemaOf } from '#domain/catalogue.ts';
import type { EventSchema } from '#domain/kernel/event.ts';
import { approvedEvents, type ApprovedEvent } from './approved-events.ts';
import { keysOf, pathsIn } from './schema-keys.ts';

type Schema = EventSchema<string, z.ZodType, z.ZodType>;

const schemaFor = (type: string): Schema => {
  const schema = schemaOf.get(type);
  assert.ok(schema, `${type} stands in logs: its schema stays in shared/domain/catalogue.ts for ever`);
  return schema;
};

/** As the log reads it: upcast when it is older than the schema, then checked. */
const readBack = (
  { file, version, data, private: sealed }: ApprovedEvent,
  schema: Schema,
): Readonly<{ data: unknown; private?: unknown }> => {
  assert.ok(version <= schema.version, `${file}: the schema has not come to this version yet`);
  if (version < schema.version) assert.ok(schema.upcast, `${schema.type} is at version ${schema.version}: give it an upcaster for ${file}`);
  const current = version < schema.version ? schema.upcast!({ version, data, private: sealed }) : { data, private: sealed };
  const explain = `${file} can no longer be read: raise the version and write an upcaster instead of changing what is stored`;
  const parsed = { data: schema.data.safeParse(current.data), private: schema.private.safeParse(current.private) };
  assert.ok(parsed.data.success, `${explain}\n${parsed.data.error?.message}`);
  assert.ok(parsed.private.success, `${explain}\n${parsed.private.error?.message}`);
  assert.deepEqual({ data: parsed.data.data, private: parsed.private.data }, { private: undefined, ...current }, explain);
  return current;
};

const certainKeys = (schema: z.ZodType): readonly string[] =>
  keysOf(schema)
    .filter(({ certain, path }) => certain && !path.endsWith('*'))
    .map(({ path }) => path);

describe('approved events', () => {
  const approved = approvedEvents();

  for (const event of approved) it(`${event.file.split('/').at(-1)} can still be read`, () => void readBack(event, schemaFor(event.type)));

  it('are there for every version of every event', () => {
    const there = new Set(approved.map(({ type, version }) => `${type}.v${version}`));
    const missing = [...schemaOf.values()]
      .flatMap(({ type, version }) => Array.from({ length: version }, (_, before) => `${type}.v${before + 1}`))
      .filter((name) => !there.has(name));
    assert.deepEqual(missing, [], 'write these by hand into test/approved/events/<name>.json: { type, version, data, private }');
  });

  it('show every field, the optional ones too', () => {
    const problems = approved
      .filter(({ type, version }) => schemaOf.get(type)?.version === version)
      .map((event) => ({
        name: `${event.type}.v${event.version}`,
        shown: pathsIn({ data: event.data, private: event.private }),
        type: event.type,
      }));
    for (const { type, version, data, private: sealed } of schemaOf.values()) {
      const shown = new Set(problems.filter(({ name }) => name === `${type}.v${version}`).flatMap((each) => each.shown));
      const wanted = [...certainKeys(data).map((path) => `data.${path}`), ...certainKeys(sealed).map((path) => `private.${path}`)];
      assert.deepEqual(
        wanted.filter((path) => !shown.has(path)),
        [],
        `the approved ${type}.v${version} shows nothing of these fields: nobody would notice when they change`,
      );
    }
  });
});
