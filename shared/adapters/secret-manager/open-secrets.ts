import { boundedMap } from '#log/bounded-map.ts';
import type { Log } from '#ports/log.ts';
import { SecretUnreadable, type Secret, type Secrets } from '#ports/secrets.ts';
import { filePrefix, readFileSecret } from './file-secret.ts';
import { secretVersions, type ClientOptions, type SecretVersions } from './secret-versions.ts';

export type SecretsOptions = Readonly<{
  log: Log;
  /** what is known is looked at again after so long; default 5 minutes */
  refreshMs?: number;
  /** the least time between two looks at one secret; default 10 seconds */
  pauseMs?: number;
  /** for one reading of a secret; default 10 seconds */
  timeoutMs?: number;
  /** milliseconds that only grow */
  monotonicMs?: () => number;
  /** of Google's client: another address, other credentials */
  client?: ClientOptions;
}>;

type Known = Readonly<{ secret: Secret; readAt: number }>;

const rememberedSecrets = 100;

const within = async <T>(work: Promise<T>, timeoutMs: number, late: () => Error): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Reads secrets by name, each look shared by all who ask at the same time. */
const reader = ({ timeoutMs = 10_000, client = {} }: SecretsOptions) => {
  let versions: Promise<SecretVersions> | undefined;
  const looks = new Map<string, Promise<Secret>>();
  const look = (name: string): Promise<Secret> => {
    if (name.startsWith(filePrefix)) return readFileSecret(name);
    versions ??= secretVersions(timeoutMs, client);
    return versions.then(({ read }) => read(name));
  };
  return {
    read: (name: string): Promise<Secret> => {
      const under = looks.get(name);
      if (under) return under;
      const late = (): Error => new SecretUnreadable(name, 'away', `nobody answered within ${timeoutMs} ms; it is asked again`);
      const mine = within(look(name), timeoutMs, late).finally(() => looks.delete(name));
      looks.set(name, mine);
      return mine;
    },
    close: async (): Promise<void> => (await versions)?.close(),
  };
};

/**
 * Secrets of Google's Secret Manager by their resource names (`projects/…/secrets/…`), and of files (`file:PATH`). Loads the SDK with the
 * first secret that needs it. While Google is away, what is known stays in use.
 */
export const openSecrets = (options: SecretsOptions): Secrets => {
  const { log, refreshMs = 300_000, pauseMs = 10_000, monotonicMs = () => performance.now() } = options;
  const known = boundedMap<Known>(rememberedSecrets);
  const triedAt = boundedMap<{ at: number }>(rememberedSecrets);
  const source = reader(options);

  const isDue = (name: string, afterMs: number): boolean => {
    const { readAt } = known.get(name) ?? { readAt: -Infinity };
    const { at } = triedAt.get(name) ?? { at: -Infinity };
    return monotonicMs() - readAt >= afterMs && monotonicMs() - at >= pauseMs;
  };
  const look = async (name: string): Promise<Secret> => {
    triedAt.set(name, { at: monotonicMs() });
    const secret = await source.read(name);
    known.set(name, { secret, readAt: monotonicMs() });
    return secret;
  };
  const lookAgain = async (name: string, old: Secret): Promise<Secret> => {
    try {
      return await look(name);
    } catch (error) {
      // a definite answer counts at once; while nobody answers, work goes on with what is known
      if (!(error instanceof SecretUnreadable) || error.trouble !== 'away') {
        known.delete(name);
        throw error;
      }
      log.warn({ secret: name }, 'a secret could not be read again; the one from before stays in use');
      return old;
    }
  };
  const read: Secrets['read'] = async (name, { fresh = false } = {}) => {
    const before = known.get(name)?.secret;
    if (!before) return look(name);
    return isDue(name, fresh ? pauseMs : refreshMs) ? lookAgain(name, before) : before;
  };
  const follow: Secrets['follow'] = async (name) => {
    let last = await read(name);
    const refresh = async (): Promise<void> => {
      try {
        last = await read(name);
      } catch (error) {
        log.error({ secret: name, reason: (error as Error).message }, 'a secret in use can no longer be read');
      }
    };
    return () => {
      if (isDue(name, refreshMs)) void refresh();
      return last;
    };
  };
  return { read, follow, close: source.close };
};
