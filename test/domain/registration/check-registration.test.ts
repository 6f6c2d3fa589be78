import assert from 'node:assert/strict';
import { checkRegistration } from '#domain/registration/check-registration.ts';
import { blocking } from '#domain/registration/missing.ts';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import { useCaseNames } from '#domain/registration/use-cases.ts';
import { goodBrand, goodRegistration } from '../../support/registration-facts.ts';

const check = (change: Partial<RegistrationFacts>) => checkRegistration({ ...goodRegistration, ...change }, goodBrand);
const found = (change: Partial<RegistrationFacts>): readonly string[] => blocking(check(change)).map(({ at, code }) => `${at} ${code}`);
const [first = '', second = ''] = goodRegistration.samples ?? [];
const flow = goodRegistration.messageFlow ?? '';
const said = (at: 'optInMessage' | 'optOutMessage' | 'helpMessage'): string => goodRegistration[at] ?? '';

describe('the check of a registration', () => {
  it('finds nothing wrong with a good one', () => assert.deepEqual(check({}), []));

  it('says of an empty one all that it lacks', () => {
    const at = new Set(checkRegistration({}, goodBrand).map((one) => one.at));
    for (const field of ['useCase', 'description', 'samples', 'messageFlow', 'optInMessage', 'optOutMessage', 'helpMessage'])
      assert.ok(at.has(field), field);
    for (const field of ['optOutKeywords', 'helpKeywords', 'privacyPolicyUrl', 'termsUrl']) assert.ok(at.has(field), field);
  });

  for (const [change, ...problems] of [
    [{ useCase: 'REMINDERS' }, 'useCase not_known'],
    [{ useCase: 'SOLE_PROPRIETOR' }, 'useCase not_the_brands'],
    [{ useCase: 'MIXED' }, 'subUseCases count'],
    [{ useCase: 'MIXED', subUseCases: ['CUSTOMER_CARE'] }, 'subUseCases count'],
    [{ useCase: 'MIXED', subUseCases: ['CUSTOMER_CARE', 'CUSTOMER_CARE'] }, 'subUseCases twice'],
    [{ useCase: 'LOW_VOLUME', subUseCases: ['CUSTOMER_CARE', 'LOW_VOLUME'] }, 'subUseCases not_known'],
    [{ subUseCases: ['MARKETING'] }, 'subUseCases not_mixed'],
    [{ description: 'x'.repeat(39) }, 'description too_short'],
    [{ description: 'x'.repeat(4_097) }, 'description too_long'],
    [{ samples: [first] }, 'samples count'],
    [{ samples: Array.from({ length: 6 }, (_, n) => `${first} ${n}`) }, 'samples count'],
    [{ samples: [first, 'Too short, STOP'] }, 'samples[1] too_short'],
    [{ samples: [first, 'x'.repeat(1_025)] }, 'samples[1] too_long'],
    [{ samples: [first, first] }, 'samples twice'],
    [{ samples: [second, `${second} Bye.`] }, 'samples no_opt_out'],
    [{ samples: [first, 'See https://bit.ly/x, Riverside Dental'], hasLinks: true }, 'samples[1] public_shortener'],
    [{ samples: [first, `${second} https://riverside.example/a`] }, 'samples[1] link_not_declared'],
    [{ samples: [first, `${second} Call 208-555-0123`] }, 'samples[1] phone_not_declared'],
    [{ hasLinks: true }, 'samples no_link'],
    [{ hasPhones: true }, 'samples no_phone'],
    [
      { messageFlow: 'People agree on our website.' },
      'messageFlow too_short',
      'messageFlow no_opt_out',
      'messageFlow no_rates',
      'messageFlow no_frequency',
      'messageFlow no_page',
    ],
    [{ messageFlow: `${flow} ${'x'.repeat(2_048)}` }, 'messageFlow too_long'],
    [{ messageFlow: flow.replaceAll('STOP', 'bye') }, 'messageFlow no_opt_out'],
    [{ messageFlow: flow.replace('not a condition of treatment', 'a condition of treatment') }, 'messageFlow forced'],
    [{ messageFlow: `${flow} We share mobile numbers with third parties.` }, 'messageFlow shares'],
    [
      { optInMessage: 'Riverside Dental: welcome' },
      'optInMessage no_opt_out',
      'optInMessage no_help',
      'optInMessage no_rates',
      'optInMessage no_frequency',
    ],
    [{ optOutMessage: 'Riverside Dental says goodbye.' }, 'optOutMessage no_end'],
    [{ optOutMessage: said('optOutMessage').replace('Riverside', 'Our') }, 'optOutMessage no_brand'],
    [{ helpMessage: 'Riverside Dental: ask us.' }, 'helpMessage no_contact'],
    [{ helpMessage: `${said('helpMessage')} ${'x'.repeat(320)}` }, 'helpMessage too_long'],
    [{ optOutKeywords: ['CANCEL'] }, 'optOutKeywords missing'],
    [{ helpKeywords: [] }, 'helpKeywords missing'],
    [{ optInKeywords: ['I agree'] }, 'optInKeywords malformed'],
    [{ privacyPolicyUrl: 'riverside privacy' }, 'privacyPolicyUrl malformed'],
    [{ termsUrl: '' }, 'termsUrl missing'],
    [{ useCase: 'CHARITY' }, 'useCase not_the_brands'],
    [{ samples: [first, 'Riverside Dental: {{ name }}, see you soon'] }, 'samples[1] template'],
    [{ privacyPolicyUrl: 'https://bit.ly/privacy' }, 'privacyPolicyUrl public_shortener'],
    [{ messageFlow: `${flow} They may agree on our website, too.` }, 'messageFlow no_page'],
    [{ messageFlow: `${flow} The box is pre-checked.` }, 'messageFlow prechecked'],
    [{ messageFlow: `${flow} Patients are automatically enrolled.` }, 'messageFlow prechecked'],
    [{ messageFlow: `${flow} We also text purchased lists.` }, 'messageFlow not_theirs'],
    [{ description: `${goodRegistration.description} Also about cannabis.` }, 'description forbidden'],
    [{ samples: [first, `${second} Visit our casino!`] }, 'samples[1] forbidden'],
    [{ samples: [first, `${second} Ask us for a payday loan.`], directLending: true }, 'samples[1] forbidden'],
    [{ messageFlow: `${flow} Escorts welcome.` }, 'messageFlow forbidden'],
    [{ description: 'x'.repeat(40) }],
    [{ description: 'x'.repeat(4_096) }],
    [{ samples: [first, 'x'.repeat(20)] }],
    [{ samples: [first, 'x'.repeat(1_024)] }],
    [{ samples: Array.from({ length: 5 }, (_, n) => `${first} ${n}`) }],
    [{ messageFlow: `${flow} ${'x'.repeat(2_048)}`.slice(0, 2_048) }],
    [{ messageFlow: `${flow} They may agree on our website, too: https://riverside.example/texts` }],
    [{ messageFlow: `${flow} Nobody is automatically enrolled; the box is not pre-checked.` }],
    [{ optOutMessage: 'Riverside Dental: no more messages.'.padEnd(320, '.') }],
    [{ optOutMessage: 'Riverside Dental: no more messages.'.padEnd(321, '.') }, 'optOutMessage too_long'],
    [{ helpMessage: 'Riverside: a@b.co' }, 'helpMessage too_short', 'helpMessage no_brand'],
    [{ optOutKeywords: ['STOP', ...Array.from({ length: 13 }, () => 'A'.repeat(20))] }, 'optOutKeywords too_long'],
  ] as readonly (readonly [Partial<RegistrationFacts>, ...string[]])[])
    it(`${problems.length === 0 ? 'lets go' : `stops at ${problems.join(', ')}`}: ${JSON.stringify(change).slice(0, 50)}`, () =>
      assert.deepEqual(found(change), problems));

  it('lets go what shows that nothing is shared, and that consent is no condition', () =>
    assert.deepEqual(found({ messageFlow: `${flow} Mobile numbers are never shared with third parties.` }), []));

  it('knows every purpose, and advises about those that carriers look at first', () => {
    for (const useCase of useCaseNames) {
      const codes = check({ useCase, subUseCases: [] }).map(({ code }) => code);
      assert.ok(!codes.includes('not_known'), useCase);
    }
    assert.deepEqual(
      checkRegistration({ ...goodRegistration, useCase: 'CHARITY' }, { ...goodBrand, entityType: 'NON_PROFIT' }).map(({ code, blocks }) => [
        code,
        blocks,
      ]),
      [['special', false]],
    );
  });

  it('advises about what most carriers refuse', () =>
    assert.deepEqual(
      check({ description: `${goodRegistration.description} We sell CBD, too.` }).map(({ code, blocks }) => [code, blocks]),
      [['delicate', false]],
    ));

  for (const [change, at, code] of [
    [{ description: `${goodRegistration.description} We sell wine.` }, 'ageGated', 'not_gated'],
    [{ samples: [first, `${second} No alcohol the day before.`] }, 'ageGated', 'not_gated'],
    [{ samples: [first, `${second} Your loan is ready.`] }, 'directLending', 'not_declared'],
    [{ samples: [first, `${second} https://elsewhere.example/a`], hasLinks: true }, 'samples[1]', 'other_domain'],
    [{ privacyPolicyUrl: 'https://policies.example/riverside' }, 'privacyPolicyUrl', 'other_domain'],
    [{ termsUrl: 'https://riverside.example/privacy' }, 'termsUrl', 'same_page'],
  ] as readonly (readonly [Partial<RegistrationFacts>, string, string])[])
    it(`advises about ${at}: ${code}, and lets it be submitted`, () =>
      assert.deepEqual(
        check(change).map((one) => [one.at, one.code, one.blocks]),
        [[at, code, false]],
      ));
  it('says nothing of wine and loans that are declared', () => {
    const description = `${goodRegistration.description} We sell wine, and lend money: a loan.`;
    assert.deepEqual(check({ description, ageGated: true, directLending: true }), []);
  });
  it('takes pages under the company’s domain for its own', () =>
    assert.deepEqual(
      check({ privacyPolicyUrl: 'https://www.riverside.example/privacy', termsUrl: 'https://legal.riverside.example' }),
      [],
    ));

  it('wants SOLE_PROPRIETOR of a sole proprietor, and nothing else', () => {
    const alone = { ...goodBrand, entityType: 'SOLE_PROPRIETOR' };
    assert.deepEqual(checkRegistration({ ...goodRegistration, useCase: 'SOLE_PROPRIETOR' }, alone), []);
    assert.equal(checkRegistration(goodRegistration, alone)[0]?.code, 'not_the_brands');
  });
});
