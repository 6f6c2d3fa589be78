import { draw } from './draw.ts';

export const faultKinds = ['429', '500', '503', 'timeout', 'cut', 'malformed'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault on demand. `accept`: the message is accepted first, and only the answer goes wrong. */
export type Fault = Readonly<{ kind: FaultKind; accept: boolean; retryAfterS?: number | undefined }>;
/** For the next `count` creates and fetches, or for a seeded share of all creates. After accepting goes wrong what creates alone. */
export type FaultOrder = Fault & Readonly<{ count?: number | undefined; share?: number | undefined }>;

export type Faults = Readonly<{
  add: (order: FaultOrder) => void;
  clear: () => void;
  next: (request: 'create' | 'fetch') => Fault | undefined;
}>;

const mostOrders = 100;

/** Reads the body of POST /simulator/faults; undefined where it asks for nothing that there is. `cut_after_accept` is `cut` with `accept`. */
export const readFaultOrder = (given: Readonly<Record<string, unknown>>): FaultOrder | undefined => {
  const [, word, after] = /^(\w+?)(_after_accept)?$/.exec(String(given.kind)) ?? [];
  const kind = faultKinds.find((known) => known === word);
  const { count, share, retryAfterS } = given;
  if (!kind || (typeof count !== 'number' && typeof share !== 'number')) return undefined;
  return {
    kind,
    accept: after !== undefined || given.accept === true,
    ...(typeof count === 'number' && { count }),
    ...(typeof share === 'number' && { share }),
    ...(typeof retryAfterS === 'number' && { retryAfterS }),
  };
};

export const faults = (seed: number): Faults => {
  let orders: { fault: Fault; left: number; share: number | undefined }[] = [];
  let creates = 0;
  return {
    add: ({ kind, accept, retryAfterS, count = Number.POSITIVE_INFINITY, share }) => {
      orders = [...orders, { fault: { kind, accept, retryAfterS }, left: count, share }].slice(-mostOrders);
    },
    clear: () => {
      orders = [];
    },
    next: (request) => {
      if (orders.length === 0) return undefined;
      if (request === 'create') creates += 1;
      const hit = orders.find(({ fault, share }, n) => {
        if (request === 'fetch') return share === undefined && !fault.accept;
        return share === undefined || draw(seed, `fault ${n} ${creates}`) < share;
      });
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) orders = orders.filter((order) => order !== hit);
      return hit.fault;
    },
  };
};
