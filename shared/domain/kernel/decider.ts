import type { Event } from './event.ts';

export type Command<Type extends string = string, Data = unknown> = Readonly<{ type: Type; data: Readonly<Data> }>;

/** Pure: no clock, no ids, no I/O. An empty array means "already so". A caller's mistake throws a Refusal. */
export type Decider<State, C extends Command, E extends Event> = Readonly<{
  initial: State;
  decide: (command: C, state: State) => readonly E[];
  evolve: (state: State, event: E) => State;
}>;

export const fold = <State, E extends Event>(decider: Pick<Decider<State, never, E>, 'initial' | 'evolve'>, events: readonly E[]): State =>
  events.reduce(decider.evolve, decider.initial);
