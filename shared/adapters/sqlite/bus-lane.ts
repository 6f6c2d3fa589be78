import type { Deliver, MessageContext, Subscription } from '#ports/message-bus.ts';
import { deliveryId } from './bus-dead-letters.ts';
import type { Task } from './bus-tasks.ts';

/** One topic's subscription and how many of its deliveries are under way. */
export type Lane = { readonly topic: string; readonly subscription: Subscription; readonly deliver: Deliver; running: number };

export type Outcome = Readonly<{ done: true }> | Readonly<{ done: false; error: unknown }>;

const leasesUntilOverdue = 10;

class HandlerOverdue extends Error {
  constructor(limitMs: number) {
    super(`the handler did not end within ${limitMs} ms`);
    this.name = 'HandlerOverdue';
  }
}

/** Runs one delivery; `ended` is called once, at the latest when the handler's time is up. A handler that ends after that is not heard. */
export const deliverOnce = (lane: Lane, task: Task, ended: (outcome: Outcome) => void): void => {
  const limitMs = lane.subscription.handlerTimeoutMs ?? lane.subscription.leaseMs * leasesUntilOverdue;
  let open = true;
  const end = (outcome: Outcome): void => {
    if (!open) return;
    open = false;
    clearTimeout(limit);
    lane.running--;
    ended(outcome);
  };
  const limit = setTimeout(() => end({ done: false, error: new HandlerOverdue(limitMs) }), limitMs);
  lane.running++;
  const data = JSON.parse(task.data) as Record<string, unknown>;
  const context = task.context === null ? {} : { context: JSON.parse(task.context) as MessageContext };
  // In a microtask: a handler that comes back to the bus must find the books of this turn closed.
  Promise.resolve({ id: deliveryId(task.id), topic: task.topic, data, attempt: task.attempt, ...context })
    .then(lane.deliver)
    .then(
      () => end({ done: true }),
      (error: unknown) => end({ done: false, error }),
    );
};
