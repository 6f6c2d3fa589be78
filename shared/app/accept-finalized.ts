import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { acceptDrop, parseDropPath } from './accept-drop.ts';
import type { House } from './house.ts';

/** What the storage says of an object that is whole. */
export type Finalized = Readonly<{ bucket: string; name: string }>;

/**
 * An object came into the bucket. What is no drop, of another bucket or of a company that nobody knows is logged and done with: to hear of
 * it once more would change nothing, and the sweep finds it when there is a company. Its name, which may name a person, is left out.
 */
export const acceptFinalized = async (house: House, { bucket, name }: Finalized, cause: Cause): Promise<void> => {
  if (bucket !== house.files.bucket) return house.log.warn({ id: cause.id }, 'told of a file in a bucket that is not ours');
  if (!parseDropPath(name)) return house.log.warn({ id: cause.id }, 'told of a file that is no drop: it stands in no folder of a campaign');
  try {
    await acceptDrop(house, name, cause);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    house.log.warn({ id: cause.id, code: error.code, detail: error.message }, 'refused');
  }
};
