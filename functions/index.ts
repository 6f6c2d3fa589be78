import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { http, type HttpFunction } from '@google-cloud/functions-framework';
import type { Door, DoorRequest } from './door.ts';
import doors from './doors.json' with { type: 'json' };

/** The types that requests were sent with. */
const types = new WeakMap<object, string | undefined>();

/**
 * The framework parses bodies before it calls us, answers malformed JSON itself, and prints it on stderr, names, phones and all. So each
 * request is given to it as bytes, which it leaves alone; the door gets the type that was sent and reads the body itself.
 */
subscribe('http.server.request.start', (message) => {
  const { headers } = (message as { request: IncomingMessage }).request;
  types.set(headers, headers['content-type']);
  headers['content-type'] = 'application/octet-stream';
});

const textOf = (raw: Buffer | undefined): string => raw?.toString('utf8') ?? '';

const serve =
  (name: string): HttpFunction =>
  async (request, response) => {
    const { default: door } = (await import(`./${name}.ts`)) as { default: Door };
    const headers = { ...(request.headers as DoorRequest['headers']), 'content-type': types.get(request.headers) };
    const answer = await door.answer({ method: request.method, url: request.originalUrl, headers, body: textOf(request.rawBody) });
    response
      .status(answer.status)
      .set(answer.headers ?? {})
      .send(answer.body ?? '');
  };

/**
 * Registers each door under its name and loads its file on the first call: an instance serves one door and pays for that one alone.
 * Event doors are HTTP functions too: they read CloudEvents themselves, so that a malformed one is answered 400 and not tried again.
 */
for (const { name } of doors) http(name, serve(name));
