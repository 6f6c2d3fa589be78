import { http, type HttpFunction } from '@google-cloud/functions-framework';
import type { Door, DoorRequest } from './door.ts';
import doors from './doors.json' with { type: 'json' };

/**
 * Registers each door under its name and loads its file on the first call: an instance serves one door and pays for that one alone.
 * Event doors are HTTP functions too: they read CloudEvents themselves, so that a malformed one is answered 400 and not tried again.
 */
const textOf = (raw: Buffer | undefined): string => raw?.toString('utf8') ?? '';

const serve =
  (name: string): HttpFunction =>
  async (request, response) => {
    const { default: door } = (await import(`./${name}.ts`)) as { default: Door };
    const headers = request.headers as DoorRequest['headers'];
    const answer = await door.answer({ method: request.method, url: request.originalUrl, headers, body: textOf(request.rawBody) });
    response
      .status(answer.status)
      .set(answer.headers ?? {})
      .send(answer.body ?? '');
  };

for (const { name } of doors) http(name, serve(name));
