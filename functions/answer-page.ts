import { answerPage } from '#app/answer-page.ts';
import { styleSource } from '#app/page-html.ts';
import { consentForm } from '#app/consent-form.ts';
import { formStyleSource } from '#app/form-html.ts';
import { isFormToken } from '#app/form-token.ts';
import { onHttp, problem } from './door.ts';

/** No script, nothing from elsewhere, nothing kept, and the address is told to nobody. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-language',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': `default-src 'none'; style-src ${styleSource} ${formStyleSource}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
};

/** A page behind a link of a message: confirm, cancel, another time, or no more messages; or a company's form for consent. */
export default onHttp(async ({ method, url, body, headers: asked }, { house, cause }) => {
  const token = new URL(url, 'http://path.invalid').pathname.split('/')[2] ?? '';
  if (token === '') return problem(404, 'not_found', 'There is nothing here.');
  const { status, html } = isFormToken(token)
    ? await consentForm(house, { method, token, body, address: asked['x-forwarded-for'], agent: asked['user-agent'] }, cause)
    : await answerPage(house, { method, token, body, headers: asked }, cause);
  return { status, headers, body: html };
});
