import assert from 'node:assert/strict';
import type { NumberEvent } from '#domain/registration/number-events.ts';
import { isUnitedStates, numberIdOf, numberKindOf, numberOf } from '#domain/registration/number-kind.ts';
import { companyNumber } from '#domain/registration/number.ts';
import type { VerificationStanding } from '#domain/registration/standing.ts';
import { tierOfBrand, tierOfUseCase } from '#domain/registration/tier-of.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(companyNumber);
const about = { numberId: 'num_12085550199', companyId: 'co_a' };
const via = { provider: 'twilio', accountId: 'AC1' };
const by = 'ana';
const kind = 'long_code' as const;
const now = '2026-11-02T16:00:00.000Z';
const later = '2026-11-02T16:05:00.000Z';
const registrationId = 'reg_main';

const buying = (startedAt = now): NumberEvent => ({ type: 'NumberBuying', data: { ...about, ...via, kind, by, startedAt } });
const bought: NumberEvent = { type: 'NumberBought', data: { ...about, ...via, kind, reference: 'PN1' } };
const owned = [buying(), bought];
const assigning: NumberEvent = { type: 'NumberAssigning', data: { ...about, registrationId, by } };
const assigned: NumberEvent = { type: 'NumberAssigned', data: { ...about, registrationId } };
const suspended: NumberEvent = { type: 'NumberSuspended', data: { ...about, by, reason: 'complaints' } };
const releasing: NumberEvent = { type: 'NumberReleasing', data: { ...about, by } };
const released: NumberEvent = { type: 'NumberReleased', data: about };
const added = (registeredAs?: string): NumberEvent => ({
  type: 'NumberAdded',
  data: { ...about, ...via, kind, by, ...(registeredAs === undefined ? {} : { registeredAs }) },
});

const buy = { type: 'BuyNumber', data: { ...about, ...via, kind, by, now: later } } as const;
const purchase = { type: 'RecordPurchase', data: { ...about, submission: { kind: 'submitted', reference: 'PN1' } } } as const;
const assign = { type: 'AssignNumber', data: { ...about, registrationId, by } } as const;
const says = (status: 'pending' | 'assigned' | 'unassigned') =>
  ({ type: 'ReportNumber', data: { ...about, standing: { status } } }) as const;
const release = { type: 'ReleaseNumber', data: { ...about, by } } as const;

describe('a number', () => {
  it('is bought by an intent first, once', () => {
    given().when(buy).then(buying(later));
    given(buying(later)).when(buy).thenRefused('submission_under_way');
    given(buying()).when(buy).then(buying(later));
    given(...owned)
      .when(buy)
      .thenNothing();
    given(...owned)
      .when({ ...buy, data: { ...buy.data, companyId: 'co_b' } })
      .thenRefused('number_taken');
  });
  it('is not shown to another company that adds it', () => {
    const { numberId, companyId: _, ...rest } = buy.data;
    const { now: __, ...data } = { ...rest, numberId, companyId: 'co_b' };
    given(...owned)
      .when({ type: 'AddNumber', data })
      .thenRefused('number_taken');
  });
  it('is the company’s when the provider says so', () => {
    given(buying()).when(purchase).then(bought);
    given(...owned)
      .when(purchase)
      .thenNothing();
    given(buying())
      .when({ type: 'RecordPurchase', data: { ...about, submission: { kind: 'unknown', code: 'timeout' } } })
      .thenNothing();
  });
  it('that somebody else was faster with can be tried again', () => {
    const gone: NumberEvent = { type: 'NumberNotBought', data: { ...about, reasons: [{ code: 'number_taken' }] }, private: { said: [] } };
    const submission = { kind: 'refused', reasons: [{ code: 'number_taken' }], retryable: false } as const;
    given(buying())
      .when({ type: 'RecordPurchase', data: { ...about, submission } })
      .then(gone);
    given(buying(), gone).when(buy).then(buying(later));
  });
  const free = { numberId: 'num_18885550123', companyId: 'co_a' };
  const freed: NumberEvent = { type: 'NumberAdded', data: { ...free, ...via, kind: 'toll_free', by } };
  const verified: NumberEvent = { type: 'NumberVerified', data: free };
  const notVerified = (code: 'opt_in' | 'not_found' | 'under_review'): NumberEvent => ({
    type: 'NumberNotVerified',
    data: { ...free, reasons: [{ code }] },
    private: { said: [] },
  });
  const tells = (standing: VerificationStanding) => ({ type: 'ReportVerification', data: { ...free, standing } }) as const;
  const no = { status: 'rejected', reasons: [{ code: 'opt_in' }] } as const;
  it('that is toll-free is verified, refused, verified again, and looked at anew', () => {
    for (const status of ['none', 'pending'] as const) given(freed).when(tells({ status })).thenNothing();
    given(freed)
      .when(tells({ status: 'verified' }))
      .then(verified);
    given(freed, verified)
      .when(tells({ status: 'verified' }))
      .thenNothing();
    given(freed).when(tells(no)).then(notVerified('opt_in'));
    given(freed, notVerified('opt_in')).when(tells(no)).thenNothing();
    given(freed, notVerified('opt_in'))
      .when(tells({ status: 'verified' }))
      .then(verified);
    given(freed, verified)
      .when(tells({ status: 'none' }))
      .then(notVerified('not_found'));
    given(freed, verified)
      .when(tells({ status: 'pending' }))
      .then(notVerified('under_review'));
  });
  it('that has an area code is verified by nobody, and a toll-free one assigned to nothing', () => {
    given(...owned)
      .when({ type: 'ReportVerification', data: { ...about, standing: { status: 'verified' } } })
      .thenNothing();
    given(freed)
      .when({ type: 'AssignNumber', data: { ...free, registrationId, by } })
      .thenRefused('number_needs_none');
  });
  it('that was given back is not verified any more', () => {
    const back: readonly NumberEvent[] = [
      { type: 'NumberReleasing', data: { ...free, by } },
      { type: 'NumberReleased', data: free },
    ];
    given(freed, verified, ...back)
      .when(tells({ status: 'none' }))
      .thenNothing();
    given(freed, verified, ...back, freed)
      .when(tells({ status: 'verified' }))
      .then(verified);
  });
  it('that is under a registration of the company’s is not declared under another', () =>
    given(...owned, assigning, assigned)
      .when({ type: 'AddNumber', data: { ...about, ...via, kind, by, registeredAs: 'CABC123' } })
      .thenRefused('number_registered'));
  it('that the company has already is added', () => {
    given()
      .when({ type: 'AddNumber', data: { ...about, ...via, kind, by } })
      .then(added());
    given(added())
      .when({ type: 'AddNumber', data: { ...about, ...via, kind, by } })
      .thenNothing();
    given(added())
      .when({ type: 'AddNumber', data: { ...about, ...via, kind, by, registeredAs: 'CABC123' } })
      .then(added('CABC123'));
    given(added('CABC123'))
      .when({ type: 'AddNumber', data: { ...about, ...via, kind, by, registeredAs: 'CABC123' } })
      .thenNothing();
  });

  it('is put under a registration, which takes a while', () => {
    given(...owned)
      .when(assign)
      .then(assigning);
    given(...owned, assigning)
      .when(assign)
      .thenNothing();
    given(...owned, assigning)
      .when(says('pending'))
      .thenNothing();
    given(...owned, assigning)
      .when(says('unassigned'))
      .thenNothing();
    given(...owned, assigning)
      .when(says('assigned'))
      .then(assigned);
    given(...owned, assigning, assigned)
      .when(says('assigned'))
      .thenNothing();
    given(buying()).when(assign).thenRefused('number_not_bought');
    given().when(assign).thenRefused('number_unknown');
  });
  it('that carriers do not take is without a registration again', () => {
    const reasons = [{ code: 'number_failed' as const }];
    const failed: NumberEvent = { type: 'NumberNotAssigned', data: { ...about, registrationId, reasons }, private: { said: ['T-Mobile'] } };
    given(...owned, assigning)
      .when({ type: 'ReportNumber', data: { ...about, standing: { status: 'rejected', reasons, said: ['T-Mobile'] } } })
      .then(failed);
    given(...owned, assigning, failed)
      .when(assign)
      .then(assigning);
    given(...owned, assigning, assigned)
      .when(says('unassigned'))
      .then({ ...failed, private: { said: [] } });
  });
  it('that costs its caller nothing needs none', () =>
    given({ ...added(), data: { ...added().data, kind: 'toll_free' } } as NumberEvent)
      .when(assign)
      .thenRefused('number_needs_none'));

  it('is suspended and resumed', () => {
    given(...owned)
      .when({ type: 'SuspendNumber', data: { ...about, by, reason: 'complaints' } })
      .then(suspended);
    given(...owned, suspended)
      .when({ type: 'SuspendNumber', data: { ...about, by } })
      .thenNothing();
    given(...owned, suspended)
      .when({ type: 'ResumeNumber', data: { ...about, by } })
      .then({ type: 'NumberResumed', data: { ...about, by } });
    given(...owned)
      .when({ type: 'ResumeNumber', data: { ...about, by } })
      .thenNothing();
  });

  it('is given back by an intent first, and may be bought again', () => {
    given(...owned)
      .when(release)
      .then(releasing);
    given(...owned, releasing)
      .when(release)
      .thenNothing();
    given(...owned, releasing)
      .when({ type: 'RecordRelease', data: about })
      .then(released);
    given(...owned)
      .when({ type: 'RecordRelease', data: about })
      .thenNothing();
    given(...owned, releasing)
      .when(assign)
      .thenRefused('number_released');
    given(...owned, releasing, released)
      .when(release)
      .thenNothing();
    given(...owned, releasing, released)
      .when({ ...buy, data: { ...buy.data, companyId: 'co_b' } })
      .then({
        ...buying(later),
        data: { ...buying(later).data, companyId: 'co_b' },
      } as NumberEvent);
  });
});

describe("a number's kind", () => {
  it('follows from the number', () => {
    assert.deepEqual(['+12085550199', '+18885550123', '+448085550123'].map(numberKindOf), ['long_code', 'toll_free', 'abroad']);
    assert.equal(numberOf(numberIdOf('+12085550199')), '+12085550199');
  });
  it('knows where carriers of the United States bring messages', () => {
    const there = ['+12085550123', '+17875550123', '+16715550123', '+14165550123', '+18095550123', '+447700900123', '+12005550123'];
    assert.deepEqual(there.map(isUnitedStates), [true, true, true, false, false, false, true]);
  });
});

describe('a tier', () => {
  it('follows from the score', () => {
    const scores = [undefined, 0, 24, 25, 49, 50, 74, 75, 100];
    const tiers = ['lowest', 'lowest', 'lowest', 'low', 'low', 'medium', 'medium', 'high', 'high'];
    assert.deepEqual(
      scores.map((score) => tierOfBrand({ score })),
      tiers,
    );
  });
  it('is one of its own for listed companies, sole proprietors and low volume', () => {
    assert.equal(tierOfBrand({ score: 10, listed: true }), 'listed');
    assert.equal(tierOfBrand({ score: 90, entityType: 'SOLE_PROPRIETOR' }), 'sole_proprietor');
    assert.deepEqual(['LOW_VOLUME', 'SOLE_PROPRIETOR', 'MIXED', undefined].map(tierOfUseCase), [
      'low_volume',
      'sole_proprietor',
      undefined,
      undefined,
    ]);
  });
});
