import type { House } from '#app/house.ts';

let current: Promise<House> | undefined;

/** The house of this process: the one that was opened here, else the one that the configuration names, opened on the first call. */
export const currentHouse = (): Promise<House> =>
  (current ??= openConfigured().catch((error: unknown) => {
    // somebody else may have held the folder: the next call tries again
    current = undefined;
    throw error;
  }));

export const enterHouse = (house: House): void => {
  current = Promise.resolve(house);
};

/** A door in a process of its own has no simulator: its provider is the one that the configuration names, or none. */
const openConfigured = async (): Promise<House> => {
  const { openEmbedded } = await import('./embedded.ts');
  const { readConfig } = await import('./config.ts');
  const config = readConfig();
  const embedded = await openEmbedded(config);
  if (config.twilio) await embedded.connect(config.twilio, config.publicUrl ?? '');
  return embedded.house;
};
