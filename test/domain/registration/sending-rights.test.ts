import assert from 'node:assert/strict';
import { hindranceOf, hindrances, sendingRights, type KnownSender } from '#domain/registration/sending-rights.ts';
import { purposesOf } from '#domain/registration/use-cases.ts';

const long = { kind: 'long_code', status: 'assigned', registrationId: 'reg_a' } as const;
const registration = { status: 'approved', useCase: 'CUSTOMER_CARE' } as const;
const brand = { status: 'approved' } as const;
const good: KnownSender = { number: long, registration, brand };
const free = { kind: 'toll_free', status: 'owned' } as const;
const whyOf = (known: KnownSender, mustBeRegistered = true) => {
  const rights = sendingRights(known, mustBeRegistered);
  return rights.may ? 'may' : rights.why;
};

describe('whether a number may text to the United States', () => {
  for (const [name, known, expected] of [
    ['assigned, approved', good, 'may'],
    ['nobody has said anything', {}, 'undeclared'],
    ['suspended', { ...good, number: { ...long, suspended: { by: 'ana' } } }, 'suspended'],
    ['registered elsewhere and suspended', { number: { ...long, registeredAs: 'CABC', suspended: { by: 'ana' } } }, 'suspended'],
    ['registered elsewhere', { number: { kind: 'long_code', status: 'assigned', registeredAs: 'CABC' } }, 'may'],
    ['registered elsewhere and released', { number: { kind: 'long_code', status: 'released', registeredAs: 'CABC' } }, 'given_back'],
    ['being bought', { number: { kind: 'long_code', status: 'buying' } }, 'not_assigned'],
    ['owned', { ...good, number: { kind: 'long_code', status: 'owned' } }, 'not_assigned'],
    ['assigning', { ...good, number: { ...long, status: 'assigning' } }, 'assigning'],
    ['releasing', { ...good, number: { ...long, status: 'releasing' } }, 'given_back'],
    ['released', { ...good, number: { ...long, status: 'released' } }, 'given_back'],
    ...(['draft', 'submitting', 'pending', 'rejected', 'appealed', 'suspended', 'expired'] as const).map(
      (status) => [`registration ${status}`, { ...good, registration: { ...registration, status } }, 'registration_not_approved'] as const,
    ),
    ['registration of somebody else', { number: long, brand }, 'registration_not_approved'],
    ['brand suspended', { ...good, brand: { status: 'suspended' } }, 'brand_stopped'],
    ['brand rejected', { ...good, brand: { status: 'rejected' } }, 'brand_stopped'],
    ['brand unknown', { number: long, registration }, 'brand_stopped'],
    ['brand submitted again', { ...good, brand: { status: 'pending' } }, 'may'],
    ['toll-free, nobody verified it', { number: free }, 'not_verified'],
    ['toll-free, refused', { number: { ...free, verification: 'rejected' } }, 'not_verified'],
    ['toll-free, verified', { number: { ...free, verification: 'verified' } }, 'may'],
    ['toll-free, verified, suspended', { number: { ...free, verification: 'verified', suspended: { by: 'ana' } } }, 'suspended'],
    ['toll-free, verified, released', { number: { ...free, verification: 'verified', status: 'released' } }, 'given_back'],
    ['of another country', { number: { kind: 'abroad', status: 'owned' } }, 'foreign'],
  ] as readonly (readonly [string, KnownSender, string])[])
    it(`${name}: ${expected}`, () => assert.equal(whyOf(known), expected));
  it('where nobody stands behind the network, one that nobody has said anything about may', () => {
    assert.equal(whyOf({}, false), 'may');
    assert.equal(whyOf({ number: free }, false), 'not_verified');
  });
  it('says of each hindrance what to do', () => {
    for (const words of Object.values(hindrances)) assert.match(words, /^[a-z]/);
  });
});

describe('for what a number may text', () => {
  const rightsFor = (useCase: string, subUseCases?: readonly string[]) =>
    sendingRights({ ...good, registration: { status: 'approved', useCase, subUseCases } }, true);
  for (const [useCase, mixed, transactional, marketing] of [
    ['CUSTOMER_CARE', [], true, false],
    ['2FA', [], true, false],
    ['MARKETING', [], false, true],
    ['SWEEPSTAKE', [], false, true],
    ['SOLE_PROPRIETOR', [], true, true],
    ['CHARITY', [], true, true],
    ['MIXED', ['CUSTOMER_CARE', 'ACCOUNT_NEWS'], true, false],
    ['LOW_VOLUME', ['CUSTOMER_CARE', 'MARKETING'], true, true],
    // submitted before its parts were written down
    ['MIXED', [], true, true],
  ] as const)
    it(`${useCase} of [${mixed.join()}]`, () => {
      const rights = rightsFor(useCase, mixed);
      assert.equal(hindranceOf(rights, {}) === undefined, transactional);
      assert.equal(hindranceOf(rights, { purpose: 'marketing' }), marketing ? undefined : 'other_purpose');
    });
  it('only under the registration that the campaign names', () => {
    const rights = rightsFor('CUSTOMER_CARE');
    assert.equal(hindranceOf(rights, { registration: 'reg_a' }), undefined);
    assert.equal(hindranceOf(rights, { registration: 'reg_b' }), 'other_registration');
    const elsewhere = sendingRights({ number: { kind: 'long_code', status: 'assigned', registeredAs: 'CABC' } }, true);
    assert.equal(hindranceOf(elsewhere, { registration: 'CABC' }), undefined);
    assert.equal(hindranceOf(elsewhere, { registration: 'reg_a' }), 'other_registration');
  });
  it('knows nothing of purposes that are none', () => assert.equal(purposesOf('OF_MY_OWN'), undefined));
});
