import assert from 'node:assert/strict';
import { assertDescribed, operations } from '../support/api-answers.ts';
import { callOperation, type Furnished } from '../support/api-house.ts';
import { allSamples } from '../api/samples/all-samples.ts';
import type { Sample } from '../api/samples/sample.ts';

export type ApiUnderTest = Furnished & Readonly<{ origin: string }>;

export const samplesOf = async (api: ApiUnderTest): Promise<ReadonlyMap<string, Sample>> => {
  const samples = new Map<string, Sample>();
  for (const one of allSamples) for (const [id, sample] of Object.entries(await one(api))) samples.set(id, sample);
  return samples;
};

/** What holds for every operation, in whatever house it runs. */
export const apiContract = (api: () => ApiUnderTest, samples: () => ReadonlyMap<string, Sample>): void => {
  it('has a sample of each operation, and of no other', () => {
    assert.deepEqual([...samples().keys()].sort(), operations.map(({ id }) => id).sort(), 'see test/api/samples/');
  });

  for (const operation of operations) {
    describe(`${operation.method.toUpperCase()} ${operation.path}`, () => {
      const { id } = operation;
      it('asks who calls', async () => {
        if (samples().get(id)?.open) return;
        const answer = await callOperation(api().origin, operation, samples().get(id) ?? {});
        assert.equal(answer.status, 401, answer.text);
        assertDescribed(operation, answer);
      });

      it('says that there is nothing to the key of another company', async () => {
        const sample = samples().get(id) ?? {};
        if (sample.open) return;
        const answer = await callOperation(api().origin, operation, { ...sample, key: api().otherKey });
        const expected = sample.foreign ?? (operation.path.includes('{') ? 404 : undefined);
        if (expected === undefined) assert.ok(answer.status < (sample.reports ? 504 : 500), answer.text);
        else assert.equal(answer.status, expected, answer.text);
        assertDescribed(operation, answer);
        const { companyId } = api();
        if (answer.status < 400) assert.ok(!answer.text.includes(companyId), `it tells of another company: ${answer.text}`);
      });

      it('does what it is asked for', async () => {
        const { session, open, ...sample } = samples().get(id) ?? {};
        const who = session ? { headers: session } : open ? {} : { key: api().key };
        const answer = await callOperation(api().origin, operation, { ...sample, ...who });
        if (samples().get(id)?.reports === true) assert.equal(answer.status, 503, answer.text);
        else assert.ok(answer.status < 300 || answer.status === samples().get(id)?.alone, answer.text);
        assertDescribed(operation, answer);
      });
    });
  }
};
