import assert from 'node:assert/strict';
import type { Event } from '#domain/kernel/event.ts';
import type { Row } from '#projections/projection.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';
import { minutes, recorded } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const via = { provider: 'telnyx', accountId: 'profile' };
const by = 'ana';
const rowAfter = (table: string, stream: string, events: readonly Event[]): Row =>
  rowsOf(projected(recorded(events.map((event, n) => ({ stream, events: [event], at: minutes(n) })))), table)[0]!;
const statuses = (table: string, stream: string, events: readonly Event[]) =>
  events.map((_, n) => rowAfter(table, stream, events.slice(0, n + 1))['status']);
const reasons = [{ code: 'opt_in' }, { code: 'samples' }, { code: 'opt_in' }];

describe('the row of a brand', () => {
  const about = { brandId: 'brd_a', companyId: 'co_a' };
  const story: readonly Event[] = [
    { type: 'BrandDrafted', data: { ...about, by }, private: { facts: goodBrand } },
    { type: 'BrandSubmitting', data: { ...about, ...via, by, attempt: 1, startedAt: minutes(1) } },
    { type: 'BrandDeclined', data: { ...about, reasons: [{ code: 'payment' }] }, private: { said: [] } },
    { type: 'BrandSubmitting', data: { ...about, ...via, by, attempt: 2, startedAt: minutes(2) } },
    { type: 'BrandSubmitted', data: { ...about, ...via, reference: 'b-1' } },
    { type: 'BrandRejected', data: { ...about, reasons: [{ code: 'tax_number' }] }, private: { said: ['EIN'] } },
    { type: 'BrandRevised', data: { ...about, by }, private: { facts: { ...goodBrand, displayName: 'Riverside' } } },
    { type: 'BrandApproved', data: { ...about, carrierId: 'BABC', score: 80, tier: 'high' } },
    { type: 'BrandSuspended', data: { ...about, reasons: [{ code: 'suspended_by_carrier' }] }, private: { said: [] } },
  ];
  it('follows its stream', () => {
    const ways = ['draft', 'submitting', 'draft', 'submitting', 'pending', 'rejected', 'rejected', 'approved', 'suspended'];
    assert.deepEqual(statuses('brands', 'brand-brd_a', story), ways);
  });
  it('shows who it is, its score and why it was refused', () => {
    const row = rowAfter('brands', 'brand-brd_a', story);
    const { display_name, ein_tax_id, business_address, trust_score, tier, tcr_brand_id, provider_brand_id, attempts, status_reason } = row;
    assert.deepEqual(
      [display_name, ein_tax_id, business_address, trust_score, tier, tcr_brand_id, provider_brand_id, attempts, status_reason],
      ['Riverside', '84-2913576', '12 Main Street, Boise, ID, 83702, US', 80, 'high', 'BABC', 'b-1', 2, 'suspended_by_carrier'],
    );
  });
  it('of which everything was forgotten tells nothing of anybody', () => {
    const row = rowAfter('brands', 'brand-brd_a', [{ type: 'BrandDrafted', data: { ...about, by } }]);
    for (const column of ['display_name', 'legal_business_name', 'ein_tax_id', 'business_address', 'contact_phone', 'contact_email'])
      assert.equal(row[column], null, column);
  });
});

describe('the row of a registration', () => {
  const about = { registrationId: 'reg_a', companyId: 'co_a' };
  const story: readonly Event[] = [
    { type: 'RegistrationDrafted', data: { ...about, brandId: 'brd_a', by }, private: { facts: goodRegistration } },
    { type: 'RegistrationSubmitting', data: { ...about, ...via, by, attempt: 1, startedAt: minutes(1) } },
    { type: 'RegistrationSubmitted', data: { ...about, ...via, reference: 'c-1', useCase: 'CUSTOMER_CARE' } },
    { type: 'RegistrationRejected', data: { ...about, reasons }, private: { said: [] } },
    { type: 'RegistrationAppealed', data: { ...about, by }, private: { argument: 'look again' } },
    { type: 'RegistrationApproved', data: { ...about, carrierId: 'CABC', expiresAt: minutes(99), perSecond: 3.75, tier: 'low_volume' } },
    { type: 'RegistrationSuspended', data: { ...about, reasons: [{ code: 'suspended_by_carrier' }] }, private: { said: [] } },
    { type: 'RegistrationExpired', data: about },
    { type: 'RegistrationRenewed', data: { ...about, carrierId: 'CABC', perSecond: 3.75, tier: 'low_volume' } },
  ];
  it('follows its stream', () => {
    const ways = ['draft', 'submitting', 'pending', 'rejected', 'appealed', 'approved', 'suspended', 'expired', 'approved'];
    assert.deepEqual(statuses('registrations', 'registration-reg_a', story), ways);
    assert.equal(rowAfter('registrations', 'registration-reg_a', story.slice(0, 4))['status_reason'], 'opt_in, samples');
  });
  it('shows what it is for and what carriers let through', () => {
    const { use_case, brand_id, per_second, tier, tcr_campaign_id, sample_messages } = rowAfter(
      'registrations',
      'registration-reg_a',
      story,
    );
    assert.deepEqual([use_case, brand_id, per_second, tier, tcr_campaign_id], ['CUSTOMER_CARE', 'brd_a', '3.75', 'low_volume', 'CABC']);
    assert.deepEqual(JSON.parse(String(sample_messages)), goodRegistration.samples);
  });
});

describe('the row of a number', () => {
  const about = { numberId: 'num_12085550199', companyId: 'co_a' };
  const kind = 'long_code';
  const story: readonly Event[] = [
    { type: 'NumberBuying', data: { ...about, ...via, kind, by, startedAt: minutes(0) } },
    { type: 'NumberBought', data: { ...about, ...via, kind, reference: 'n-1' } },
    { type: 'NumberAssigning', data: { ...about, registrationId: 'reg_a', by } },
    { type: 'NumberNotAssigned', data: { ...about, registrationId: 'reg_a', reasons: [{ code: 'number_failed' }] }, private: { said: [] } },
    { type: 'NumberAssigning', data: { ...about, registrationId: 'reg_a', by } },
    { type: 'NumberAssigned', data: { ...about, registrationId: 'reg_a' } },
    { type: 'NumberSuspended', data: { ...about, by, reason: 'complaints' } },
    { type: 'NumberResumed', data: { ...about, by } },
    { type: 'NumberReleasing', data: { ...about, by } },
    { type: 'NumberReleased', data: about },
  ];
  const stream = 'number-num_12085550199';
  it('follows its stream', () => {
    const ways = ['buying', 'owned', 'assigning', 'owned', 'assigning', 'assigned', 'assigned', 'assigned', 'releasing', 'released'];
    assert.deepEqual(statuses('phone_numbers', stream, story), ways);
  });
  it('shows the number, what it is registered for, and who has stopped it', () => {
    const { phone_number, area_code, registration_id, is_suspended, status_reason } = rowAfter('phone_numbers', stream, story.slice(0, 7));
    assert.deepEqual(
      [phone_number, area_code, registration_id, is_suspended, status_reason],
      ['+12085550199', '208', 'reg_a', 1, 'complaints'],
    );
  });
  it('shows how far the verification of a toll-free one is, until it is given back', () => {
    const free = { numberId: 'num_18885550123', companyId: 'co_a' };
    const told: readonly Event[] = [
      { type: 'NumberAdded', data: { ...free, ...via, kind: 'toll_free', by } },
      { type: 'NumberNotVerified', data: { ...free, reasons: [{ code: 'opt_in' }] }, private: { said: [] } },
      { type: 'NumberVerified', data: free },
      { type: 'NumberReleasing', data: { ...free, by } },
      { type: 'NumberReleased', data: free },
    ];
    const shown = told.map((_, n) => {
      const { verification, status_reason } = rowAfter('phone_numbers', 'number-num_18885550123', told.slice(0, n + 1));
      return [verification, status_reason];
    });
    assert.deepEqual(shown, [
      [null, null],
      ['rejected', 'opt_in'],
      ['verified', null],
      ['verified', null],
      [null, null],
    ]);
  });
  it('begins anew with whoever adds it after it was given back', () => {
    const added: Event = { type: 'NumberAdded', data: { ...about, ...via, kind, by, registeredAs: 'CABC' } };
    const { status, registration_id, registered_as, released_at } = rowAfter('phone_numbers', stream, [...story, added]);
    assert.deepEqual([status, registration_id, registered_as, released_at], ['assigned', null, 'CABC', null]);
  });
});
