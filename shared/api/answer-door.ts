import type { Readable } from 'node:stream';
import type { House } from '#app/house.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Api } from './create-api.ts';

/** A request as a door has it. */
export type AtDoor = Readonly<{ method: string; url: string; headers: Readonly<Record<string, string | undefined>>; stream?: Readable }>;

export type DoorAnswer = Readonly<
  | { status: number; headers: Readonly<Record<string, string>>; body: string }
  | { status: number; headers: Readonly<Record<string, string>>; bytes: Uint8Array }
>;

/** Whoever calls us by a name of ours knows it: on Google Cloud the front end says by which, and that it was HTTPS. */
const urlOf = ({ url, headers }: AtDoor): string =>
  `${headers['x-forwarded-proto']?.split(',')[0]?.trim() ?? 'http'}://${headers['host'] ?? 'localhost'}${url}`;

const withoutNothing = (headers: AtDoor['headers']): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));

const isText = /^(?:application\/(?:[\w.-]+\+)?json|text\/)/;

/** The API's answer to a request at a door; the body, if there is one, is read by whoever needs it. */
export const answerDoor = async (
  api: Api,
  asked: AtDoor,
  { house, cause }: Readonly<{ house: House; cause: Cause }>,
): Promise<DoorAnswer> => {
  const { method, headers, stream } = asked;
  const request = new Request(urlOf(asked), { method, headers: withoutNothing(headers) });
  const response = await api.fetch(request, { house, cause, stream, headers });
  const type = response.headers.get('content-type') ?? '';
  const about = { status: response.status, headers: Object.fromEntries(response.headers) };
  return isText.test(type) ? { ...about, body: await response.text() } : { ...about, bytes: await response.bytes() };
};
