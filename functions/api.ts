import { createApi } from '#api/create-api.ts';
import { onHttp, type DoorRequest } from './door.ts';

const api = createApi();

/** Whoever calls us by a name of ours knows it: on Google Cloud the front end says by which, and that it was HTTPS. */
const urlOf = ({ url, headers }: DoorRequest): string =>
  `${headers['x-forwarded-proto']?.split(',')[0]?.trim() ?? 'http'}://${headers['host'] ?? 'localhost'}${url}`;

const withoutNothing = (headers: DoorRequest['headers']): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));

const isText = /^(?:application\/(?:[\w.-]+\+)?json|text\/)/;

/** Version 1 of the HTTPS API, the document that describes it, and a page that shows it. */
export default onHttp(async (asked, { house, cause }) => {
  const { method, headers, stream } = asked;
  const request = new Request(urlOf(asked), { method, headers: withoutNothing(headers) });
  const response = await api.fetch(request, { house, cause, stream, headers });
  const type = response.headers.get('content-type') ?? '';
  const body = isText.test(type) ? { body: await response.text() } : { bytes: await response.bytes() };
  return { status: response.status, headers: Object.fromEntries(response.headers), ...body };
});
