import assert from 'node:assert/strict';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import * as fc from 'fast-check';
import twilio from 'twilio';
import { isSigned } from '#adapters/twilio/signature.ts';

const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const call = { CallSid: 'CA1234567890ABCDE', Digits: '1234', Caller: '+12085550123', From: '+12085550123', To: '+18005551212' };

/** From the tests of Twilio's own package, those that hold no phone number of anybody. */
const vectors: readonly (readonly [title: string, url: string, params: ParsedUrlQuery, signature: string])[] = [
  ['a list', url, { 'MessagingBinding.Address': ['+1325xxxxxxx', '+1415xxxxxxx'] }, '83O6e2vORAoJHUNzJjDWN1jz+BA='],
  ['a list with repeats', url, { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] }, 'IK+Dwps556ElfBT0I3Rgjkr1wJU='],
];

/** How Twilio may have signed a URL that reaches us as another. */
const called: readonly (readonly [title: string, signed: string, called: string])[] = [
  ['as it was', url, url],
  ['with a port of its own', 'http://mycompany.com:1234/myapp.php', 'http://mycompany.com:1234/myapp.php'],
  ['with the port of https', 'https://mycompany.com:443/myapp.php?foo=1', 'https://mycompany.com/myapp.php?foo=1'],
  ['with the port of http', 'http://mycompany.com:80/myapp.php', 'http://mycompany.com/myapp.php'],
  ['without the port that was called', 'https://mycompany.com/myapp.php', 'https://mycompany.com:8443/myapp.php'],
  ['with a user', 'https://user:pass@mycompany.com:443/myapp.php', 'https://user:pass@mycompany.com/myapp.php'],
  ['as a browser writes it', 'https://mycompany.com/myapp.php?a=%C3%BC', 'https://mycompany.com/myapp.php?a=ü'],
  ['as a browser writes it, with its port', 'https://mycompany.com:8443/m?a=%C3%BC', 'https://mycompany.com:8443/m?a=ü'],
  ['as the old query encoding writes it', "https://mycompany.com/m?Body=It's%20amazing", 'https://mycompany.com/m?Body=It%27s+amazing'],
];

const urlPart = fc.stringMatching(/^[A-Za-z0-9 '+%&=?/._~:@!$()*,;[\]-]{0,12}$/);
const port = fc.constantFrom('', ':80', ':443', ':8080', ':');
const host = fc.constantFrom('example.com', 'EXAMPLE.com', 'user:pass@example.com', '127.0.0.1', '[::1]', 'münchen.example');
const anyUrl = fc
  .tuple(fc.constantFrom('http://', 'https://', 'HTTPS://'), host, port, urlPart, urlPart)
  .map(([scheme, name, number, path, query]) => `${scheme}${name}${number}/${path}?${query}`)
  .filter((text) => URL.canParse(text));
const key = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('To', 'to', 'Body', '__proto__', 'constructor', '1', '10', '2'));
const anyParams = fc.array(fc.tuple(key, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 }).map((pairs) => {
  const body = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return parse(body, '&', '=', { maxKeys: 0 });
});

/** The same URL, as somebody else may have written it. */
const spellings = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, new URL(text).toString(), text.replace(/:\d+\//, '/'), text.replace(/(example\.com)\//i, '$1:443/'), `${text}&x=1`);

describe('the signature of a callback', () => {
  for (const [title, address, params, signature] of vectors)
    it(`agrees with Twilio's own examples: ${title}`, () => {
      assert.equal(isSigned('12345', signature, address, params), true);
      assert.equal(isSigned('12346', signature, address, params), false);
      assert.equal(isSigned('12345', signature, `${address}&more`, params), false);
      assert.equal(isSigned('12345', signature, address, { ...params, Extra: '1' }), false);
    });

  for (const [title, signed, address] of called)
    it(`is found where the URL was signed ${title}`, () => {
      const signature = twilio.getExpectedTwilioSignature('12345', signed, call);
      assert.equal(isSigned('12345', signature, address, call), true);
      assert.equal(isSigned('12345', signature, address.replace('mycompany', 'hiscompany'), call), false);
    });

  it('says what the package of Twilio says, of any URL and any parameters', () => {
    fc.assert(
      fc.property(
        anyUrl.chain((text) => fc.tuple(fc.constant(text), spellings(text))),
        anyParams,
        ([signedUrl, calledUrl], params) => {
          const signature = twilio.getExpectedTwilioSignature('token', signedUrl, params);
          const expected = twilio.validateRequest('token', signature, calledUrl, params);
          assert.equal(isSigned('token', signature, calledUrl, params), expected, `${signedUrl} called as ${calledUrl}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes no signature of another length, none at all, and no URL that is none', () => {
    for (const signature of ['', 'x', 'RSOYDt4T1cUTdK1PDd93/VVr8B8', 'RSOYDt4T1cUTdK1PDd93/VVr8B8==', '=', 'ü'.repeat(28)])
      assert.equal(isSigned('12345', signature, url, call), false);
    for (const address of ['', '/path', 'not a url', 'http://', ':'.repeat(5)]) assert.equal(isSigned('12345', 'x', address, call), false);
  });
});
