import { http, type HttpFunction } from '@google-cloud/functions-framework';
import { answerAt } from '#wiring/answer-at.ts';
import { readConfig } from '#wiring/config.ts';
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

/**
 * Registers each door under its name and loads its file on the first call: an instance serves one door and pays for that one alone.
 * Event doors are HTTP functions too: they read events themselves, so that a malformed one is answered 400.
 */
for (const door of doors) http(door.name, serve(door));
