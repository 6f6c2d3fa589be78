import type { House } from '#app/house.ts';

/** `settled`: whatever must leave the process before it may stand still has left it. */
type Current = Readonly<{ house: House; settled?: () => Promise<void> }>;

let current: Promise<Current> | undefined;

/** The house of this process: the one that was opened here, else the one that the configuration names, opened on the first call. */
export const currentHouse = async (): Promise<House> => {
  current ??= openConfigured().catch((error: unknown) => {
    // somebody else may have held the folder: the next call tries again
    current = undefined;
    throw error;
  });
  return (await current).house;
};

export const enterHouse = (house: House): void => {
  current = Promise.resolve({ house });
};

/** Before a door answers: an instance of Cloud Run that has answered gets no CPU for what it still meant to do. */
export const settleHouse = async (): Promise<void> => {
  const opened = await current?.catch(() => undefined);
  await opened?.settled?.();
};

/** A door in a process of its own has no simulator: its providers are those that the configuration names, or none. */
const openConfigured = async (): Promise<Current> => {
  const { readConfig } = await import('./config.ts');
  const config = readConfig();
  if (config.googleCloud) {
    const { openCloud } = await import('./cloud.ts');
    return openCloud(config);
  }
  const { openEmbedded } = await import('./embedded.ts');
  const { configuredProviders } = await import('./configured-providers.ts');
  const embedded = await openEmbedded(config);
  await embedded.connect(await configuredProviders(config), config.publicUrl ?? '');
  return embedded;
};
