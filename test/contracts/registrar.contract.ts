import assert from 'node:assert/strict';
import type { Reason } from '#domain/registration/reasons.ts';
import type { Submission } from '#domain/registration/standing.ts';
import type { OwnNumber, Registrar, ReadNotice } from '#ports/registrar.ts';
import type { ReportRequest } from '#ports/provider.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';

/** A registrar against its simulated provider. */
export type OpenedRegistrar = Readonly<{
  registrar: Registrar;
  /** the same with a wrong secret, and one where nobody listens */
  stranger: Registrar;
  nowhere: Registrar;
  /** a fault of the network for the next request that makes something */
  trouble: (kind: 'cut' | 'cut after accept' | 'error' | 'too many requests') => Promise<unknown>;
  /** what the registry decides from now on about all of a kind */
  decide: (
    kind: 'brand' | 'registration' | 'assignment' | 'verification',
    fate: Readonly<{ status: string; said?: string; score?: number; expiresAt?: string }>,
  ) => Promise<unknown>;
  /** asks the provider to have a toll-free number looked at, as people do in its console */
  verify: (number: OwnNumber) => Promise<unknown>;
  /** how many of a kind the provider has */
  count: (kind: 'brand' | 'registration' | 'number') => Promise<number>;
  /** the provider's webhook about something, signed by it */
  notice: (about: Readonly<{ reference: string }>) => ReportRequest;
  close: () => Promise<void>;
}>;

const brandId = 'brd_contract';
const registrationId = 'reg_contract';
const noticeUrl = 'http://127.0.0.1:9/registrations/status/provider';

const referenceOf = (submission: Submission): string => {
  assert.equal(submission.kind, 'submitted', JSON.stringify(submission));
  return submission.kind === 'submitted' ? submission.reference : '';
};

const codesOf = ({ reasons }: Readonly<{ reasons: readonly Reason[] }>): readonly string[] => reasons.map(({ code }) => code);

export const registrarContract = (name: string, open: () => Promise<OpenedRegistrar>): void => {
  describe(`a registrar: ${name}`, () => {
    let opened: OpenedRegistrar;
    before(async () => (opened = await open()));
    after(() => opened.close());

    const submitBrand = (id = brandId) => opened.registrar.submitBrand({ brandId: id, facts: goodBrand, noticeUrl });
    const brandNamed = async (id: string): Promise<string> => {
      await opened.decide('brand', { status: 'approved', score: 80 });
      return referenceOf(await opened.registrar.submitBrand({ brandId: id, facts: { ...goodBrand, displayName: id }, noticeUrl }));
    };
    const submitted = async (id: string) => {
      const brandReference = await brandNamed(`brd_of${id.slice(4)}`);
      const asked = { registrationId: id, facts: goodRegistration, brandReference, noticeUrl };
      return { asked, reference: referenceOf(await opened.registrar.submitRegistration(asked)) };
    };

    it('submits a brand, and looks at it until it is approved with its score', async () => {
      await opened.decide('brand', { status: 'pending' });
      const reference = referenceOf(await submitBrand());
      assert.deepEqual(await opened.registrar.look.brand(reference), { status: 'pending' });
      await opened.decide('brand', { status: 'approved', score: 62 });
      const { carrierId, ...standing } = (await opened.registrar.look.brand(reference)) as { carrierId: string };
      assert.deepEqual(standing, { status: 'approved', score: 62 });
      assert.match(carrierId, /^B[A-Z0-9]+$/);
    });
    it('finds the brand that was made by a call whose answer was lost, and makes none twice', async () => {
      await opened.trouble('cut after accept');
      const first = await opened.registrar.submitBrand({ brandId: 'brd_lost', facts: goodBrand, noticeUrl });
      assert.equal(first.kind, 'unknown');
      const made = await opened.count('brand');
      const again = referenceOf(await opened.registrar.submitBrand({ brandId: 'brd_lost', facts: goodBrand, noticeUrl }));
      const third = referenceOf(await opened.registrar.submitBrand({ brandId: 'brd_lost', facts: goodBrand, noticeUrl }));
      assert.equal(third, again);
      assert.ok((await opened.count('brand')) <= Math.max(made, 2));
    });
    it('says why a brand was rejected, in our words and theirs', async () => {
      const reference = await brandNamed('brd_rejected');
      await opened.decide('brand', { status: 'rejected', said: 'The EIN does not match the company name' });
      const standing = await opened.registrar.look.brand(reference);
      assert.equal(standing?.status, 'rejected');
      if (standing?.status !== 'rejected') return;
      assert.deepEqual(codesOf(standing), ['tax_number']);
      assert.match(standing.said?.join() ?? '', /EIN/);
    });
    it('submits a changed brand again under the same reference', async () => {
      const reference = await brandNamed('brd_changed');
      const facts = { ...goodBrand, displayName: 'brd_changed', companyName: 'Riverside Dental Care Inc' };
      assert.equal(referenceOf(await opened.registrar.submitBrand({ brandId: 'brd_changed', facts, reference, noticeUrl })), reference);
      assert.equal((await opened.registrar.look.brand(reference))?.status, 'approved');
    });

    it('submits a registration, once, and looks at it until it is approved', async () => {
      await opened.decide('registration', { status: 'pending' });
      const { asked, reference } = await submitted(registrationId);
      assert.equal(referenceOf(await opened.registrar.submitRegistration(asked)), reference);
      assert.deepEqual(await opened.registrar.look.registration(reference), { status: 'pending' });
      await opened.decide('registration', { status: 'approved' });
      const standing = await opened.registrar.look.registration(reference);
      assert.equal(standing?.status, 'approved');
      assert.match(standing?.status === 'approved' ? (standing.carrierId ?? '') : '', /^C[A-Z0-9]+$/);
    });
    it('refuses a registration of a brand that is not approved', async () => {
      await opened.decide('brand', { status: 'pending' });
      const brandReference = referenceOf(
        await opened.registrar.submitBrand({ brandId: 'brd_early', facts: { ...goodBrand, displayName: 'Early' }, noticeUrl }),
      );
      const early = await opened.registrar.submitRegistration({
        registrationId: 'reg_early',
        facts: goodRegistration,
        brandReference,
        noticeUrl,
      });
      assert.equal(early.kind, 'refused', JSON.stringify(early));
    });
    for (const [said, code] of [
      ['The opt-in could not be verified: call to action is incomplete', 'opt_in'],
      ['Opt-out workflow is unclear', 'opt_out'],
      ['Sample messages do not match', 'samples'],
      ['Privacy policy is not available', 'privacy_policy'],
      ['Phishing was detected', 'spam'],
      ['Nobody knows', 'other'],
    ] as const)
      it(`says that a registration was rejected for ${code}`, async () => {
        const { reference } = await submitted(`reg_for${code.replaceAll('_', '')}`);
        await opened.decide('registration', { status: 'rejected', said });
        const standing = await opened.registrar.look.registration(reference);
        assert.equal(standing?.status, 'rejected');
        if (standing?.status === 'rejected') assert.deepEqual(codesOf(standing), [code]);
      });
    it('submits a changed registration again, and appeals where the provider takes appeals', async () => {
      const { asked, reference } = await submitted('reg_again');
      await opened.decide('registration', { status: 'rejected', said: 'Sample messages do not match' });
      const facts = {
        ...goodRegistration,
        samples: [...(goodRegistration.samples ?? []), 'Riverside Dental: a third sample. STOP to opt out.'],
      };
      assert.equal(referenceOf(await opened.registrar.submitRegistration({ ...asked, facts, reference })), reference);
      if (opened.registrar.appeal) assert.equal((await opened.registrar.appeal(reference, 'The form is on page 2.')).kind, 'submitted');
      await opened.decide('registration', { status: 'approved' });
      assert.equal((await opened.registrar.look.registration(reference))?.status, 'approved');
    });
    it('tells of a suspension', async () => {
      const { reference } = await submitted('reg_suspended');
      await opened.decide('registration', { status: 'suspended', said: 'Carrier suspended it' });
      assert.equal((await opened.registrar.look.registration(reference))?.status, 'suspended');
      await opened.decide('registration', { status: 'approved' });
    });

    it('searches, buys, assigns and releases a number', async () => {
      const { registrar } = opened;
      const { reference: registration } = await submitted('reg_number');
      const found = await registrar.searchNumbers({ country: 'US', areaCode: '208', limit: 3 });
      assert.equal(found.length, 3);
      for (const { number } of found) assert.match(number, /^\+1208555\d{4}$/);
      const number = found[0]!.number;
      const reference = referenceOf(await registrar.buyNumber(number));
      assert.equal(referenceOf(await registrar.buyNumber(number)), reference, 'bought once');
      assert.ok(!(await registrar.searchNumbers({ country: 'US', areaCode: '208', limit: 3 })).some((one) => one.number === number));
      const own = { number, reference };
      assert.equal((await registrar.look.number(own, registration)).status, 'unassigned');
      await opened.decide('assignment', { status: 'approved' });
      referenceOf(await registrar.assignNumber(own, registration));
      referenceOf(await registrar.assignNumber(own, registration));
      assert.equal((await registrar.look.number(own, registration)).status, 'assigned');
      referenceOf(await registrar.releaseNumber(own));
      referenceOf(await registrar.releaseNumber(own));
      assert.equal((await registrar.look.number(own, registration)).status, 'unassigned');
    });
    it('tells how far the verification of a toll-free number is', async () => {
      const { registrar } = opened;
      const [{ number } = { number: '' }] = await registrar.searchNumbers({ country: 'US', areaCode: '888', limit: 1 });
      assert.match(number, /^\+1888555\d{4}$/);
      const own = { number, reference: referenceOf(await registrar.buyNumber(number)) };
      assert.deepEqual(await registrar.look.verification(own), { status: 'none' });
      await opened.decide('verification', { status: 'pending' });
      await opened.verify(own);
      assert.deepEqual(await registrar.look.verification(own), { status: 'pending' });
      await opened.decide('verification', { status: 'rejected', said: 'Opt-in not provided' });
      const refused = await registrar.look.verification(own);
      assert.deepEqual(refused.status === 'rejected' && [codesOf(refused), refused.said], [['opt_in'], ['Opt-in not provided']]);
      await opened.decide('verification', { status: 'approved' });
      assert.deepEqual(await registrar.look.verification(own), { status: 'verified' });
    });
    it('buys once what was bought by a call whose answer was lost', async () => {
      const [{ number } = { number: '' }] = await opened.registrar.searchNumbers({ country: 'US', areaCode: '307', limit: 1 });
      await opened.trouble('cut after accept');
      assert.equal((await opened.registrar.buyNumber(number)).kind, 'unknown');
      const made = await opened.count('number');
      referenceOf(await opened.registrar.buyNumber(number));
      assert.equal(await opened.count('number'), made);
    });
    it('says that a number is gone that somebody else has', async () => {
      const answer = await opened.registrar.buyNumber('+12085559999');
      assert.equal(answer.kind, 'refused', JSON.stringify(answer));
    });

    it('knows nothing of what was never made', async () => {
      const strange =
        opened.registrar.name === 'twilio'
          ? ['BN', 'MG'].map((kind) => `${kind}${'0'.repeat(32)}`)
          : Array(2).fill('40000000-0000-4000-8000-000000000000');
      assert.equal(await opened.registrar.look.brand(String(strange[0])), undefined);
      assert.equal(await opened.registrar.look.registration(String(strange[1])), undefined);
    });
    it('is refused with a wrong secret, and throws nothing', async () => {
      const answer = await opened.stranger.submitBrand({ brandId: 'brd_stranger', facts: goodBrand, noticeUrl });
      assert.equal(answer.kind, 'refused');
      if (answer.kind === 'refused') assert.deepEqual(codesOf(answer), ['auth_failed']);
    });
    it('knows that nothing was asked where nobody listens', async () => {
      const answer = await opened.nowhere.buyNumber('+12085550100');
      assert.deepEqual(answer, { kind: 'refused', retryable: true, reasons: [{ code: 'unreachable' }] });
      await assert.rejects(opened.nowhere.look.brand('BN1'), { name: 'RegistrarSilent' });
    });
    it('is told to wait', async () => {
      await opened.trouble('too many requests');
      const answer = await opened.registrar.submitBrand({ brandId: 'brd_busy', facts: { ...goodBrand, displayName: 'Busy' }, noticeUrl });
      assert.equal(answer.kind, 'refused');
      if (answer.kind === 'refused') assert.deepEqual([codesOf(answer), answer.retryable], [['rate_limited'], true]);
    });

    it('reads what the provider signs, and nothing else', () => {
      const read = (change: Partial<ReportRequest> = {}): ReadNotice => {
        const request = opened.notice({ reference: opened.registrar.name === 'twilio' ? `BN${'1'.repeat(32)}` : 'brand-1' });
        return opened.registrar.readNotice({ ...request, ...change });
      };
      const good = read();
      assert.equal(good.kind, 'notice', JSON.stringify(good));
      if (good.kind === 'notice') assert.equal(good.references.length, 1);
      assert.equal(read({ headers: {} }).kind, 'foreign');
      assert.equal(read({ method: 'GET' }).kind, 'malformed');
      assert.equal(read({ body: 'x'.repeat(300_000) }).kind, 'malformed');
      assert.equal(read({ body: '{"data":{}}' }).kind, 'foreign');
    });
  });
};
