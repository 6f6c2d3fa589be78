import { randomUUID } from 'node:crypto';
import { answerDoor } from '#api/answer-door.ts';
import { createApi } from '#api/create-api.ts';
import type { Operation } from '#api/operation.ts';
import type { House } from '#app/house.ts';
import { serve, type Listening, type Route } from '#wiring/serve.ts';

/** Operations of a test's own, over HTTP in a house: for what holds of every operation, whatever it does. */
export const openSmallApi = async (house: House, operations: readonly Operation[]): Promise<Listening & Readonly<{ origin: string }>> => {
  const api = createApi([{ name: 'Small', description: 'Of a test', operations, errors: {} }]);
  const route: Route = (asked) =>
    answerDoor(api, asked, { house, cause: { id: `req_${randomUUID().replaceAll('-', '')}`, now: house.clock.now() } });
  const server = await serve([Object.assign(route, { takesStream: true as const })], { asked: 0 });
  return { ...server, origin: `http://127.0.0.1:${server.port}` };
};
