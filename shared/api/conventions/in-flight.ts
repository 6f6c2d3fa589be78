import type { House } from '#app/house.ts';
import { Problem } from './problem.ts';

/** Seeds of what this process works on. */
const working = new WeakMap<House, Set<string>>();

/** Two requests with one key at one time: the second hears so at once. Throws a Problem `request_in_flight`. */
export const inFlight = async <T>(house: House, seed: string, work: () => Promise<T>): Promise<T> => {
  const seeds = working.get(house) ?? new Set<string>();
  working.set(house, seeds);
  if (seeds.has(seed)) throw new Problem('request_in_flight', undefined, { headers: { 'retry-after': '1' } });
  seeds.add(seed);
  try {
    return await work();
  } finally {
    seeds.delete(seed);
  }
};
