import assert from 'node:assert/strict';
import { assignNumber } from '#app/assign-number.ts';
import { appealRegistration } from '#app/appeal-registration.ts';
import { buyNumber } from '#app/buy-number.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { listSenders } from '#app/list-senders.ts';
import { brandPath, numberPath } from '#app/limits-of-sender.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { readBrand, readNumber, readRegistration } from '#app/read-brand.ts';
import {
  registrarLookPath,
  registrationPath,
  type BrandDocument,
  type NumberDocument,
  type RegistrationDocument,
} from '#app/registrar-look.ts';
import { registeredSenders } from '#app/registered-senders.ts';
import { isNotice, receiveNotice } from '#app/receive-notice.ts';
import { releaseNumber } from '#app/release-number.ts';
import { setSender } from '#app/set-sender.ts';
import { submitBrand } from '#app/submit-brand.ts';
import { submitRegistration } from '#app/submit-registration.ts';
import { resumeNumber, suspendNumber } from '#app/suspend-number.ts';
import { sweepRegistrar } from '#app/sweep-registrar.ts';
import { brandStream } from '#domain/kernel/streams.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';

const companyId = 'co_a';
const by = 'ana';
const hour = 3_600_000;
const day = 24 * hour;

for (const network of ['telnyx', 'twilio'] as const)
  describe(`registration through ${network}`, () => {
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
    const documentOf = async <T>(path: string) => (await opened.house.documents.get<T>(path))?.data;

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

    it('takes a brand from its draft to its tier, looking every hour', async () => {
      await decide('brand', { status: 'pending' });
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_a', companyId, by, facts: goodBrand } }, cause());
      const submitted = await submitBrand(opened.house, { brandId: 'brd_a', companyId, by, account: account() }, cause());
      assert.equal(submitted.status, 'pending');
      await sweepAfter(hour / 2);
      assert.equal((await readBrand(opened.house, 'brd_a')).status, 'pending');
      await decide('brand', { status: 'approved', score: 60 });
      await sweepAfter(hour);
      const document = await documentOf<BrandDocument>(brandPath('brd_a'));
      assert.deepEqual([document?.tier, document?.standing?.status, document?.standing?.score], ['medium', 'approved', 60]);
      assert.ok(!JSON.stringify(document).includes('Riverside'), 'nothing of what a brand says stands in its document');
    });
    it('raises the tier with a better score, keeps what people said of its day, and sees a suspension a day later', async () => {
      await setSender(opened.house, { kind: 'brand', companyId, brandId: 'brd_a', perDay: 77 }, cause());
      await decide('brand', { status: 'approved', score: 90 });
      await sweepAfter(day);
      const better = await documentOf<BrandDocument>(brandPath('brd_a'));
      assert.deepEqual([better?.tier, better?.perDay], ['high', 77]);
      if (network === 'telnyx') return;
      await decide('brand', { status: 'suspended', said: 'complaints' });
      await sweepAfter(day);
      assert.equal((await readBrand(opened.house, 'brd_a')).status, 'suspended');
      await decide('brand', { status: 'approved', score: 90 });
      await sweepAfter(day);
    });
    it('says why a brand was rejected, and submits it again once it was changed', async () => {
      await decide('brand', { status: 'rejected', said: 'The EIN does not match' });
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_b', companyId, by, facts: goodBrand } }, cause());
      await submitBrand(opened.house, { brandId: 'brd_b', companyId, by, account: account() }, cause());
      await sweepAfter(hour);
      const rejected = await readBrand(opened.house, 'brd_b');
      assert.deepEqual(rejected.status === 'rejected' && rejected.reasons.map(({ code }) => code), ['tax_number']);
      await assert.rejects(submitBrand(opened.house, { brandId: 'brd_b', companyId, by, account: account() }, cause()), {
        code: 'brand_unchanged',
      });
      const facts = { ...goodBrand, ein: '84-2913577' };
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_b', companyId, by, facts } }, cause());
      await decide('brand', { status: 'approved', score: 80 });
      const made = (await opened.things(network, 'brand')).length;
      await submitBrand(opened.house, { brandId: 'brd_b', companyId, by, account: account() }, cause());
      await sweepAfter(hour);
      assert.equal((await readBrand(opened.house, 'brd_b')).status, 'approved');
      assert.equal((await opened.things(network, 'brand')).length, made, 'the same brand, changed');
    });
    it('goes on where a submission broke off, and makes nothing twice', async () => {
      const before = (await opened.things(network, 'brand')).length;
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_c', companyId, by, facts: goodBrand } }, cause());
      await opened.trouble(network, 'cut_after_accept');
      const broken = await submitBrand(opened.house, { brandId: 'brd_c', companyId, by, account: account() }, cause());
      assert.equal(broken.status, 'submitting');
      await sweepAfter(11 * 60_000);
      assert.equal((await readBrand(opened.house, 'brd_c')).status, 'pending');
      await sweepAfter(hour);
      assert.equal((await readBrand(opened.house, 'brd_c')).status, 'approved');
      assert.equal((await opened.things(network, 'brand')).length, before + 1);
    });

    it('submits nothing for a brand that is not approved, nor what lacks something', async () => {
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_draft', companyId, by, facts: goodBrand } }, cause());
      await put('reg_early', 'brd_draft');
      await assert.rejects(submit('reg_early'), { code: 'brand_not_approved' });
      await put('reg_lacking', 'brd_a', { ...goodRegistration, samples: ['too short'] });
      await assert.rejects(submit('reg_lacking'), (error: Error) => error.message.includes('samples') && /20 at least/.test(error.message));
    });
    it('takes a registration through rejection, change, appeal where there is one, approval and expiry', async () => {
      await put('reg_a', 'brd_a');
      await decide('registration', { status: 'rejected', said: 'Opt-in could not be verified' });
      assert.equal((await submit('reg_a')).status, 'pending');
      await sweepAfter(hour);
      const rejected = await readRegistration(opened.house, 'reg_a');
      assert.deepEqual(rejected.status === 'rejected' && rejected.reasons.map(({ code }) => code), ['opt_in']);
      const appeal = appealRegistration(
        opened.house,
        { registrationId: 'reg_a', companyId, by, argument: 'The form is on page 2.' },
        cause(),
      );
      if (network === 'telnyx') assert.equal((await appeal).status, 'appealed');
      else {
        await assert.rejects(appeal, (error: Error & { code: string }) => {
          assert.equal(error.code, 'appeal_by_letter');
          assert.match(error.message, /MG\w{32}.*--by-letter/s);
          return true;
        });
        const letter = { registrationId: 'reg_a', companyId, by, argument: 'The form is on page 2.', byLetter: true };
        assert.equal((await appealRegistration(opened.house, letter, cause())).status, 'appealed');
        // nobody has read it, or its answer is the same
        await sweepAfter(hour);
        assert.equal((await readRegistration(opened.house, 'reg_a')).status, 'appealed');
        await put('reg_a', 'brd_a', {
          ...goodRegistration,
          messageFlow: `${goodRegistration.messageFlow} The form: https://riverside.example/form`,
        });
        assert.equal((await submit('reg_a')).status, 'pending');
      }
      await decide('registration', { status: 'approved' });
      await sweepAfter(hour);
      assert.equal((await documentOf<RegistrationDocument>(registrationPath('reg_a')))?.standing.status, 'approved');
      await decide('registration', { status: 'expired' });
      await sweepAfter(day);
      assert.equal((await readRegistration(opened.house, 'reg_a')).status, 'expired');
      await decide('registration', { status: 'approved' });
      await sweepAfter(day);
      assert.equal((await readRegistration(opened.house, 'reg_a')).status, 'approved');
    });

    it('lets a number send to the United States from its assignment on, and while nothing is suspended', async () => {
      const [{ number } = { number: '' }] = await (network === 'telnyx' ? opened.telnyx : opened.twilio).searchNumbers({
        country: 'US',
        areaCode: '208',
        limit: 1,
      });
      assert.equal(await mayReach(number), false, 'nobody has said anything about it');
      assert.equal(await mayReach(number, '+447700900123'), true, 'carriers elsewhere do not ask');
      assert.equal((await buyNumber(opened.house, { number, companyId, by, account: account() }, cause())).status, 'owned');
      assert.equal(await mayReach(number), false, 'bought and not registered');
      await setSender(opened.house, { kind: 'number', companyId, number, perSecond: 2 }, cause());
      assert.equal(await mayReach(number), false, 'what people say of its pace registers nothing');
      await decide('number', { status: network === 'telnyx' ? 'pending' : 'approved' });
      const assigned = await assignNumber(opened.house, { number, registrationId: 'reg_a', companyId, by }, cause());
      if (network === 'telnyx') {
        assert.equal(assigned.status, 'assigning');
        assert.equal(await mayReach(number), false, 'carriers are not through yet');
        await decide('number', { status: 'approved' });
        await sweepAfter(hour);
      }
      assert.equal(await mayReach(number), true);
      const { numbers } = await listSenders(opened.house, companyId);
      const listed = numbers.find((one) => one.number === number);
      assert.deepEqual(
        [listed?.brandId, listed?.limits.map(({ most }) => most)],
        ['brd_a', [2, 77]],
        'the brand comes with the registration',
      );

      await suspendNumber(opened.house, { number, companyId, by, reason: 'complaints' }, cause());
      assert.equal(await mayReach(number), false, 'suspended by us');
      await resumeNumber(opened.house, { number, companyId, by }, cause());
      assert.equal(await mayReach(number), true);
      await decide('registration', { status: 'suspended', said: 'complaints' });
      await sweepAfter(day);
      assert.equal(await mayReach(number), false, 'its registration is suspended by a carrier');
      await decide('registration', { status: 'approved' });
      await sweepAfter(day);
      assert.equal(await mayReach(number), true);

      assert.equal((await releaseNumber(opened.house, { number, companyId, by }, cause())).status, 'released');
      assert.equal(await mayReach(number), false, 'given back');
      assert.equal((await readNumber(opened.house, numberIdOf(number))).status, 'released');
      assert.equal((await documentOf<NumberDocument>(numberPath(number)))?.standing?.status, 'released');
      assert.equal(await documentOf(registrarLookPath(numberIdOf(number))), undefined, 'nobody asks about it any more');
    });

    it('is told by webhooks, twice and late, and believes only what the provider says when it is asked', async () => {
      await decide('brand', { status: 'pending' });
      await changeBrand(opened.house, { type: 'PutBrand', data: { brandId: 'brd_told', companyId, by, facts: goodBrand } }, cause());
      const state = await submitBrand(opened.house, { brandId: 'brd_told', companyId, by, account: account() }, cause());
      const reference = state.status === 'unknown' ? '' : (state.reference ?? '');
      const tell = async (about: string) => {
        const request = opened.notice(network, about);
        assert.ok(isNotice(request.url), request.url);
        return receiveNotice(opened.house, network, request, cause());
      };
      // says that something happened, while nothing has
      assert.equal(await tell(reference), undefined);
      await sweepRegistrar(opened.house, cause());
      assert.equal((await readBrand(opened.house, 'brd_told')).status, 'pending');
      await decide('brand', { status: 'approved', score: 50 });
      const { at } = await opened.house.store.read(brandStream('brd_told'));
      for (let times = 0; times < 3; times++) {
        await tell(reference);
        await sweepRegistrar(opened.house, cause());
      }
      const { events } = await opened.house.store.read(brandStream('brd_told'));
      assert.equal((await readBrand(opened.house, 'brd_told')).status, 'approved');
      assert.equal(events.filter(({ position }) => position > at).length, 1, 'once, however often it is told');
      assert.ok(opened.test.hints.some(({ topic }) => topic === 'registrar-looks'));
      const before = opened.test.hints.length;
      assert.equal(await tell(network === 'telnyx' ? 'of-somebody-else' : `BN${'9'.repeat(32)}`), undefined, 'is none of ours');
      assert.equal(opened.test.hints.length, before);
      const forged = { ...opened.notice(network, reference), headers: {} };
      assert.equal((await receiveNotice(opened.house, network, forged, cause()))?.kind, 'foreign');
      assert.equal((await receiveNotice(opened.house, 'nobody', forged, cause()))?.kind, 'unknown');
    });

    it('looks again later where the provider does not answer', async () => {
      await opened.trouble(network, '500');
      await brandOf('brd_d').catch(() => undefined);
      await sweepAfter(11 * 60_000);
      await sweepAfter(hour);
      assert.equal((await readBrand(opened.house, 'brd_d')).status, 'approved');
    });
  });
