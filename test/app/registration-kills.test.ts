import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assignNumber } from '#app/assign-number.ts';
import { buyNumber } from '#app/buy-number.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeRegistration } from '#app/change-registration.ts';
import type { House } from '#app/house.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { readBrand, readNumber, readRegistration } from '#app/read-brand.ts';
import { receiveNotice } from '#app/receive-notice.ts';
import { releaseNumber } from '#app/release-number.ts';
import { submitBrand } from '#app/submit-brand.ts';
import { submitRegistration } from '#app/submit-registration.ts';
import { sweepRegistrar } from '#app/sweep-registrar.ts';
import { brandStream } from '#domain/kernel/streams.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';

const companyId = 'co_a';
const by = 'ana';
const minute = 60_000;
const networks = ['telnyx', 'twilio'] as const;
type Network = (typeof networks)[number];

class Killed extends Error {}

/** A house that dies at one of its commits: before it, or when it is done and nobody has heard of it yet. */
const dyingAt = (house: House, commit: number, when: 'before' | 'after'): House => {
  let left = commit;
  const append: House['store']['append'] = async (request) => {
    left -= 1;
    if (left > 0) return house.store.append(request);
    if (when === 'after') await house.store.append(request);
    throw new Killed();
  };
  return { ...house, store: { ...house.store, append } };
};

describe('what costs money', () => {
  let opened: RegisteringHouse;
  let asked = 0;
  let made = 0;
  before(async () => (opened = await openRegisteringHouse({ mustBeRegistered: true })));
  after(() => opened.close());

  const account = (network: Network) => (network === 'telnyx' ? opened.telnyxAccount : opened.twilioAccount);
  const cause = () => ({ id: `req_k${(asked += 1)}`, now: opened.house.clock.now() });
  const sweepAfter = async (ms: number) => {
    const { clock } = opened.test;
    clock.set(new Date(Date.parse(clock.now()) + ms).toISOString());
    clock.passReal(ms);
    await sweepRegistrar(opened.house, cause());
  };
  const count = async (network: Network, kind: string) => (await opened.things(network, kind)).length;
  const killedOr = async (work: Promise<unknown>) => {
    await work.catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
  };
  const brandOf = async (network: Network): Promise<string> => {
    const brandId = `brd_k${(made += 1)}`;
    const facts = { ...goodBrand, displayName: `Riverside Dental` };
    await changeBrand(opened.house, { type: 'PutBrand', data: { brandId, companyId, by, facts } }, cause());
    await submitBrand(opened.house, { brandId, companyId, by, account: account(network) }, cause());
    await lookAtRegistered(opened.house, { kind: 'brand', companyId, id: brandId }, cause());
    return brandId;
  };
  const registrationOf = async (network: Network): Promise<string> => {
    const registrationId = `reg_k${(made += 1)}`;
    const data = { registrationId, brandId: await brandOf(network), companyId, by, facts: goodRegistration };
    await changeRegistration(opened.house, { type: 'PutRegistration', data }, cause());
    return registrationId;
  };
  const freeNumber = async (network: Network) =>
    (await opened[network].searchNumbers({ country: 'US', areaCode: network === 'telnyx' ? '208' : '307', limit: 1 }))[0]!.number;

  for (const network of networks) {
    for (const commit of [1, 2])
      for (const when of ['before', 'after'] as const)
        it(`is had once at ${network} when a house dies ${when} commit ${commit}`, async () => {
          const dying = () => dyingAt(opened.house, commit, when);
          const brands = await count(network, 'brand');
          const brandId = `brd_k${(made += 1)}`;
          const draft = { brandId, companyId, by, facts: { ...goodBrand, displayName: 'Riverside Dental' } };
          await changeBrand(opened.house, { type: 'PutBrand', data: draft }, cause());
          const submission = { brandId, companyId, by, account: account(network) };
          await killedOr(submitBrand(dying(), submission, cause()));
          await sweepAfter(11 * minute);
          // whose intent was never stored asks again
          await submitBrand(opened.house, submission, cause());
          await sweepAfter(61 * minute);
          assert.deepEqual([(await readBrand(opened.house, brandId)).status, await count(network, 'brand')], ['approved', brands + 1]);

          const campaigns = await count(network, 'campaign');
          const registrationId = `reg_k${(made += 1)}`;
          const put = { registrationId, brandId, companyId, by, facts: goodRegistration };
          await changeRegistration(opened.house, { type: 'PutRegistration', data: put }, cause());
          await killedOr(submitRegistration(dying(), { registrationId, companyId, by }, cause()));
          await sweepAfter(11 * minute);
          await submitRegistration(opened.house, { registrationId, companyId, by }, cause());
          await sweepAfter(61 * minute);
          assert.deepEqual(
            [(await readRegistration(opened.house, registrationId)).status, await count(network, 'campaign')],
            ['approved', campaigns + 1],
          );

          const numbers = await count(network, 'number');
          const number = await freeNumber(network);
          const purchase = { number, companyId, by, account: account(network) };
          await killedOr(buyNumber(dying(), purchase, cause()));
          await sweepAfter(11 * minute);
          await buyNumber(opened.house, purchase, cause());
          assert.deepEqual(
            [(await readNumber(opened.house, numberIdOf(number))).status, await count(network, 'number')],
            ['owned', numbers + 1],
          );

          await killedOr(assignNumber(dying(), { number, companyId, by, registrationId }, cause()));
          await sweepAfter(61 * minute);
          await assignNumber(opened.house, { number, companyId, by, registrationId }, cause());
          await sweepAfter(61 * minute);
          assert.equal((await readNumber(opened.house, numberIdOf(number))).status, 'assigned');

          await killedOr(releaseNumber(dying(), { number, companyId, by }, cause()));
          await sweepAfter(11 * minute);
          await releaseNumber(opened.house, { number, companyId, by }, cause());
          assert.deepEqual(
            [(await readNumber(opened.house, numberIdOf(number))).status, await count(network, 'number')],
            ['released', numbers],
          );
        });
    it(`is registered once at ${network} whichever answer is lost`, async () => {
      const registrationId = await registrationOf(network);
      const before = await count(network, 'campaign');
      let status = 'draft';
      // every step loses its answer once, until nothing is left to ask
      for (let tries = 0; tries < 6 && status !== 'pending'; tries++) {
        await opened.trouble(network, 'cut_after_accept');
        ({ status } = await submitRegistration(opened.house, { registrationId, companyId, by }, cause()));
        opened.test.clock.set(new Date(Date.parse(opened.test.clock.now()) + 6 * minute).toISOString());
      }
      await opened.calm(network);
      await sweepAfter(61 * minute);
      assert.deepEqual(
        [(await readRegistration(opened.house, registrationId)).status, await count(network, 'campaign')],
        ['approved', before + 1],
      );
    });
    it(`is bought once at ${network} by two who want it at the same time`, async () => {
      const number = await freeNumber(network);
      const before = await count(network, 'number');
      const buy = (company: string) => buyNumber(opened.house, { number, companyId: company, by, account: account(network) }, cause());
      const answers = await Promise.allSettled([buy('co_a'), buy('co_b'), buy('co_a')]);
      assert.equal(await count(network, 'number'), before + 1);
      const owner = await readNumber(opened.house, numberIdOf(number));
      assert.ok(answers.some(({ status }) => status === 'rejected'));
      assert.equal(owner.status, 'owned');
    });
  }
  it('is ordered once where an order takes its time', async () => {
    const number = await freeNumber('telnyx');
    const orders = await count('telnyx', 'order');
    const purchase = { number, companyId, by, account: account('telnyx') };
    await opened.decide('telnyx', { kind: 'order', status: 'pending' });
    assert.equal((await buyNumber(opened.house, purchase, cause())).status, 'buying');
    await sweepAfter(11 * minute);
    assert.equal(
      (await buyNumber(opened.house, purchase, cause()).catch(() => readNumber(opened.house, numberIdOf(number)))).status,
      'buying',
    );
    await opened.decide('telnyx', { kind: 'order', status: 'approved' });
    await sweepAfter(11 * minute);
    assert.deepEqual([(await readNumber(opened.house, numberIdOf(number))).status, await count('telnyx', 'order')], ['owned', orders + 1]);
  });
});

describe('webhooks and looks in any order', () => {
  let opened: RegisteringHouse;
  let asked = 0;
  let reference = '';
  before(async () => {
    opened = await openRegisteringHouse({ mustBeRegistered: true });
    await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_p', companyId, by, facts: goodBrand } }, cause());
    const state = await submitBrand(opened.house, { brandId: 'brd_p', companyId, by, account: opened.twilioAccount }, cause());
    reference = state.status === 'unknown' ? '' : (state.reference ?? '');
  });
  after(() => opened.close());
  const cause = () => ({ id: `req_p${(asked += 1)}`, now: opened.house.clock.now() });
  const look = (house: House) => lookAtRegistered(house, { kind: 'brand', companyId, id: 'brd_p' }, cause());
  const standing = async () => {
    const state = await readBrand(opened.house, 'brd_p');
    return state.status === 'unknown' ? 'unknown' : `${state.status} ${state.status === 'approved' ? state.score : ''}`;
  };

  /** A house whose looks have their answer and wait with it until somebody lets them go. */
  const slow = () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: isAnswered, resolve: answered } = Promise.withResolvers<void>();
    const registrar = {
      ...opened.twilio,
      look: {
        ...opened.twilio.look,
        brand: async (id: string) => {
          const found = await opened.twilio.look.brand(id);
          answered();
          await held;
          return found;
        },
      },
    };
    return { house: { ...opened.house, registrarFor: async () => registrar } satisfies House, letGo, isAnswered };
  };

  it('never write an old answer over a newer one', async () => {
    await opened.decide('twilio', { id: reference, status: 'approved', score: 80 });
    await look(opened.house);
    await opened.decide('twilio', { id: reference, status: 'suspended', said: 'complaints' });
    const { house, letGo, isAnswered } = slow();
    const late = look(house);
    await isAnswered;
    await opened.decide('twilio', { id: reference, status: 'approved', score: 80 });
    // finds nothing new, and makes what the other one has found old all the same
    await look(opened.house);
    letGo();
    await late;
    assert.equal(await standing(), 'approved 80');
  });

  const fates = {
    low: { status: 'approved', score: 30 },
    high: { status: 'approved', score: 90 },
    suspended: { status: 'suspended', said: 'complaints' },
    rejected: { status: 'rejected', said: 'The EIN does not match' },
  } as const;
  const shown = { low: 'approved 30', high: 'approved 90', suspended: 'suspended ', rejected: 'rejected ' } as const;
  const step = fc.oneof(
    fc.constantFrom('low', 'high', 'suspended', 'rejected').map((fate) => ({ kind: 'decide', fate }) as const),
    fc.record({ kind: fc.constant('tell' as const), times: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constantFrom('look' as const, 'sweep' as const, 'slow' as const) }),
  );
  it('come to what the provider said last, and write down each change once', async () => {
    const { clock } = opened.test;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.constantFrom('low', 'high', 'suspended', 'rejected'),
        async (steps, last) => {
          const going: { letGo: () => void; done: Promise<unknown> }[] = [];
          for (const one of [...steps, { kind: 'decide', fate: last } as const, { kind: 'tell', times: 2 } as const]) {
            if (one.kind === 'decide') await opened.decide('twilio', { id: reference, ...fates[one.fate] });
            if (one.kind === 'tell')
              for (let n = 0; n < one.times; n++) await receiveNotice(opened.house, 'twilio', opened.notice('twilio', reference), cause());
            if (one.kind === 'look') await look(opened.house);
            if (one.kind === 'sweep') await sweepRegistrar(opened.house, cause());
            if (one.kind === 'slow') {
              const { house, letGo, isAnswered } = slow();
              going.push({ letGo, done: look(house) });
              await isAnswered;
            }
          }
          for (const { letGo, done } of going.toReversed()) {
            letGo();
            await done;
          }
          clock.set(new Date(Date.parse(clock.now()) + 11 * minute).toISOString());
          await sweepRegistrar(opened.house, cause());
          assert.equal(await standing(), shown[last]);
        },
      ),
      { numRuns: 25 },
    );
    const { events } = await opened.house.store.read(brandStream('brd_p'));
    const told = events.map(({ type, data }) => JSON.stringify([type, data]));
    assert.ok(
      told.every((one, n) => n === 0 || one !== told[n - 1]),
      'nothing twice in a row',
    );
  });
});
