/** Somebody waits for a report: a database that is silent must not keep him, and with him a place of the door that also sends. */
const mostMs = 20_000;

/** Nobody waits for those that count whole tables. */
const countsAll = /^(?:check|totals)-/;

/** Milliseconds that a report may take; `statementMs`: what any statement may. */
export const reportPatience = (name: string, statementMs: number): number =>
  countsAll.test(name) ? statementMs : Math.min(statementMs, mostMs);
