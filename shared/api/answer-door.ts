import type { Readable } from 'node:stream';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Api } from './create-api.ts';
import type { Ready } from './run-operation.ts';

/** A request as a door has it. */
export type AtDoor = Readonly<{ method: string; url: string; headers: Readonly<Record<string, string | undefined>>; stream?: Readable }>;

export type DoorAnswer = Readonly<
  | { status: number; headers: Readonly<Record<string, string>>; body: string }
  | { status: number; headers: Readonly<Record<string, string>>; bytes: Uint8Array }
>;

/** Whoever calls us by a name of ours knows it: on Google Cloud the front end says by which, and that it was HTTPS. */
const urlOf = ({ url, headers }: AtDoor): URL => {
  const scheme = headers['x-forwarded-proto']?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  // a name that is none is nobody's: what is asked for is answered all the same
  return URL.parse(`${scheme}://${headers['host'] ?? 'localhost'}${url}`) ?? new URL(`${scheme}://localhost/`);
};

const isText = /^(?:application\/(?:[\w.-]+\+)?json|text\/)/;

/** As much of a Request as routes look at. A real one copies the headers, reads none of the body here, and takes as long as the checks of a small request. */
const requestOf = (asked: AtDoor): Request => {
  const { href } = urlOf(asked);
  const light = { method: asked.method, url: href, headers: { get: (name: string) => asked.headers[name.toLowerCase()] ?? null } };
  return light as unknown as Request;
};

const answerOf = ({ status, headers, body }: Ready): DoorAnswer =>
  typeof body === 'string' ? { status, headers, body } : { status, headers, bytes: body };

const answerIn = async (response: Response): Promise<DoorAnswer> => {
  const type = response.headers.get('content-type') ?? '';
  const about = { status: response.status, headers: Object.fromEntries(response.headers) };
  return isText.test(type) ? { ...about, body: await response.text() } : { ...about, bytes: await response.bytes() };
};

/** The API's answer to a request at a door; the body, if there is one, is read by whoever needs it. */
export const answerDoor = async (
  api: Api,
  asked: AtDoor,
  { house, cause }: Readonly<{ house: House; cause: Cause }>,
): Promise<DoorAnswer> => {
  const { method, headers, stream } = asked;
  let ready: Ready | undefined;
  const response = await api.fetch(requestOf(asked), { house, cause, stream, headers, take: (told) => void (ready = told) });
  if (!ready) return answerIn(response);
  return answerOf(method === 'HEAD' ? { ...ready, body: '' } : ready);
};
