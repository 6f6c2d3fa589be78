import assert from 'node:assert/strict';
import { refusedFor as ofTelnyx } from '#adapters/telnyx/refusal-reasons.ts';
import { refusedFor as ofTwilio } from '#adapters/twilio/registration-errors.ts';
import { codeInFront, reasonOfCode } from '#domain/registration/reason-of-code.ts';
import { isFinal, reasonCodeNames, reasonWords } from '#domain/registration/reasons.ts';

/** Each refusal that a provider documents, with the words of its heading: https://www.twilio.com/docs/api/errors/30881 and so on. */
const documented = [
  [30701, 'Invalid input parameters', 'incomplete'],
  [30702, 'Registration not found', 'not_found'],
  [30729, 'Country code not allowed', 'not_eligible'],
  [30790, 'Internal system error', 'temporary'],
  [30791, 'Temporary system error', 'temporary'],
  [30796, 'Non public entity registered as a public for profit entity or the stock information mismatch.', 'stock'],
  [30799, 'We were unable to verify the details of the registration data.', 'identity_unverified'],
  [30451, 'Toll-Free phone number verification unable to process - address invalid', 'address'],
  [30464, 'Disallowed: Cryptocurrency', 'forbidden_content'],
  [30841, 'Opt-in not sufficient: Language Unclear', 'opt_in'],
  [30842, 'Opt-in not provided', 'opt_in'],
  [30879, 'Phone number not provisioned to Twilio', 'not_found'],
  [30881, 'Invalid Brand Support Email', 'email'],
  [30882, 'Terms and Conditions', 'forbidden_content'],
  [30883, 'Content Violation', 'forbidden_content'],
  [30884, 'Spam/Phishing', 'spam'],
  [30885, 'High Risk', 'spam'],
  [30886, 'Invalid Campaign Description', 'description'],
  [30888, 'Age Gate Not Present / Not Acceptable', 'attributes'],
  [30889, 'Embedded Phone Number', 'attributes'],
  [30890, 'Subscriber Help', 'help'],
  [30891, 'Invalid Website URL', 'website'],
  [30892, 'Invalid Sample Message - Public URL Shorteners', 'link'],
  [30893, 'Inconsistency between Sample Message and Use-case', 'samples'],
  [30894, 'Invalid Brand Information', 'brand_mismatch'],
  [30895, 'Direct Lending - Campaign and Content Attribute Error', 'attributes'],
  [30896, 'Opt-in Error', 'opt_in'],
  [30897, 'Disallowed Content', 'forbidden_content'],
  [30898, 'Excessive EIN', 'too_many'],
  [30899, 'Campaign registration failed due to carrier rejection(s)', 'carrier'],
  [30900, 'The campaign use case is ineligible for registration.', 'use_case'],
  [30902, 'A DCA2 rejected this campaign registration request.', 'carrier'],
  [30909, 'CTA Verification Issue', 'opt_in'],
  [30925, 'Opt-in must be unchecked by default', 'opt_in'],
  [30930, 'Brand campaign limit of 100 reached', 'too_many'],
] as const;

describe('why a registration was refused', () => {
  for (const [code, description, reason] of documented)
    it(`by ${code}, ${description}: ${reason}`, () =>
      assert.deepEqual(ofTwilio([{ error_code: code, description }]), {
        reasons: [{ code: reason, providerCode: String(code) }],
        said: [description],
      }));
  for (const [code, description, reason] of [
    ['601', 'Campaign and content attributes', 'attributes'],
    ['602', 'Sample messages', 'samples'],
    ['603', 'Website, brand name and samples', 'brand_mismatch'],
    ['611', 'Keyword responses', 'opt_out'],
    ['701', 'Cannabis', 'forbidden_content'],
    ['704', 'Gambling', 'forbidden_content'],
    ['805', 'No sharing clause', 'privacy_policy'],
    ['806', 'CTA location unclear', 'opt_in'],
    ['9602', 'Website and brand', 'brand_mismatch'],
  ] as const) {
    it(`by ${code} of those who look for carriers: ${reason}`, () => {
      assert.deepEqual(ofTelnyx([{ code, description }]).reasons, [{ code: reason, providerCode: code }]);
      assert.deepEqual(ofTelnyx(`${code}: ${description}`).reasons, [{ code: reason }]);
      assert.deepEqual(ofTwilio([], `[${code}] ${description}`).reasons, [{ code: reason }]);
    });
  }
  it('by a code that nobody knows is read by its words, and by none of either still says what to do', () => {
    assert.equal(ofTwilio([{ error_code: 30999, description: 'The privacy policy shares numbers' }]).reasons[0]?.code, 'privacy_policy');
    for (const list of [ofTwilio([]), ofTelnyx(undefined), ofTelnyx('2026')]) assert.equal(list.reasons[0]?.code, 'other');
    assert.deepEqual(
      [reasonOfCode('constructor'), reasonOfCode(undefined), codeInFront('2 samples are missing')],
      [undefined, undefined, undefined],
    );
  });
  it('is final for what carriers never take, and for nothing else', () => {
    const finals = reasonCodeNames.filter((code) => isFinal([{ code, providerCode: '30884' }]));
    assert.equal(isFinal([{ code: 'spam' }]), false, 'read out of words');
    assert.deepEqual(finals, ['forbidden_content', 'spam']);
  });
  it('is said in words for each reason', () => {
    for (const code of reasonCodeNames) assert.match(reasonWords({ code }), /^[a-z].{15,}/);
  });
});
