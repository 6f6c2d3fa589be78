import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import { assertDescribed, operations, parametersOf } from '../support/api-answers.ts';
import { callOperation, issue, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import type { Sample } from './samples/sample.ts';

type Item = Readonly<Record<string, unknown>>;
type Thing = Readonly<{ id?: unknown; object?: unknown }>;

const objects: Readonly<Record<string, string>> = { campaign: 'campaign_summary', packet: 'packet' };

/** What an operation shows whole, by its own description. */
const namesOf = (operation: (typeof operations)[number]): readonly string[] =>
  parametersOf(operation, 'query').flatMap(({ name, schema }) => {
    const { items } = schema as Readonly<{ items?: Readonly<{ enum?: readonly string[] }> }>;
    return name === 'expand' ? (items?.enum ?? []) : [];
  });

describe('what the API shows whole', () => {
  let reporting: Reporting;
  let api: ApiHouse;
  let samples: ReadonlyMap<string, Sample>;
  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
    samples = await samplesOf(api);
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
  });
  after(async () => {
    await api.close();
    await reporting.close();
  });

  const expanding = operations.filter((operation) => namesOf(operation).length > 0);
  it('is asked of messages and packets', () => {
    assert.deepEqual(expanding.map(({ id }) => id).sort(), ['getMessage', 'getPacket', 'listMessages', 'listPackets']);
  });

  for (const operation of expanding) {
    const names = namesOf(operation);
    const ask = async (expand: string | undefined, key = api.key) => {
      const { path, query } = samples.get(operation.id) ?? {};
      const asked = { ...query, ...(expand === undefined ? {} : { expand }) };
      const answer = await callOperation(api.origin, operation, { key, ...(path && { path }), query: asked });
      assertDescribed(operation, answer);
      const json = JSON.parse(answer.text) as Item & Readonly<{ data?: readonly Item[]; code?: string }>;
      return { status: answer.status, code: json.code, items: json.data ?? [json] };
    };

    it(`${operation.id}: ${names.join(' and ')} in the place of the id, and nothing else is changed`, async () => {
      const plain = await ask(undefined);
      const whole = await ask(names.join(','));
      assert.deepEqual([plain.status, whole.status], [200, 200]);
      assert.ok(plain.items.length > 0);
      plain.items.forEach((item, n) => {
        const shown = whole.items[n]!;
        for (const name of names) {
          const { id, object } = shown[name] as Thing;
          assert.deepEqual([id, object], [item[name], objects[name]]);
        }
        assert.deepEqual({ ...shown, ...Object.fromEntries(names.map((name) => [name, item[name]])) }, item);
      });
    });

    it(`${operation.id}: to nobody who may not read it by itself`, async () => {
      const { scope } = operation;
      const key = await issue(api.house, api.companyId, [scope]);
      assert.equal((await ask(undefined, key)).status, 200);
      for (const name of names.filter((one) => scope !== `${one}s:read`)) {
        const refused = await ask(name, key);
        assert.deepEqual([refused.status, refused.code], [403, 'scope_missing']);
      }
    });
  }
});
