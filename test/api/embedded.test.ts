import { hostileContract } from '../contracts/api.hostile.ts';
import { misuseContract } from '../contracts/api.misuse.ts';
import { apiContract, samplesOf } from '../contracts/api.contract.ts';
import { garbageContract } from '../contracts/api.garbage.ts';
import { operations } from '../support/api-answers.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';
import type { Sample } from './samples/sample.ts';

describe('the API of the embedded house', () => {
  let api: ApiHouse;
  let samples: ReadonlyMap<string, Sample>;
  before(async () => {
    api = await openApiHouse();
    samples = await samplesOf(api);
  });
  after(() => api.close());

  apiContract(
    () => api,
    () => samples,
  );
  garbageContract(
    () => api,
    () => samples,
    // the same time for all of them, however many there are
    Math.max(10, Math.round(1_200 / operations.length)),
  );
  describe('misuse', () => {
    misuseContract({ api: () => api, samples: () => samples });
  });
  describe('what is hostile', () => {
    hostileContract({ api: () => api, samples: () => samples });
  });
});
