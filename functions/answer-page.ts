import { answerPage } from '#app/answer-page.ts';
import { onHttp, problem } from './door.ts';

/** No script, nothing from elsewhere, nothing kept, and the address is told to nobody. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

/** A page behind a link of a message: confirm, cancel, another time, or no more messages. */
export default onHttp(async ({ method, url, body }, { house, cause }) => {
  const { pathname, searchParams } = new URL(url, 'http://path.invalid');
  const token = pathname.split('/')[2] ?? '';
  if (token === '') return problem(404, 'not_found', 'There is nothing here.');
  const { status, html } = await answerPage(house, { method, token, wanted: searchParams.get('do') ?? undefined, body, url }, cause);
  return { status, headers, body: html };
});
