import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { z } from '@hono/zod-openapi';
import { checkInput } from '#api/conventions/check-input.ts';
import { deprecationHeaders } from '#api/conventions/deprecation.ts';
import { checkMatch, etagOf } from '#api/conventions/etag.ts';
import { expandOf } from '#api/conventions/expand.ts';
import { idempotencyKeyOf } from '#api/conventions/idempotency-key.ts';
import { accepted, longWork } from '#api/conventions/long-work.ts';
import { listAnswer, pageOf, type PageQuery } from '#api/conventions/pagination.ts';
import { placeOf } from '#api/conventions/place-of.ts';
import { Problem } from '#api/conventions/problem.ts';
import { currentVersion, versionOf } from '#api/conventions/versions.ts';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error.code;
  }
};

describe('an ETag', () => {
  it('is the same for the same state, and another one for another', () => {
    assert.equal(etagOf({ a: 1 }), etagOf({ a: 1 }));
    assert.notEqual(etagOf({ a: 1 }), etagOf({ a: 2 }));
    assert.match(etagOf({}), /^"[\w-]{22}"$/);
  });
  const etag = etagOf({ a: 1 });
  for (const [what, header, code] of [
    ['the state that is there', etag, undefined],
    ['one of several', `"x", ${etag}`, undefined],
    ['a weak one, as a proxy makes it', `W/${etag}`, undefined],
    ['any state', '*', undefined],
    ['an older state', '"x"', 'version_moved'],
    ['nothing', '', 'version_moved'],
    ['no header', undefined, 'if_match_missing'],
  ] as const)
    it(`held against ${what} is ${code ?? 'let pass'}`, () =>
      assert.equal(
        codeOf(() => checkMatch({ 'if-match': header }, etag)),
        code,
      ));
});

describe('a page', () => {
  const all = Array.from({ length: 25 }, (_, n) => ({ id: `x${n}` }));
  const idOf = ({ id }: { id: string }): string => id;

  it('by page, there and back, has everything once and in its order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 30 }), (length, limit) => {
        const list = all.slice(0, length);
        const walk = (key: 'starting_after' | 'ending_before'): readonly string[] => {
          const seen: string[][] = [];
          let query: PageQuery = key === 'ending_before' ? { limit, ending_before: 'end' } : { limit };
          const whole = key === 'ending_before' ? [...list, { id: 'end' }] : list;
          for (let left = 40; left > 0; left--) {
            const { items, hasMore } = pageOf(whole, idOf, query);
            seen.push(items.map(idOf));
            const edge = key === 'starting_after' ? items.at(-1) : items[0];
            if (!hasMore || !edge) break;
            query = { limit, [key]: edge.id };
          }
          return (key === 'ending_before' ? seen.toReversed() : seen).flat();
        };
        assert.deepEqual(walk('starting_after'), list.map(idOf));
        assert.deepEqual(walk('ending_before'), list.map(idOf));
      }),
    );
  });

  it('behind an id that nobody knows is refused: an empty one would look like the end', () => {
    for (const place of ['starting_after', 'ending_before'])
      assert.equal(
        codeOf(() => pageOf(all, idOf, { limit: 5, [place]: 'y' })),
        'cursor_unknown',
      );
  });

  it('leads to the pages beside it, with its filters', () => {
    const query = { limit: 2, starting_after: 'x1', status: 'sent', tag: ['a', 'b'] };
    const { headers, body } = listAnswer({ origin: 'https://h', path: '/v1/xs', query, page: pageOf(all, idOf, query) });
    const [next, prev] = (headers?.['link'] ?? '').split(', ');
    assert.equal(next, '<https://h/v1/xs?limit=2&status=sent&tag=a&tag=b&starting_after=x3>; rel="next"');
    assert.equal(prev, '<https://h/v1/xs?limit=2&status=sent&tag=a&tag=b&ending_before=x2>; rel="prev"');
    assert.deepEqual(body, { object: 'list', data: [{ id: 'x2' }, { id: 'x3' }], has_more: true, url: '/v1/xs' });
    assert.equal(listAnswer({ origin: '', path: '/', query: { limit: 50 }, page: pageOf(all, idOf, { limit: 50 }) }).headers, undefined);
  });
});

describe('what is expanded', () => {
  const schema = expandOf(['campaign', 'packet']);
  for (const [given, expected] of [
    [undefined, []],
    ['campaign', ['campaign']],
    ['campaign,packet', ['campaign', 'packet']],
    [
      ['campaign', 'packet'],
      ['campaign', 'packet'],
    ],
  ] as const)
    it(`is read from ${JSON.stringify(given)}`, () => assert.deepEqual(schema.parse(given), expected));
  it('is nothing else than what there is', () =>
    assert.ok(!schema.safeParse('company').success && !schema.safeParse('campaign.brand').success));
});

describe('a version', () => {
  it('is the newest unless one is named, and one that there is', () => {
    assert.equal(versionOf({}), currentVersion);
    assert.equal(versionOf({ 'carillon-version': currentVersion }), currentVersion);
    assert.equal(
      codeOf(() => versionOf({ 'carillon-version': '2020-01-01' })),
      'version_unknown',
    );
  });
});

describe('an operation that is to go', () => {
  it('says since when, until when, and what to use instead', () => {
    assert.deepEqual(
      deprecationHeaders({ deprecated: { since: '2026-11-20', until: '2027-11-20', instead: 'sendMessage' } }, 'https://h'),
      {
        deprecation: '@1795132800',
        sunset: 'Sat, 20 Nov 2027 00:00:00 GMT',
        link: '<https://h/docs#sendMessage>; rel="deprecation"',
      },
    );
    assert.deepEqual(deprecationHeaders({}, 'https://h'), {});
  });
});

describe('long work', () => {
  it('is accepted with the place where it can be watched', () => {
    const { status, headers, body } = accepted('https://h', { id: 'pkt_1', path: '/v1/packets/pkt_1' });
    assert.deepEqual([status, headers?.['location']], [202, 'https://h/v1/packets/pkt_1']);
    assert.ok(longWork.safeParse(body).success);
  });
});

describe('an Idempotency-Key', () => {
  for (const [header, expected] of [
    ['a', 'a'],
    ['"a"', 'a'],
    [String.raw`"a\"b\\c"`, String.raw`a"b\c`],
    ['"', '"'],
    [' a b ', 'a b'],
    ['x'.repeat(255), 'x'.repeat(255)],
  ] as const)
    it(`is read from ${header.slice(0, 12)}`, () => assert.equal(idempotencyKeyOf({ 'idempotency-key': header }, true), expected));
  for (const header of ['', '""', 'x'.repeat(256), 'é', 'a\tb'])
    it(`is not ${JSON.stringify(header.slice(0, 12))}`, () =>
      assert.equal(
        codeOf(() => idempotencyKeyOf({ 'idempotency-key': header }, false)),
        'idempotency_key_invalid',
      ));
  it('may be missing where it is not needed', () => {
    assert.equal(idempotencyKeyOf({}, false), undefined);
    assert.equal(
      codeOf(() => idempotencyKeyOf({}, true)),
      'idempotency_key_missing',
    );
  });
});

describe('the place of a caller', () => {
  for (const [header, expected] of [
    [undefined, 'this machine'],
    ['203.0.113.77', '203.0.113.0/24'],
    ['10.0.0.1, 203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1234:5678::1', '2001:db8:1234::/48'],
    ['::1', 'this machine'],
    ['fe80::1', 'fe80:0:0::/48'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['nonsense', 'this machine'],
  ] as const)
    it(`is a network: ${header} is ${expected}`, () => assert.equal(placeOf({ 'x-forwarded-for': header }), expected));
});

describe('input that is wrong', () => {
  const schema = z.strictObject({
    a: z.string(),
    list: z.array(z.union([z.strictObject({ n: z.int() }), z.strictObject({ s: z.string() })])),
  });
  const errorsOf = (value: unknown) => {
    try {
      checkInput([{ where: 'body', schema, value }]);
      return [];
    } catch (error) {
      return (error as Problem).errors.map(({ pointer, code }) => `${pointer} ${code}`);
    }
  };
  it('is told of by pointers into it, also inside of unions', () => {
    assert.deepEqual(errorsOf({ a: 'x', list: [{ n: 1 }, { n: 'y' }] }), ['/body/list/1/n invalid_type']);
    assert.deepEqual(errorsOf({ list: [], 'x/y~z': 1 }), ['/body/a missing', '/body unknown_field']);
    assert.deepEqual(errorsOf(undefined), ['/body missing']);
  });
  it('is told what is not known and what is, what kind a value must be, and how a time is written', () => {
    const words = (value: unknown) => {
      const shape = {
        a: z.string(),
        n: z.int().optional(),
        at: z.iso.datetime().optional(),
        in: z.strictObject({ b: z.string() }).optional(),
      };
      try {
        return checkInput([{ where: 'body', schema: z.strictObject(shape), value }]);
      } catch (error) {
        return (error as Problem).errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
      }
    };
    assert.deepEqual(words({ a: 'x', colour: 1 }), ['/body: Not known here: colour. What is known: a, n, at, in.']);
    assert.deepEqual(words({ a: 'x', in: { b: 'y', c: 1 } }), ['/body/in: Not known here: c. What is known: b.']);
    const person = words({ a: 'x', '+12085550123': 1, 'Ada Lovelace': 1, Ada: 1 });
    assert.deepEqual(person, ['/body: There are fields here that this operation does not know. What is known: a, n, at, in.']);
    assert.deepEqual(words({ a: [], n: '5', at: 'Tuesday', in: [] }), [
      '/body/a: This must be a text in quotes.',
      '/body/n: This must be a number.',
      '/body/at: Write a time with its offset, like 2026-12-01T16:00:00Z.',
      '/body/in: This must be an object in { }.',
    ]);
  });
  it('is told of twenty times at most, and repeats nothing of it', () => {
    const list = Array.from({ length: 100 }, () => ({ n: 'Ada Lovelace' }));
    try {
      checkInput([{ where: 'body', schema, value: { a: 1, list } }]);
      assert.fail('it was taken');
    } catch (error) {
      assert.ok(error instanceof Problem);
      assert.equal(error.errors.length, 20);
      assert.doesNotMatch(JSON.stringify([error.errors, error.message]), /Lovelace/);
    }
  });
});
