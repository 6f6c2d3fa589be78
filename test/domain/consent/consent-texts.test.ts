import assert from 'node:assert/strict';
import { ownReplies as ofTelnyx } from '#adapters/telnyx/own-replies.ts';
import { ownReplies as ofTwilio } from '#adapters/twilio/own-replies.ts';
import { marketingIn } from '#domain/company/marketing-in.ts';
import { consentText } from '#domain/consent/consent-texts.ts';
import { isToldByProvider } from '#domain/consent/own-replies.ts';
import { readConsent } from '#domain/consent/read-consent.ts';
import { readYes } from '#domain/consent/read-yes.ts';
import { unitsOf } from '#domain/message/segments.ts';

const languages = ['en', 'es', 'pt', 'fr'] as const;
const sayer = { name: 'Lake Clinic', contact: '+12085550100', purpose: 'marketing' as const };

describe('what we say about consent', () => {
  for (const language of languages)
    it(`has the words that law and carriers ask for (${language})`, () => {
      const stop = consentText('stop', language, sayer);
      assert.match(stop, /^Lake Clinic: .*START/);
      assert.equal(marketingIn(stop), undefined);
      assert.ok(unitsOf('sms', stop) <= 2);
      for (const kind of ['start', 'help', 'ask', 'ask_now', 'welcome'] as const) {
        const text = consentText(kind, language, sayer);
        assert.match(text, /^Lake Clinic: .*(?:STOP)/, kind);
        assert.ok(text.length <= 320, `${kind}: ${text.length}`);
      }
      assert.match(consentText('help', language, sayer), /\+12085550100/);
      assert.match(consentText('welcome', language, { ...sayer, frequency: '2 a month' }), /2 a month\./);
      const asked = { en: 'YES', es: 'SI', pt: 'SIM', fr: 'OUI' }[language];
      assert.match(consentText('ask', language, sayer), new RegExp(` ${asked} `));
      assert.deepEqual(readYes(asked), { says: 'yes', language });
    });

  it('is found out by what it advertises', () => {
    for (const text of ['20 % off', 'See https://clinic.example', 'Only $5', 'New OFFER inside', 'clinic.com/back', 'con descuento'])
      assert.notEqual(marketingIn(text), undefined, text);
    for (const text of ['You get no more messages.', 'Ya no recibirá mensajes.', 'Call 208 555 0100.'])
      assert.equal(marketingIn(text), undefined, text);
  });
});

describe('YES to a question about consent', () => {
  it('is a clear word, with courtesies', () => {
    for (const text of ['Yes', 'y', 'YES!!', 'Yes, please', 'sí', 'Si gracias', 'sim', 'Oui merci', "j'accepte", 'I agree', 'Yep'])
      assert.equal(readYes(text)?.says, 'yes', text);
    for (const text of ['No', 'nope', 'No thanks', 'não', 'non merci', 'N']) assert.equal(readYes(text)?.says, 'no', text);
    for (const text of ['ok', '👍', 'yes but who is this', 'see you then', 'si puedo ir', 'C', '', 'yesterday'])
      assert.equal(readYes(text), undefined, text);
  });
});

describe('whether a provider tells it', () => {
  const told = (body: string, words?: typeof ofTwilio, { sender = '+12085550199', isOff = false } = {}) =>
    isToldByProvider({ consent: readConsent(body)?.kind ?? 'stop', body, sender }, words, isOff);

  it('goes by its own list, the word alone, in any case', () => {
    for (const body of ['STOP', ' stop ', 'Unsubscribe', 'REVOKE', 'start', 'help', 'Info']) assert.ok(told(body, ofTwilio), body);
    for (const body of ['Stop. Thank you', 'stop please', 'alto', 'remove', 'join', 'aide']) assert.ok(!told(body, ofTwilio), body);
    for (const body of ['STOP ALL', 'stopall', 'END']) assert.ok(told(body, ofTelnyx), body);
    for (const body of ['REVOKE', 'OPTOUT', 'HELP']) assert.ok(!told(body, ofTelnyx), body);
  });

  it('is no where the company had it switched off, or the provider says nothing by itself', () => {
    assert.ok(!told('STOP', ofTwilio, { isOff: true }));
    assert.ok(!told('STOP'));
  });

  it('is yes on toll-free numbers, whose network nobody can switch off', () => {
    assert.ok(told('STOP', undefined, { sender: '+18335550123', isOff: true }));
    assert.ok(told('unstop', undefined, { sender: '+18005550123' }));
    assert.ok(!told('HELP', undefined, { sender: '+18005550123' }));
    assert.ok(!told('quit', undefined, { sender: '+18005550123' }));
  });
});
