import assert from 'node:assert/strict';
import { z } from 'zod';
import { schemaOf } from '#domain/catalogue.ts';
import { approvedEvents } from './approved-events.ts';
import { harmless, harmlessBy, personalKeys } from './personal-keys.ts';
import { keysOf } from './schema-keys.ts';

const phoneOrAddress = /\+\d{7,15}\b|[^\s"@]+@[^\s"@]+\.[a-z]{2,}/i;

describe('the data of events', () => {
  it('has no key that tells of a person', () => {
    const problems = [...schemaOf.values()].flatMap(({ type, data }) => personalKeys(type, data));
    assert.equal(problems.length, 0, `\n  ${problems.join('\n  ')}`);
  });

  it('holds no phone and no address in its approved examples, but the numbers of companies', () => {
    for (const { file, data } of approvedEvents()) {
      const text = JSON.stringify(data, (key, value: unknown) => (key === 'from' || key === 'sender' ? undefined : value));
      assert.doesNotMatch(text, phoneOrAddress, `${file}: this belongs to private`);
    }
  });

  it('has a reason for every exception that is still needed', () => {
    const used = new Set([...schemaOf.values()].flatMap(({ type, data }) => keysOf(data).map(({ path }) => harmlessBy(type, path))));
    assert.deepEqual(
      Object.keys(harmless).filter((key) => !used.has(key)),
      [],
      'take these out of test/architecture/personal-keys.ts',
    );
  });

  for (const [what, schema] of [
    ['a phone', z.object({ phone: z.string() })],
    ['a recipient', z.object({ to: z.string() })],
    ['a name deep inside', z.object({ rows: z.array(z.object({ lastName: z.string().optional() })) })],
    ['an e-mail address in one branch of a union', z.union([z.object({ email: z.string() }), z.object({ id: z.string() })])],
    ['anything at all', z.object({ payload: z.unknown() })],
    ['a record of anything', z.object({ payload: z.record(z.string(), z.any()) })],
    ['a loose object', z.looseObject({ id: z.string() })],
  ] as const)
    it(`may not hold ${what}`, () => assert.equal(personalKeys('TouchDared', schema).length, 1));
});
