import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/** A part and the files whose frames belong to it; the nearest frame to where the time was spent decides. */
export type CpuPart = Readonly<{ name: string; files: RegExp }>;

const samplingMicros = 500;

/** Nobody's own, so shared out over the parts; idle time and the sampling itself are nobody's at all. */
const nobodys: ReadonlySet<string> = new Set(['(garbage collector)', '(program)', '(idle)']);
const sampler = 'node:inspector';

type Node = Profiler.ProfileNode;

const selfTimes = ({ samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<number, number> => {
  const times = new Map<number, number>();
  for (const [n, id] of samples.entries()) times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[n] ?? 0));
  return times;
};

const parentsOf = (nodes: readonly Node[]): ReadonlyMap<number, Node> =>
  new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));

/** Shares of the busy time by part, `rest` included; together 1. */
const sharesOf = (profile: Profiler.Profile, parts: readonly CpuPart[]): Readonly<Record<string, number>> => {
  const parents = parentsOf(profile.nodes);
  const partOf = (node: Node | undefined): string => {
    for (let at = node; at; at = parents.get(at.id)) {
      const { url } = at.callFrame;
      const part = parts.find(({ files }) => files.test(url));
      if (part) return part.name;
    }
    return 'rest';
  };
  const times = selfTimes(profile);
  const spent = new Map<string, number>();
  for (const node of profile.nodes) {
    const { functionName, url } = node.callFrame;
    if (nobodys.has(functionName) || url === sampler) continue;
    const part = partOf(node);
    spent.set(part, (spent.get(part) ?? 0) + (times.get(node.id) ?? 0));
  }
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return Object.fromEntries([...spent].map(([part, time]) => [part, time / Math.max(all, 1)]));
};

/** Samples the main thread while the work is done: what part of its busy time went where. Costs a few hundredths of it. */
export const cpuShares = async (parts: readonly CpuPart[], work: () => Promise<void>): Promise<Readonly<Record<string, number>>> => {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: samplingMicros });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return sharesOf(profile, parts);
  } finally {
    session.disconnect();
  }
};
