import type { House } from '#app/house.ts';

let current: Promise<House> | undefined;

/** The house of this process: the one that was opened here, else the one that the configuration names, opened on the first call. */
export const currentHouse = (): Promise<House> => (current ??= openConfigured());

export const enterHouse = (house: House): void => {
  current = Promise.resolve(house);
};

const openConfigured = async (): Promise<House> => {
  const { openEmbedded } = await import('./embedded.ts');
  const { readConfig } = await import('./config.ts');
  const embedded = await openEmbedded(readConfig());
  return embedded.house;
};
