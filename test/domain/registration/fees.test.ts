import assert from 'node:assert/strict';
import { costOfBrand, costOfRegistration } from '#domain/registration/fees.ts';

describe('what handing something in costs', () => {
  it('is said of a draft, and of what was changed', () => {
    assert.match(costOfBrand({ status: 'draft', isRevised: true }) ?? '', /4 dollars once, and 40/);
    assert.match(costOfBrand({ status: 'draft', isRevised: true, entityType: 'SOLE_PROPRIETOR' }) ?? '', /costs 4 dollars once \(/);
    assert.match(costOfBrand({ status: 'rejected', isRevised: true, reference: 'BN1' }) ?? '', /again/);
    assert.match(costOfRegistration({ status: 'draft', isRevised: true }) ?? '', /15 dollars.*1\.50 to 10/);
    assert.match(costOfRegistration({ status: 'draft', isRevised: true, useCase: 'SOLE_PROPRIETOR' }) ?? '', /2 each month/);
    assert.match(costOfRegistration({ status: 'rejected', isRevised: true, reference: 'MG1' }) ?? '', /another 15 dollars/);
  });
  it('is nothing where nothing new can be handed in', () => {
    for (const status of ['pending', 'approved', 'suspended', 'rejected']) {
      assert.equal(costOfBrand({ status, isRevised: false, reference: 'BN1' }), undefined);
      assert.equal(costOfRegistration({ status, isRevised: false, reference: 'MG1' }), undefined);
    }
  });
});
