import assert from 'node:assert/strict';
import { checkBrand } from '#domain/registration/check-brand.ts';
import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import { blocking } from '#domain/registration/missing.ts';
import { goodBrand } from '../../support/registration-facts.ts';

const found = (change: Partial<BrandFacts>): readonly string[] =>
  blocking(checkBrand({ ...goodBrand, ...change })).map(({ at, code }) => `${at} ${code}`);

describe('the check of a brand', () => {
  it('finds nothing wrong with a good one', () => assert.deepEqual(checkBrand(goodBrand), []));

  it('says in words of an empty one what it lacks, each once', () => {
    const list = checkBrand({});
    const wanted = ['displayName', 'companyName', 'ein', 'phone', 'email', 'website', 'street', 'city', 'state', 'postalCode', 'country'];
    for (const at of [...wanted, 'entityType', 'vertical', 'firstName', 'lastName'])
      assert.equal(list.filter((one) => one.at === at).length, 1, at);
    for (const { words } of list) assert.match(words, /[a-z]{3}/);
  });

  for (const [change, problem] of [
    [{ ein: '84-29135' }, 'ein malformed'],
    [{ ein: '123456789' }, 'ein not_real'],
    [{ ein: '00-0000000' }, 'ein not_real'],
    [{ ein: '1'.repeat(22) }, 'ein too_long'],
    [{ email: 'office at riverside' }, 'email malformed'],
    [{ email: `${'a'.repeat(100)}@b.example` }, 'email too_long'],
    [{ phone: '208 555' }, 'phone malformed'],
    [{ phone: '2085550123' }, 'phone malformed'],
    [{ website: 'riverside' }, 'website malformed'],
    [{ country: 'us' }, 'country malformed'],
    [{ ein: '842-91-3576' }, 'ein personal'],
    [{ ein: '07-1234567' }, 'ein not_real'],
    [{ ein: '8-42913576' }, 'ein malformed'],
    [{ state: 'Idaho' }, 'state malformed'],
    [{ postalCode: '8370' }, 'postalCode malformed'],
    [{ website: 'https://bit.ly/riverside' }, 'website public_shortener'],
    [
      { entityType: 'PUBLIC_PROFIT', stockSymbol: 'RIV', stockExchange: 'NASDAQ', businessContactEmail: 'office@gmail.com' },
      'businessContactEmail other_domain',
    ],
    [
      { entityType: 'PUBLIC_PROFIT', stockSymbol: 'RIV', stockExchange: 'NASDAQ', businessContactEmail: 'office@elsewhere.example' },
      'businessContactEmail other_domain',
    ],
    [{ postalCode: '83702-12345' }, 'postalCode too_long'],
    [{ displayName: 'x'.repeat(256) }, 'displayName too_long'],
    [{ street: 'x'.repeat(101) }, 'street too_long'],
    [{ entityType: 'LLC' }, 'entityType not_known'],
    [{ vertical: 'DENTIST' }, 'vertical not_known'],
  ] as const)
    it(`stops at ${problem}: ${JSON.stringify(change).slice(0, 40)}`, () => assert.deepEqual(found(change), [problem]));

  it('lets a tax number of another country be as it is', () => assert.deepEqual(found({ country: 'CA', ein: '123456789RT0001' }), []));

  it('wants of a listed company its symbol, its exchange and an address for the code', () =>
    assert.deepEqual(found({ entityType: 'PUBLIC_PROFIT' }), [
      'stockSymbol missing',
      'stockExchange missing',
      'businessContactEmail missing',
    ]));

  it('wants of a sole proprietor a mobile number, and no tax number', () => {
    const { ein: _, companyName: __, website: ___, ...alone } = goodBrand;
    const facts = { ...alone, entityType: 'SOLE_PROPRIETOR' };
    assert.deepEqual(
      blocking(checkBrand(facts)).map(({ at }) => at),
      ['mobilePhone'],
    );
    assert.deepEqual(blocking(checkBrand({ ...facts, mobilePhone: '+12085550124' })), []);
  });

  it('advises where the address is of another domain than the website, and not where it is of a part of it', () => {
    const codes = (email: string) => checkBrand({ ...goodBrand, email }).map(({ at, code, blocks }) => [at, code, blocks]);
    assert.deepEqual(codes('office@elsewhere.example'), [['email', 'other_domain', false]]);
    for (const email of ['office@mail.riverside.example', 'office@RIVERSIDE.example']) assert.deepEqual(codes(email), []);
  });
  it('asks for states and codes of the United States there alone', () =>
    assert.deepEqual(found({ country: 'CA', state: 'Ontario', postalCode: 'K1A 0B1' }), []));

  it('advises against free mail and plain http, and lets both be submitted', () => {
    const list = checkBrand({ ...goodBrand, email: 'riverside@gmail.com', website: 'http://riverside.example' });
    assert.deepEqual(
      list.map(({ code, blocks }) => [code, blocks]),
      [
        ['free_mail', false],
        ['not_secure', false],
      ],
    );
  });
});
