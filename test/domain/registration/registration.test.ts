import type { RegistrationEvent } from '#domain/registration/events.ts';
import { registration, type ReportRegistration } from '#domain/registration/registration.ts';
import type { Reason } from '#domain/registration/reasons.ts';
import { specFor } from '../../support/given.ts';
import { goodBrand, goodRegistration } from '../../support/registration-facts.ts';

const { given } = specFor(registration);
const about = { registrationId: 'reg_main', companyId: 'co_a' };
const via = { provider: 'telnyx', accountId: 'profile' };
const by = 'ana';
const now = '2026-11-02T16:00:00.000Z';
const later = '2026-11-02T16:05:00.000Z';
const year = '2027-11-02T00:00:00.000Z';
const nextYear = '2028-11-02T00:00:00.000Z';

const draftedWith = (facts = goodRegistration): RegistrationEvent => ({
  type: 'RegistrationDrafted',
  data: { ...about, brandId: 'brd_main', by },
  private: { facts },
});
const drafted = draftedWith();
const facts = { ...goodRegistration, useCase: 'LOW_VOLUME', subUseCases: ['CUSTOMER_CARE', 'ACCOUNT_NEWS'] };
const revised: RegistrationEvent = { type: 'RegistrationRevised', data: { ...about, brandId: 'brd_main', by }, private: { facts } };
const submitting = (attempt = 1, startedAt = now): RegistrationEvent => ({
  type: 'RegistrationSubmitting',
  data: { ...about, ...via, by, attempt, startedAt },
});
const submitted = (useCase = 'CUSTOMER_CARE'): RegistrationEvent => ({
  type: 'RegistrationSubmitted',
  data: { ...about, ...via, reference: 'camp-1', useCase },
});
const approvedUntil = (expiresAt?: string): RegistrationEvent => ({
  type: 'RegistrationApproved',
  data: { ...about, carrierId: 'C1', ...(expiresAt === undefined ? {} : { expiresAt }) },
});
const refusedFor = (...reasons: Reason[]): RegistrationEvent => ({
  type: 'RegistrationRejected',
  data: { ...about, reasons: reasons },
  private: { said: ['no'] },
});
const optIn: Reason = { code: 'opt_in', providerCode: '30896' };
const appealed: RegistrationEvent = {
  type: 'RegistrationAppealed',
  data: { ...about, by },
  private: { argument: 'the form is on page 2' },
};
const suspended: RegistrationEvent = {
  type: 'RegistrationSuspended',
  data: { ...about, reasons: [{ code: 'suspended_by_carrier' }] },
  private: { said: [] },
};
const expired: RegistrationEvent = { type: 'RegistrationExpired', data: about };
const pending = [drafted, submitting(), submitted()];

const put = { type: 'PutRegistration', data: { ...about, brandId: 'brd_main', by, facts } } as const;
const submit = { type: 'SubmitRegistration', data: { ...about, ...via, by, now: later, brand: goodBrand } } as const;
const appeal = { type: 'AppealRegistration', data: { ...about, by, argument: 'the form is on page 2' } } as const;
const report = (standing: ReportRegistration['data']['standing']) =>
  ({ type: 'ReportRegistration', data: { ...about, standing } }) as const;

describe('a registration', () => {
  it('is written down and changed', () => {
    given()
      .when({ ...put, data: { ...put.data, facts: goodRegistration } })
      .then(drafted);
    given(drafted).when(put).then(revised);
    given(drafted, revised).when(put).thenNothing();
    given(...pending)
      .when(put)
      .thenRefused('registration_pending');
    given(drafted)
      .when({ ...put, data: { ...put.data, companyId: 'co_b' } })
      .thenRefused('registration_taken');
  });
  it('stays with its brand once it was submitted', () =>
    given(...pending, approvedUntil())
      .when({ ...put, data: { ...put.data, brandId: 'brd_other' } })
      .thenRefused('brand_fixed'));

  it('is submitted by an intent first, when nothing is missing', () => {
    given(drafted).when(submit).then(submitting(1, later));
    given().when(submit).thenRefused('registration_unknown');
    given(draftedWith({ ...goodRegistration, samples: [] }))
      .when(submit)
      .thenRefused('registration_incomplete');
  });
  it('is checked against its brand', () =>
    given(drafted)
      .when({ ...submit, data: { ...submit.data, brand: { ...goodBrand, displayName: 'Hill Clinic' } } })
      .thenRefused('registration_incomplete'));
  it('is submitted once, by one at a time', () => {
    given(drafted, submitting(1, later)).when(submit).thenRefused('submission_under_way');
    given(drafted, submitting()).when(submit).then(submitting(2, later));
    given(...pending)
      .when(submit)
      .thenNothing();
    given(...pending, refusedFor(optIn), appealed)
      .when(submit)
      .thenNothing();
  });

  it('is not submitted again after what carriers never take, but may be appealed for', () => {
    const past = [...pending, refusedFor({ code: 'spam', providerCode: '30884' }), revised] as const;
    given(...past)
      .when(submit)
      .thenRefused('registration_final');
    given(...past)
      .when(appeal)
      .then(appealed);
  });
  it('is handed in changed when an appeal has come to nothing', () =>
    given(...pending, refusedFor(optIn), appealed, revised)
      .when(submit)
      .then(submitting(2, later)));
  it('is submitted again as it is after a failure of the registry itself', () =>
    given(...pending, refusedFor({ code: 'temporary', providerCode: '30791' }))
      .when(submit)
      .then(submitting(2, later)));
  it('remembers what a mixture was submitted with', () =>
    given(draftedWith(facts), submitting())
      .when({ type: 'RecordRegistrationSubmission', data: { ...about, submission: { kind: 'submitted', reference: 'camp-1' } } })
      .then({
        ...submitted('LOW_VOLUME'),
        data: { ...about, ...via, reference: 'camp-1', useCase: 'LOW_VOLUME', subUseCases: ['CUSTOMER_CARE', 'ACCOUNT_NEWS'] },
      } as RegistrationEvent));

  it('is pending when the provider has it, a draft when it took nothing', () => {
    given(drafted, submitting())
      .when({ type: 'RecordRegistrationSubmission', data: { ...about, submission: { kind: 'submitted', reference: 'camp-1' } } })
      .then(submitted());
    given(drafted, submitting())
      .when({
        type: 'RecordRegistrationSubmission',
        data: { ...about, submission: { kind: 'refused', reasons: [{ code: 'not_eligible' }], retryable: false } },
      })
      .then({ type: 'RegistrationDeclined', data: { ...about, reasons: [{ code: 'not_eligible' }] }, private: { said: [] } });
  });

  it('is approved, and the same again is nothing', () => {
    given(...pending)
      .when(report({ status: 'approved', carrierId: 'C1', expiresAt: year }))
      .then(approvedUntil(year));
    given(...pending, approvedUntil(year))
      .when(report({ status: 'approved', carrierId: 'C1', expiresAt: year }))
      .thenNothing();
    given(...pending)
      .when(report({ status: 'pending' }))
      .thenNothing();
  });
  it('has a tier by its purpose, and the pace that the provider says', () => {
    given(drafted, revised, submitting(), submitted('LOW_VOLUME'))
      .when(report({ status: 'approved', perSecond: 3.75 }))
      .then({ type: 'RegistrationApproved', data: { ...about, perSecond: 3.75, tier: 'low_volume' } });
  });

  for (const code of [
    'opt_in',
    'opt_out',
    'help',
    'samples',
    'description',
    'use_case',
    'privacy_policy',
    'link',
    'forbidden_content',
    'spam',
  ] as const)
    it(`is rejected for ${code}, changed, submitted again and approved`, () => {
      const rejected = refusedFor({ code });
      given(...pending)
        .when(report({ status: 'rejected', reasons: [{ code }], said: ['no'] }))
        .then(rejected);
      given(...pending, rejected)
        .when(report({ status: 'rejected', reasons: [{ code }] }))
        .thenNothing();
      given(...pending, rejected)
        .when(submit)
        .thenRefused('registration_unchanged');
      given(...pending, rejected, revised)
        .when(submit)
        .then(submitting(2, later));
      given(...pending, rejected, revised, submitting(2, later), submitted('LOW_VOLUME'))
        .when(report({ status: 'approved', carrierId: 'C1' }))
        .then({ type: 'RegistrationApproved', data: { ...about, carrierId: 'C1', tier: 'low_volume' } });
    });
  it('can be rejected anew for other reasons', () =>
    given(...pending, refusedFor(optIn))
      .when(report({ status: 'rejected', reasons: [{ code: 'samples' }], said: ['no'] }))
      .then(refusedFor({ code: 'samples' })));

  it('that was refused can be appealed for, once at a time', () => {
    given(...pending, refusedFor(optIn))
      .when(appeal)
      .then(appealed);
    given(...pending, refusedFor(optIn), appealed)
      .when(appeal)
      .thenNothing();
    given(...pending)
      .when(appeal)
      .thenRefused('nothing_refused');
  });
  it('waits for the answer to an appeal, whatever the old one says meanwhile', () => {
    given(...pending, refusedFor(optIn), appealed)
      .when(report({ status: 'rejected', reasons: [optIn] }))
      .thenNothing();
    given(...pending, refusedFor(optIn), appealed)
      .when(report({ status: 'approved', carrierId: 'C1' }))
      .then(approvedUntil());
    given(...pending, refusedFor(optIn), appealed)
      .when(report({ status: 'rejected', reasons: [{ code: 'opt_out' }], said: ['no'] }))
      .then(refusedFor({ code: 'opt_out' }));
  });

  it('is suspended, and let go on', () => {
    given(...pending, approvedUntil(year))
      .when(report({ status: 'suspended', reasons: [{ code: 'suspended_by_carrier' }] }))
      .then(suspended);
    given(...pending, approvedUntil(year), suspended)
      .when(submit)
      .thenRefused('registration_suspended');
    given(...pending, approvedUntil(year), suspended)
      .when(report({ status: 'approved', carrierId: 'C1', expiresAt: year }))
      .then(approvedUntil(year));
  });
  it('expires, and is renewed', () => {
    const renewed: RegistrationEvent = { type: 'RegistrationRenewed', data: { ...about, carrierId: 'C1', expiresAt: nextYear } };
    given(...pending, approvedUntil(year))
      .when(report({ status: 'expired' }))
      .then(expired);
    given(...pending, approvedUntil(year), expired)
      .when(report({ status: 'expired' }))
      .thenNothing();
    given(...pending, approvedUntil(year), expired)
      .when(report({ status: 'approved', carrierId: 'C1', expiresAt: nextYear }))
      .then(renewed);
    given(...pending, approvedUntil(year))
      .when(report({ status: 'approved', carrierId: 'C1', expiresAt: nextYear }))
      .then(renewed);
  });
});
