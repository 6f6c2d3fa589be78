import type { ServerResponse } from 'node:http';
import type { Agenda } from './agenda.ts';
import { answerError } from './answer.ts';
import type { Fault } from './faults.ts';
import type { Behaviour } from './options.ts';

/** When and how badly the API answers. */
export type Pace = Readonly<{ afterLatency: (answer: () => void) => void; goWrong: (response: ServerResponse, fault: Fault) => void }>;

/** Longer than any client's patience; then the connection is cut. */
const hangMs = 60_000;

export const pace = (agenda: Agenda, behaviour: () => Behaviour): Pace => ({
  afterLatency: (answer) => {
    const { latencyMs } = behaviour();
    if (latencyMs === 0) answer();
    else agenda.after(latencyMs, answer);
  },
  goWrong: (response, { kind, retryAfterS }) => {
    if (kind === 'timeout') setTimeout(() => response.destroy(), hangMs).unref();
    else if (kind === 'cut') response.destroy();
    else if (kind === 'malformed') response.writeHead(201, ['content-type', 'application/json']).end('{"sid": "SM');
    else {
      if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
      answerError(response, { '429': 20429, '500': 20500, '503': 20503 }[kind]);
    }
  },
});
