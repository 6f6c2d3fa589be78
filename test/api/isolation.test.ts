import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sendOne } from '#app/send-one.ts';
import { askingOf } from '../contracts/api.garbage.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import { operations, assertDescribed, type Answered } from '../support/api-answers.ts';
import { callOperation, furnishOther, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { foreignPlaces, idsIn, namedBesides } from '../support/foreign-places.ts';
import type { Sample } from './samples/sample.ts';

type Samples = ReadonlyMap<string, Sample>;

/** Nobody else has such a name, phone and reference. */
const person = { phone: '+12085550191', name: 'Quintessa', id: 'MARKED-77' };
const personal = /5550191|Quintessa|MARKED-77/;

const isEmptyList = (text: string): boolean => {
  const json = JSON.parse(text) as { object?: string; data?: unknown[] };
  return json.object === 'list' && json.data?.length === 0;
};

describe('a company among others', () => {
  let api: ApiHouse;
  let otherKey: string;
  let theirs: Samples;
  let own: Samples;
  let marks: ReadonlySet<string>;
  let ids: readonly string[];
  before(async () => {
    api = await openApiHouse();
    const other = await furnishOther(api);
    otherKey = other.key;
    const { companyId, campaignId, house, key } = api;
    const cause = { id: 'req_marked', now: house.clock.now() };
    await sendOne(house, { companyId, campaignId, rows: [person], reference: person.id }, cause);
    theirs = await samplesOf(api);
    own = await samplesOf({ ...other, origin: api.origin });
    const known = new Set([...own.values()].flatMap(idsIn).map(({ value }) => value));
    const named = [...theirs.values()].flatMap(idsIn).map(({ value }) => value);
    ids = [...new Set(named)].filter((id) => !known.has(id));
    marks = new Set([companyId, key, ...ids]);
  });
  after(() => api.close());

  const ask = (id: string, asking: Asking): Promise<Answered> => {
    const operation = operations.find((one) => one.id === id)!;
    const { session, open } = own.get(id) ?? {};
    const who = session ? { headers: { ...asking.headers, ...session } } : open ? {} : { key: otherKey };
    return callOperation(api.origin, operation, { ...asking, ...who });
  };

  /** Whatever the caller named himself may be repeated to him. */
  const assertTellsNothing = ({ text }: Answered, asking: Asking): void => {
    const said = JSON.stringify([asking.path, asking.query, asking.body, asking.headers]);
    for (const mark of marks) if (!said.includes(mark)) assert.ok(!text.includes(mark), `it tells of ${mark}: ${text.slice(0, 1_000)}`);
    if (!personal.test(said)) assert.doesNotMatch(text, personal);
  };

  for (const operation of operations) {
    const { id } = operation;
    it(`finds nothing of another by ${id}, whichever id it names`, async () => {
      const mine = own.get(id) ?? {};
      for (const place of foreignPlaces(mine, theirs.get(id) ?? {})) {
        const answer = await ask(id, place.asking);
        const about = `${place.at} = ${place.id} of another company: ${answer.status} ${answer.text.slice(0, 500)}`;
        const isNothing = answer.status === 404 || (answer.status === 200 && isEmptyList(answer.text));
        assert.ok(isNothing || (mine.reports && answer.status === 503) || answer.status === mine.alone, about);
        assertTellsNothing(answer, place.asking);
      }
      for (const place of namedBesides(operation, mine, ids)) {
        const answer = await ask(id, place.asking);
        const about = `${place.at} = ${place.id} of another company: ${answer.status} ${answer.text.slice(0, 500)}`;
        assert.ok(answer.status >= 400 || operation.method === 'get', about);
        assertTellsNothing(answer, place.asking);
      }
    });

    it(`hears of its own alone from ${id}`, async () => {
      const asking = own.get(id) ?? {};
      const answer = await ask(id, asking);
      assert.ok(answer.status < 300 || own.get(id)?.reports || answer.status === own.get(id)?.alone, answer.text);
      assertTellsNothing(answer, asking);
    });

    it(`hears nothing of another from ${id}, whatever it asks`, async () => {
      const numRuns = Math.max(3, Math.round(300 / operations.length));
      await fc.assert(
        fc.asyncProperty(askingOf(operation, own.get(id) ?? {}), async (asking) => {
          const answer = await ask(id, asking);
          assertTellsNothing(answer, asking);
          if (answer.status !== 404) assertDescribed(operation, answer);
        }),
        { numRuns },
      );
    });
  }

  it('has ids of its own in every path', () => {
    for (const { id } of operations) {
      const path = (samples: Samples): Readonly<Record<string, string>> => samples.get(id)?.path ?? {};
      for (const { steps, value } of idsIn({ path: path(theirs) }))
        assert.notEqual(path(own)[steps[1] ?? ''], value, `${id}: samples are made for two companies, so their ids have to differ`);
    }
  });

  it('leaves no person in the logs', () => {
    const lines = JSON.stringify(api.test.lines);
    assert.doesNotMatch(lines, /\+1208555\d{4}|Quintessa|MARKED-77|ada@example\.com|carillon_(?:live|test|team)_\w{8}/);
  });
});
