import type { Platform } from './platform.ts';

export type OpenOptions = Readonly<{ folder: string; seed: number; leaseSeconds?: number | undefined; say: (line: string) => void }>;

/** A call that takes longer has no answer; with a lease of the product's own (20 s and more) the product's own. */
const shortCallMs = 1_000;
const shortLagMs = 500;
const usualCallMs = 10_000;
const shortestUsualLease = 20;
const shortLease = 7;

/** The embedded house with a short lease unless told, or door processes, whose lease is 20 s at least. */
export const openPlatform = async (on: 'embedded' | 'emulators', options: OpenOptions): Promise<Platform> => {
  const { folder, seed, say } = options;
  if (on === 'emulators') {
    const { doorPlatform } = await import('./door-platform.ts');
    return doorPlatform({ folder, leaseMs: Math.max(options.leaseSeconds ?? 0, shortestUsualLease) * 1_000, listLagMs: 2_000, say });
  }
  const { leaseSeconds = shortLease } = options;
  const callTimeoutMs = leaseSeconds < shortestUsualLease ? shortCallMs : usualCallMs;
  const { embeddedPlatform } = await import('./embedded-platform.ts');
  return embeddedPlatform({ folder, seed, leaseMs: leaseSeconds * 1_000, callTimeoutMs, listLagMs: shortLagMs });
};
