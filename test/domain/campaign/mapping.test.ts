import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { campaign } from '#domain/campaign/campaign.ts';
import type { CampaignEvent } from '#domain/campaign/events.ts';
import { sourceName, sourceOf, withMapping } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { fold } from '#domain/kernel/decider.ts';
import { reminder } from '../../support/campaigns.ts';

const campaignId = 'cmp_a';
const drafted: CampaignEvent = { type: 'CampaignDrafted', data: { campaignId, version: 1, definition: reminder } };
const mapped = (source: string, fields: Record<string, string>): CampaignEvent => ({
  type: 'CampaignColumnsMapped',
  data: { campaignId, source, fields },
});
const decide = (source: string, fields: Record<string, string>, past: readonly CampaignEvent[]) =>
  campaign.decide({ type: 'MapColumns', data: { campaignId, source, fields } }, fold(campaign, past));

describe('the mapping of a source', () => {
  it('is stored once, and anew when it is another one', () => {
    const past = [drafted, mapped('eaglesoft', { phone: 'Tel', person: 'No' })];
    assert.deepEqual(decide('eaglesoft', { person: 'No', phone: 'Tel' }, past), []);
    assert.deepEqual(decide('eaglesoft', { phone: 'Cell' }, past), [mapped('eaglesoft', { phone: 'Cell' })]);
    assert.deepEqual(decide('dentrix', { phone: 'Tel' }, past), [mapped('dentrix', { phone: 'Tel' })]);
  });

  it('is kept by source, and outlives new versions of the campaign', () => {
    const revised: CampaignEvent = { type: 'CampaignRevised', data: { campaignId, version: 2, definition: { ...reminder, name: 'B' } } };
    const state = fold(campaign, [drafted, mapped('a', { phone: 'x' }), mapped('b', { phone: 'y' }), revised, mapped('a', { phone: 'z' })]);
    assert.deepEqual(state.status !== 'unknown' && state.mappings, { a: { phone: 'z' }, b: { phone: 'y' } });
  });

  it('is refused beyond fifty sources, but not for one that is there', () => {
    const past = [drafted, ...Array.from({ length: 50 }, (_, n) => mapped(`s${n}`, { phone: 'x' }))];
    assert.throws(
      () => decide('one-more', { phone: 'x' }, past),
      (error) => error instanceof Refusal && error.code === 'too_many_sources',
    );
    assert.equal(decide('s7', { phone: 'y' }, past).length, 1);
  });

  it('counts before the columns that the campaign names', () => {
    const { fields } = withMapping(reminder, { phone: 'Tel', clinic: 'Site' });
    assert.deepEqual(fields, { ...reminder.fields, phone: 'Tel', clinic: 'Site' });
    assert.equal(withMapping(reminder, undefined), reminder);
  });
});

describe('the source of a file', () => {
  for (const [fileName, source] of [
    ['today.csv', 'drop'],
    ['eaglesoft/today.csv', 'eaglesoft'],
    ['Eaglesoft Süd/2026/today.csv', 'eaglesoft-sud'],
    ['again-m3x9/today.csv', 'drop'],
    ['eaglesoft/again-m3x9/today.csv', 'eaglesoft'],
    ['//today.csv', 'drop'],
    ['???/today.csv', 'drop'],
  ] as const) {
    it(`${fileName} is ${source}`, () => assert.equal(sourceOf(fileName), source));
  }

  it('is a good name, whatever the folders are called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => sourceName.safeParse(sourceOf(path)).success));
  });
});
