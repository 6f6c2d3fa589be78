import { changeBrand } from '#app/change-brand.ts';
import { changeNumber } from '#app/change-number.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { goodBrand, goodRegistration } from '../../support/registration-facts.ts';
import type { Samples } from './sample.ts';

const facts = { display_name: 'Lakeside', entity_type: 'PRIVATE_PROFIT' };

/** Nobody registers anything in the houses of the contract tests: what asks a provider is tried in registering.test.ts. */
export const registeredSamples: Samples = async ({ companyId, house }) => {
  let causes = 0;
  const cause = () => ({ id: `req_registered${(causes += 1)}`, now: house.clock.now() });
  const by = 'usr_test';
  const isOther = companyId === 'co_other';
  const [brandId, registrationId] = [`brd_${companyId}`, `reg_${companyId}`];
  const [number, another] = isOther ? ['+12085550164', '+12085550165'] : ['+12085550166', '+12085550167'];
  const numberId = numberIdOf(number);
  await changeBrand(house, { type: 'PutBrand', data: { brandId, companyId, by, facts: goodBrand } }, cause());
  await changeRegistration(
    house,
    { type: 'PutRegistration', data: { registrationId, brandId, companyId, by, facts: goodRegistration } },
    cause(),
  );
  const kind = 'long_code';
  await changeNumber(
    house,
    { type: 'AddNumber', data: { numberId, companyId, by, kind, provider: 'twilio', accountId: 'ACsample' } },
    cause(),
  );
  const [ofBrand, ofRegistration, ofNumber] = [{ id: brandId }, { id: registrationId }, { number }];
  return {
    createBrand: { body: facts },
    listBrands: {},
    getBrand: { path: ofBrand },
    editBrand: { path: ofBrand, body: { ...facts, vertical: 'HEALTHCARE' } },
    submitBrand: { path: ofBrand, body: {}, alone: 409 },
    lookAtBrand: { path: ofBrand },
    createRegistration: { body: { name: 'Sample', brand: brandId, facts: { use_case: 'CUSTOMER_CARE' } }, foreign: 404 },
    listRegistrations: { query: { brand: brandId } },
    getRegistration: { path: ofRegistration },
    editRegistration: { path: ofRegistration, body: { use_case: 'MIXED' } },
    submitRegistration: { path: ofRegistration, body: {}, alone: 409 },
    appealRegistration: { path: ofRegistration, body: { argument: 'Look again.' }, alone: 409 },
    lookAtRegistration: { path: ofRegistration },
    searchNumbers: { query: { area_code: '208' }, alone: 409 },
    buyNumber: { body: { number: another }, alone: 409 },
    addNumber: { body: { number: another }, alone: 409 },
    listNumbers: {},
    getNumber: { path: ofNumber },
    assignNumber: { path: ofNumber, body: { registration: registrationId }, alone: 409 },
    lookAtNumber: { path: ofNumber },
    suspendNumber: { path: ofNumber, body: { reason: 'a sample' } },
    resumeNumber: { path: ofNumber },
    releaseNumber: { path: ofNumber, alone: 409 },
  };
};
