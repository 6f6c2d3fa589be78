import assert from 'node:assert/strict';
import { schemaOf } from '#domain/catalogue.ts';
import { fold, type Command, type Decider } from '#domain/kernel/decider.ts';
import type { Event } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';

type Outcome<E> = Readonly<{
  /** exactly these events, in this order, each of a shape that the log takes */
  then: (...expected: E[]) => void;
  /** "already so": no event and no refusal */
  thenNothing: () => void;
  /** a Refusal of this code; any other error fails the test with itself as the cause */
  thenRefused: (code: string) => void;
}>;

export type Spec<C, E> = Readonly<{ given: (...past: E[]) => Readonly<{ when: (command: C) => Outcome<E> }> }>;

/** A decider may only say what the log's schemas allow. */
const assertStorable = (events: readonly Event[]): void => {
  for (const event of events) {
    const schema = schemaOf.get(event.type);
    if (!schema) continue;
    schema.data.parse(event.data);
    if (event.private !== undefined) schema.private.parse(event.private);
  }
};

const assertRefused = (run: () => unknown, code: string): void => {
  let events: unknown;
  try {
    events = run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.equal(error.code, code, `refused with ${error.code} (${error.message}) instead of ${code}`);
    return;
  }
  assert.fail(`not refused with ${code}, but decided ${JSON.stringify(events)}`);
};

/** Given a past, when a command, then events, nothing or a refusal: the only way to test a decider. */
export const specFor = <State, C extends Command, E extends Event>(decider: Decider<State, C, E>): Spec<C, E> => ({
  given: (...past) => ({
    when: (command) => {
      const run = (): readonly E[] => decider.decide(command, fold(decider, past));
      return {
        // The object is a sentence, never awaited.
        // oxlint-disable-next-line unicorn/no-thenable
        then: (...expected) => {
          const events = run();
          assert.deepEqual(events, expected);
          assertStorable(events);
        },
        thenNothing: () => assert.deepEqual(run(), []),
        thenRefused: (code) => assertRefused(run, code),
      };
    },
  }),
});
