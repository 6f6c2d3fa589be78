import assert from 'node:assert/strict';
import type { BrandEvent } from '#domain/registration/brand-events.ts';
import { brand } from '#domain/registration/brand.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { specFor } from '../../support/given.ts';
import { goodBrand } from '../../support/registration-facts.ts';

const { given } = specFor(brand);
const about = { brandId: 'brd_main', companyId: 'co_a' };
const via = { provider: 'twilio', accountId: 'AC1' };
const by = 'ana';
const now = '2026-11-02T16:00:00.000Z';
const later = '2026-11-02T16:05:00.000Z';

const drafted: BrandEvent = { type: 'BrandDrafted', data: { ...about, by }, private: { facts: goodBrand } };
const facts = { ...goodBrand, displayName: 'Riverside' };
const revised: BrandEvent = { type: 'BrandRevised', data: { ...about, by }, private: { facts } };
const submitting = (attempt = 1, startedAt = now): BrandEvent => ({
  type: 'BrandSubmitting',
  data: { ...about, ...via, by, attempt, startedAt },
});
const submitted: BrandEvent = { type: 'BrandSubmitted', data: { ...about, ...via, reference: 'BN1' } };
const approved = (score?: number): BrandEvent => ({
  type: 'BrandApproved',
  data: { ...about, carrierId: 'B1', ...(score === undefined ? {} : { score }), tier: score === undefined ? 'lowest' : 'high' },
});
const reasons = [{ code: 'identity_unverified' as const, providerCode: '30795' }];
const rejected: BrandEvent = { type: 'BrandRejected', data: { ...about, reasons }, private: { said: ['EIN mismatch'] } };
const suspended: BrandEvent = {
  type: 'BrandSuspended',
  data: { ...about, reasons: [{ code: 'suspended_by_carrier' }] },
  private: { said: [] },
};
const declined: BrandEvent = {
  type: 'BrandDeclined',
  data: { ...about, reasons: [{ code: 'payment' }] },
  private: { said: ['no money'] },
};
const pending = [drafted, submitting(), submitted];

const put = { type: 'PutBrand', data: { ...about, by, facts } } as const;
const submit = { type: 'SubmitBrand', data: { ...about, ...via, by, now: later } } as const;
const record = { type: 'RecordBrandSubmission', data: { ...about, submission: { kind: 'submitted', reference: 'BN1' } } } as const;
const report = (standing: Extract<Parameters<typeof brand.decide>[0], { type: 'ReportBrand' }>['data']['standing']) =>
  ({ type: 'ReportBrand', data: { ...about, standing } }) as const;

describe('a brand', () => {
  it('is written down, the same again is nothing', () => {
    given()
      .when({ type: 'PutBrand', data: { ...about, by, facts: goodBrand } })
      .then(drafted);
    given(drafted)
      .when({ type: 'PutBrand', data: { ...about, by, facts: goodBrand } })
      .thenNothing();
    given(drafted).when(put).then(revised);
  });
  it('may lack anything while it is a draft', () =>
    given()
      .when({ type: 'PutBrand', data: { ...about, by, facts: {} } })
      .then({ type: 'BrandDrafted', data: { ...about, by }, private: { facts: {} } }));
  it('belongs to one company', () =>
    given(drafted)
      .when({ type: 'PutBrand', data: { ...about, companyId: 'co_b', by, facts } })
      .thenRefused('brand_taken'));
  it('is not changed while somebody looks at it', () => {
    given(...pending)
      .when(put)
      .thenRefused('brand_pending');
    given(drafted, submitting()).when(put).thenRefused('brand_pending');
  });

  it('is submitted by an intent first', () => given(drafted).when(submit).then(submitting(1, later)));
  it('that nobody has written down is not submitted', () => given().when(submit).thenRefused('brand_unknown'));
  it('that lacks something is not submitted, and says all of it', () => {
    const lacking: BrandEvent = { type: 'BrandDrafted', data: { ...about, by }, private: { facts: { ...goodBrand, ein: '', email: 'x' } } };
    given(lacking).when(submit).thenRefused('brand_incomplete');
    assert.throws(
      () => brand.decide(submit, brand.evolve(brand.initial, lacking)),
      (error: unknown) => error instanceof Refusal && /ein: .*; .*email: /.test(error.message),
    );
  });
  it('of which everything was forgotten is not submitted', () =>
    given({ type: 'BrandDrafted', data: { ...about, by } })
      .when(submit)
      .thenRefused('brand_forgotten'));
  it('is submitted once, by one at a time; whoever died is followed', () => {
    given(drafted, submitting(1, later)).when(submit).thenRefused('submission_under_way');
    given(drafted, submitting()).when(submit).then(submitting(2, later));
    given(...pending)
      .when(submit)
      .thenNothing();
    given(...pending, approved(80))
      .when(submit)
      .thenNothing();
  });
  it('is never submitted through two providers', () => {
    const elsewhere = { type: 'SubmitBrand', data: { ...submit.data, provider: 'telnyx' } } as const;
    given(...pending, rejected, revised)
      .when(elsewhere)
      .thenRefused('brand_elsewhere');
    given(drafted, submitting(), declined)
      .when(elsewhere)
      .then({ ...submitting(2, later), data: { ...about, ...via, provider: 'telnyx', by, attempt: 2, startedAt: later } } as BrandEvent);
  });

  it('is pending when the provider has it', () => {
    given(drafted, submitting()).when(record).then(submitted);
    given(...pending)
      .when(record)
      .thenNothing();
    given(drafted, submitting())
      .when({ type: 'RecordBrandSubmission', data: { ...about, submission: { kind: 'unknown', code: 'timeout' } } })
      .thenNothing();
  });
  it('that the provider did not take is a draft again, with the reasons', () =>
    given(drafted, submitting())
      .when({
        type: 'RecordBrandSubmission',
        data: { ...about, submission: { kind: 'refused', reasons: [{ code: 'payment' }], said: ['no money'], retryable: false } },
      })
      .then(declined));

  it('is approved with its score, which gives its tier', () => {
    given(...pending)
      .when(report({ status: 'approved', carrierId: 'B1', score: 80 }))
      .then(approved(80));
    given(...pending, approved(80))
      .when(report({ status: 'approved', carrierId: 'B1', score: 80 }))
      .thenNothing();
    given(...pending, approved())
      .when(report({ status: 'approved', carrierId: 'B1', score: 80 }))
      .then(approved(80));
    given(...pending)
      .when(report({ status: 'pending' }))
      .thenNothing();
  });
  it('is rejected with reasons, and the same answer again is nothing', () => {
    given(...pending)
      .when(report({ status: 'rejected', reasons, said: ['EIN mismatch'] }))
      .then(rejected);
    given(...pending, rejected)
      .when(report({ status: 'rejected', reasons }))
      .thenNothing();
  });
  it('is submitted again once it was changed', () => {
    given(...pending, rejected)
      .when(submit)
      .thenRefused('brand_unchanged');
    given(...pending, rejected, revised)
      .when(submit)
      .then(submitting(2, later));
    given(...pending, rejected, revised, submitting(2, later), submitted)
      .when(report({ status: 'approved', carrierId: 'B1', score: 80 }))
      .then(approved(80));
  });
  it('that was changed after it was approved may be submitted again', () =>
    given(...pending, approved(80), revised)
      .when(submit)
      .then(submitting(2, later)));
  it('is suspended and let go on', () => {
    given(...pending, approved(80))
      .when(report({ status: 'suspended', reasons: [{ code: 'suspended_by_carrier' }] }))
      .then(suspended);
    given(...pending, approved(80), suspended)
      .when(submit)
      .thenRefused('brand_suspended');
    given(...pending, approved(80), suspended)
      .when(report({ status: 'approved', carrierId: 'B1', score: 80 }))
      .then(approved(80));
  });
  it('that was never submitted is decided by nobody', () => {
    given(drafted)
      .when(report({ status: 'approved' }))
      .thenNothing();
    given(drafted, submitting())
      .when(report({ status: 'approved' }))
      .thenNothing();
  });
});
