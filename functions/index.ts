import { http, type HttpFunction } from '@google-cloud/functions-framework';
import { answerAt } from '#wiring/answer-at.ts';
import { readConfig, servedDoor } from '#wiring/config.ts';
import { letGo } from '#wiring/let-go.ts';
import { keepPaths } from '#wiring/keep-paths.ts';
import { keepBodies, readBody } from '#wiring/request-body.ts';
import type { Door, DoorRequest } from './door.ts';
import doors from './doors.json' with { type: 'json' };

// a door whose configuration is wrong must not come up: this throws with the variable's name, and the framework prints it and ends
readConfig();
keepBodies();
keepPaths();

const serve =
  ({ name, trigger, body: taken }: (typeof doors)[number]): HttpFunction =>
  async (request, response) => {
    const stream = taken === 'stream' ? request : undefined;
    const body = stream ? '' : await readBody(request);
    const { method, originalUrl: url } = request;
    const headers = request.headers as DoorRequest['headers'];
    const { default: door } = (await import(`./${name}.ts`)) as { default: Door };
    const {
      status,
      headers: answered = {},
      body: text = '',
      bytes,
    } = typeof body === 'string'
      ? await answerAt({ name, trigger, door }, { method, url, headers, body, ...(stream && { stream }) })
      : body;
    letGo(request, response);
    response
      .status(status)
      .set(answered)
      .send(bytes ? Buffer.from(bytes) : text);
  };

/** The door that an instance serves is loaded before the framework listens, so that its first caller does not wait for it. */
const served = doors.find(({ name }) => name === servedDoor());
if (served) await import(`./${served.name}.ts`);

/**
 * Registers each door under its name; others than the one that is served are loaded on their first call: an instance pays for one alone.
 * Event doors are HTTP functions too: they read events themselves, so that a malformed one is answered 400.
 */
for (const door of doors) http(door.name, serve(door));
