import type { Documents } from '#ports/documents.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { Provider } from '#ports/provider.ts';

/** The process died here. */
export class Crash extends Error {
  constructor() {
    super('the process died');
    this.name = 'Crash';
  }
}

export type CrashMoment = 'before' | 'after';

export type Crashes = Readonly<{
  /** Wraps a step that leaves a trace: a commit, a publish, a call of the provider. */
  step: <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) => (...args: Args) => Promise<Result>;
  /** The nth step from now on (from 1) is the last one: the process dies before or after it, and does nothing more until `revive`. */
  dieAt: (nth: number, moment: CrashMoment) => void;
  /** Calls the hook once, right before the nth step from now on: for a race with somebody else. */
  interrupt: (nth: number, hook: () => Promise<void>) => void;
  revive: () => void;
  /** steps taken since `revive`, or the beginning */
  steps: () => number;
  died: () => boolean;
}>;

export const crashes = (): Crashes => {
  let steps = 0;
  let dead = false;
  let end: Readonly<{ at: number; moment: CrashMoment }> | undefined;
  let race: Readonly<{ at: number; hook: () => Promise<void> }> | undefined;
  const die = (): never => {
    dead = true;
    throw new Crash();
  };
  return {
    step:
      (work) =>
      async (...args) => {
        if (dead) throw new Crash();
        steps += 1;
        const own = steps;
        if (race?.at === own) await race.hook();
        if (end?.at === own && end.moment === 'before') die();
        const result = await work(...args);
        if (end?.at === own && end.moment === 'after') die();
        // what was under way when the process died is done, but nobody hears of it
        if (dead) throw new Crash();
        return result;
      },
    dieAt: (nth, moment) => void (end = { at: steps + nth, moment }),
    interrupt: (nth, hook) => void (race = { at: steps + nth, hook }),
    revive: () => {
      steps = 0;
      dead = false;
      end = undefined;
      race = undefined;
    },
    steps: () => steps,
    died: () => dead,
  };
};

type Parts = Readonly<{ store: EventStore; documents: Documents; bus: Pick<MessageBus, 'publish'>; provider: Provider }>;

/** Real parts whose every step may be the last. */
export const mortal = ({ store, documents, bus, provider }: Parts, { step }: Crashes): Parts => ({
  store: { ...store, append: step(store.append) },
  documents: { ...documents, write: step(documents.write) },
  bus: { publish: step(bus.publish) },
  provider: { ...provider, send: step(provider.send) },
});
