import { ok, wrong, type Check } from './check.ts';

const leastNode = 24;

/** `version` as Node gives it: v24.1.0. */
export const nodeCheck = (version: string): Check => ({
  name: 'node',
  next: 'run it with Node 24',
  run: async () => {
    const major = Number(/^v(\d+)\./.exec(version)?.[1]);
    return major >= leastNode
      ? ok(`Node ${version.slice(1)}`)
      : wrong(
          `Node ${version.slice(1)} can't run the TypeScript of this program`,
          `use Node ${leastNode} or newer; "npm ci" brings one along`,
        );
  },
});

const answerMs = 10_000;
/** A Date header has whole seconds, and its way takes some time. */
const mostSkewMs = 5_000;

/** This machine's clock against the one of a service that is used anyway: leases of many machines are compared with each other. */
export const clockCheck = (url: string, now: () => number = Date.now): Check => ({
  name: 'clock',
  next: `see that ${new URL(url).host} can be reached from here: the clock could not be compared with it`,
  run: async () => {
    const before = now();
    const { headers } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
    const theirs = Date.parse(headers.get('date') ?? '');
    const from = new URL(url).host;
    if (Number.isNaN(theirs)) return wrong(`${from} gives no time`, 'look whether it is the service that is meant');
    // the header was made somewhere between asking and having the answer, and is cut to a second
    const [early, late] = [theirs - now(), theirs + 1_000 - before];
    const skewMs = early > 0 ? early : late < 0 ? late : 0;
    if (Math.abs(skewMs) <= mostSkewMs) return ok(`within ${mostSkewMs / 1000} s of the clock of ${from}`);
    const words = `${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? 'behind' : 'ahead of'}`;
    return wrong(`this machine's clock is ${words} the one of ${from}`, 'switch its time synchronisation on (timedatectl set-ntp true)');
  },
});
