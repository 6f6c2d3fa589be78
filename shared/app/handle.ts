import { fold, type Command, type Decider } from '#domain/kernel/decider.ts';
import type { Cause, Event } from '#domain/kernel/event.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import { StreamMoved, type EventStore } from '#ports/event-store.ts';

const tries = 5;

export type Handling<State, C> = Readonly<{
  stream: string;
  companyId: string;
  command: C;
  cause: Cause;
  /** documents that go with the decision, from the state after it */
  documents?: (state: State) => readonly DocumentWrite[];
  /** of documents that the decision does not write; throws DocumentMoved where one does not hold */
  expects?: readonly DocumentExpectation[];
}>;

export type Handled<State, E> = Readonly<{ events: readonly E[]; state: State }>;

/** The only place where a command's decision becomes history: read, decide, append; decided anew when the stream moved meanwhile. */
export const handle = async <State, C extends Command, E extends Event>(
  store: EventStore,
  decider: Decider<State, C, E>,
  { stream, companyId, command, cause, documents, expects }: Handling<State, C>,
): Promise<Handled<State, E>> => {
  for (let left = tries; ; left--) {
    const past = await store.read(stream);
    const before = fold(decider, past.events as readonly unknown[] as readonly E[]);
    const events = decider.decide(command, before);
    const state = events.reduce(decider.evolve, before);
    if (events.length === 0) return { events, state };
    try {
      await store.append({ stream, companyId, expected: past.at, events, documents: documents?.(state), expects, cause });
      return { events, state };
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};
