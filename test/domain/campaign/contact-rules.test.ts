import assert from 'node:assert/strict';
import { allowedHours, keepsQuiet, locationIn, type ContactRules, type Reach } from '#domain/campaign/contact-rules.ts';
import type { ContactWindow } from '#domain/campaign/schedule.ts';
import { weekdays } from '#domain/campaign/schedule.ts';
import { openingOf } from '#domain/contact-hours/open-hours.ts';
import type { Channel } from '#domain/kernel/ids.ts';

const window: ContactWindow = { days: [...weekdays], from: '07:00', to: '22:00' };
const base: ContactRules = { timezone: 'America/Boise' };
const marketing: ContactRules = { ...base, purpose: 'marketing' };
const florida: Reach = { zones: ['America/New_York'], regions: ['US-FL'] };

/** Tuesday, 1 December 2026, three in the morning in New York, unless told. */
type Asked = Readonly<{ from?: string; channel?: Channel; hours?: ContactWindow | 'none' }>;
const opens = (rules: ContactRules, reach: Reach, { from = '2026-12-01T08:00Z', channel = 'sms', hours = window }: Asked = {}) => {
  const at = openingOf(allowedHours(rules, { channel, window: hours === 'none' ? undefined : hours }, reach), Date.parse(from));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};

describe('the hours that a campaign keeps to', () => {
  it('are its window on the clock of the recipient', () => {
    assert.equal(opens(base, florida), '2026-12-01T12:00');
    assert.equal(opens(base, {}), '2026-12-01T14:00', "nobody knows where: the campaign's");
    assert.equal(opens({ ...base, clock: 'campaign' }, florida), '2026-12-01T14:00');
  });

  it('are those of the law too, for marketing', () => {
    assert.equal(opens(marketing, florida), '2026-12-01T13:00', 'eight in New York');
    assert.equal(opens(marketing, florida, { from: '2026-12-02T01:00Z' }), '2026-12-02T13:00', 'eight in the evening is over');
    assert.equal(opens(marketing, { ...florida, regions: ['US-ID'] }, { from: '2026-12-02T01:00Z' }), '2026-12-02T01:00');
    assert.equal(opens(marketing, florida, { hours: 'none' }), '2026-12-01T13:00', 'without a window too');
    assert.equal(opens({ ...marketing, clock: 'campaign' }, florida, { from: '2026-12-01T11:00Z' }), '2026-12-01T14:00');
  });

  it('are not those of the law for news of what people asked for, for e-mail, or abroad', () => {
    assert.equal(opens({ ...base, purpose: 'transactional' }, florida), '2026-12-01T12:00');
    assert.equal(opens({ ...base, quietHours: true }, florida), '2026-12-01T13:00', 'unless the campaign says so');
    assert.equal(opens(marketing, florida, { channel: 'email' }), '2026-12-01T12:00');
    assert.equal(opens(marketing, { zones: ['Europe/Berlin'] }, { hours: 'none' }), '2026-12-01T08:00');
    assert.deepEqual([keepsQuiet(marketing, 'sms'), keepsQuiet(marketing, 'email'), keepsQuiet(base, 'sms')], [true, false, false]);
  });

  it('leave out holidays, on the day that the recipient has', () => {
    const christmas = { ...base, holidays: ['US', '12-24', '2026-12-28'] };
    assert.equal(opens(christmas, florida, { from: '2026-12-24T08:00Z' }), '2026-12-26T12:00');
    assert.equal(opens(christmas, florida, { from: '2026-12-28T08:00Z' }), '2026-12-29T12:00');
    assert.equal(opens(christmas, florida, { from: '2027-12-28T08:00Z' }), '2027-12-28T12:00');
    assert.equal(opens(christmas, { zones: ['Pacific/Auckland'] }, { from: '2026-12-23T10:00Z', hours: 'none' }), '2026-12-23T10:00');
    assert.equal(opens(christmas, { zones: ['Pacific/Auckland'] }, { from: '2026-12-23T11:00Z', hours: 'none' }), '2026-12-25T11:00');
  });

  it('leave out the holidays of a location, by the name that the campaign gives it', () => {
    const rules: ContactRules = { ...base, holidays: { Nampa: ['2026-12-01'], '*': ['2026-12-02'] } };
    assert.deepEqual(
      ['nampa ', 'NAMPA', 'Boise', '*', '', 'constructor'].map((name) => locationIn(rules, name)),
      ['Nampa', 'Nampa', undefined, undefined, undefined, undefined],
    );
    assert.equal(opens(rules, { ...florida, location: 'Nampa' }), '2026-12-02T12:00');
    assert.equal(opens(rules, florida), '2026-12-01T12:00');
    assert.equal(opens(rules, florida, { from: '2026-12-02T08:00Z' }), '2026-12-03T12:00');
    assert.equal(locationIn({ holidays: ['US'] }, 'Nampa'), undefined);
  });

  it('may be none at all', () => assert.deepEqual(allowedHours(base, { channel: 'sms', window: undefined }, florida), []));
});
