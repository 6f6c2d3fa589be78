import { fold, type Command, type Decider } from '#domain/kernel/decider.ts';
import type { Cause, Event } from '#domain/kernel/event.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import { StreamMoved, type EventStore, type Placed } from '#ports/event-store.ts';

const tries = 5;

export type Handling<State, C> = Readonly<{
  stream: string;
  companyId: string;
  command: C;
  cause: Cause;
  /** documents that go with the decision, from the state after it, and where it stands in the log */
  documents?: (state: State, placed: Placed) => readonly DocumentWrite[];
  /** what the stream came to by `at`, where that is known: the stream is read only when it has moved since */
  known?: Readonly<{ state: State; at: number }> | undefined;
  /** a cause that has written into the stream writes no more, whatever was said since */
  isOnce?: true;
  /** of documents that the decision does not write; throws DocumentMoved where one does not hold */
  expects?: readonly DocumentExpectation[];
}>;

export type Handled<State, E> = Readonly<{ events: readonly E[]; state: State }>;

type Past<State> = Readonly<{ state: State; at: number; /** whether the cause has written there */ wasBy?: (cause: string) => boolean }>;

const readState = async <State, C extends Command, E extends Event>(
  store: EventStore,
  decider: Decider<State, C, E>,
  stream: string,
): Promise<Past<State>> => {
  const { events, at } = await store.read(stream);
  const state = fold(decider, events as readonly unknown[] as readonly E[]);
  return { state, at, wasBy: (cause) => events.some((event) => event.cause === cause) };
};

/** The only place where a command's decision becomes history: read, decide, append; decided anew when the stream moved meanwhile. */
export const handle = async <State, C extends Command, E extends Event>(
  store: EventStore,
  decider: Decider<State, C, E>,
  { stream, companyId, command, cause, documents, expects, known, isOnce }: Handling<State, C>,
): Promise<Handled<State, E>> => {
  for (let left = tries; ; left--) {
    const past: Past<State> = known && left === tries ? known : await readState(store, decider, stream);
    if (isOnce && past.wasBy?.(cause.id)) return { events: [], state: past.state };
    const events = decider.decide(command, past.state);
    const state = events.reduce(decider.evolve, past.state);
    if (events.length === 0) return { events, state };
    try {
      await store.append({
        stream,
        companyId,
        expected: past.at,
        events,
        documents: documents && ((placed) => documents(state, placed)),
        expects,
        cause,
      });
      return { events, state };
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};
