import assert from 'node:assert/strict';
import { assignNumber } from '#app/assign-number.ts';
import { buyNumber } from '#app/buy-number.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeNumber } from '#app/change-number.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { limitsOfSender, openPace } from '#app/limits-of-sender.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { registeredSenders } from '#app/registered-senders.ts';
import { releaseNumber } from '#app/release-number.ts';
import { submitBrand } from '#app/submit-brand.ts';
import { submitRegistration } from '#app/submit-registration.ts';
import { resumeNumber, suspendNumber } from '#app/suspend-number.ts';
import { sweepRegistrar } from '#app/sweep-registrar.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import type { VerificationStanding } from '#domain/registration/standing.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';

const companyId = 'co_a';
const by = 'ana';
const hour = 3_600_000;
const day = 24 * hour;

for (const network of ['telnyx', 'twilio'] as const)
  describe(`what a score and a verification let a number of ${network} send`, () => {
    let opened: RegisteringHouse;
    let asked = 0;
    before(async () => (opened = await openRegisteringHouse({ mustBeRegistered: true })));
    after(() => opened.close());

    const kinds = { brand: 'brand', registration: 'campaign', number: 'assignment' } as const;
    const account = () => (network === 'telnyx' ? opened.telnyxAccount : opened.twilioAccount);
    const cause = () => ({ id: `req_${network}${(asked += 1)}`, now: opened.house.clock.now() });
    const decide = (kind: keyof typeof kinds, fate: Readonly<{ status: string; said?: string; score?: number }>) =>
      opened.decide(network, { kind: kinds[kind], ...fate });
    const pass = (ms: number) => {
      const { clock } = opened.test;
      clock.set(new Date(Date.parse(clock.now()) + ms).toISOString());
      clock.passReal(ms);
    };
    const sweepAfter = async (ms: number) => {
      pass(ms);
      await sweepRegistrar(opened.house, cause());
    };

    const brandOf = async (brandId: string, score = 80): Promise<void> => {
      await decide('brand', { status: 'approved', score });
      const facts = { ...goodBrand, displayName: `Riverside Dental` };
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId, companyId, by, facts } }, cause());
      await submitBrand(opened.house, { brandId, companyId, by, account: account() }, cause());
      await lookAtRegistered(opened.house, { kind: 'brand', companyId, id: brandId }, cause());
    };
    const put = (registrationId: string, brandId: string, facts = goodRegistration) =>
      changeRegistration(opened.house, { type: 'PutRegistration', data: { registrationId, brandId, companyId, by, facts } }, cause());
    const submit = (registrationId: string) => submitRegistration(opened.house, { registrationId, companyId, by }, cause());
    const mayReach = async (from: string, to = '+12085550123') => {
      // what was remembered for two seconds is forgotten
      pass(3_000);
      return (await registeredSenders(opened.house, { companyId, channel: 'sms' }, [from]))(from, to);
    };

    it('lets a brand send more when its score is better, and a low-volume registration no more than it may', async () => {
      const limits = async (from: string) => {
        const pace = openPace(opened.house, { companyId, campaignId: 'cmp_a', rank: 1 });
        await limitsOfSender(pace, [from]);
        return pace.senders.get(from)?.map(({ kind, most, every }) => [kind, most, 'ms' in every ? every.ms : every.zone]);
      };
      // what Twilio says that carriers take goes before what a score gives
      const second = (most: number) => ['number_second', network === 'twilio' ? 75 : most, 1_000];
      const day = (most: number) => ['brand_day', most, 'America/Los_Angeles'];
      const numberUnder = async (registrationId: string) => {
        const [{ number } = { number: '' }] = await opened[network].searchNumbers({ country: 'US', areaCode: '307', limit: 1 });
        await buyNumber(opened.house, { number, companyId, by, account: account() }, cause());
        await assignNumber(opened.house, { number, companyId, by, registrationId }, cause());
        return number;
      };
      const approve = async (registrationId: string, facts = goodRegistration) => {
        await put(registrationId, 'brd_scored', facts);
        await submit(registrationId);
        await lookAtRegistered(opened.house, { kind: 'registration', companyId, id: registrationId }, cause());
        return numberUnder(registrationId);
      };
      await decide('registration', { status: 'approved' });
      await decide('number', { status: 'approved' });
      await brandOf('brd_scored', 30);
      const usual = await approve('reg_usual');
      const little = await approve('reg_little', {
        ...goodRegistration,
        useCase: 'LOW_VOLUME',
        subUseCases: ['CUSTOMER_CARE', 'ACCOUNT_NEWS'],
      });
      for (const [score, perSecond, perDay] of [
        [30, 12, 10_000],
        [60, 120, 40_000],
        [90, 225, 200_000],
        [10, 12, 2_000],
      ] as const) {
        await decide('brand', { status: 'approved', score });
        await lookAtRegistered(opened.house, { kind: 'brand', companyId, id: 'brd_scored' }, cause());
        assert.deepEqual(await limits(usual), [second(perSecond), day(perDay)], String(score));
        const own = perDay > 2_000 ? [day(2_000)] : [];
        const pace = network === 'twilio' ? second(75) : ['number_second', 15, 4_000];
        assert.deepEqual(await limits(little), [pace, day(perDay), ...own], String(score));
      }
    });
    it('lets a toll-free number text to the United States when it is verified, and no longer', async () => {
      const [{ number } = { number: '' }] = await opened[network].searchNumbers({ country: 'US', areaCode: '888', limit: 1 });
      const about = { number, companyId, by };
      await buyNumber(opened.house, { ...about, account: account() }, cause());
      assert.equal(await mayReach(number), false, 'nobody has looked at it');
      assert.equal(await mayReach(number, '+14165550123'), true, 'nobody asks elsewhere');
      const verification = async (standing: VerificationStanding) => {
        await changeNumber(
          opened.house,
          { type: 'ReportVerification', data: { numberId: numberIdOf(number), companyId, standing } },
          cause(),
        );
        return mayReach(number);
      };
      assert.equal(await verification({ status: 'pending' }), false);
      assert.equal(await verification({ status: 'rejected', reasons: [{ code: 'opt_in' }] }), false);
      assert.equal(await verification({ status: 'verified' }), true);
      // the provider knows of none
      await sweepAfter(day);
      assert.equal(await mayReach(number), false);
      assert.equal(await verification({ status: 'verified' }), true);
      await suspendNumber(opened.house, about, cause());
      assert.equal(await mayReach(number), false);
      await resumeNumber(opened.house, about, cause());
      await releaseNumber(opened.house, about, cause());
      assert.equal(await mayReach(number), false);
    });
  });
