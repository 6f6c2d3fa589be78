import assert from 'node:assert/strict';
import { isZone } from '#domain/kernel/local-time.ts';
import { placeOfContact, type PlaceFacts } from '#domain/contact-hours/contact-place.ts';
import { lawfulHours, quietHourRows } from '#domain/contact-hours/quiet-hours.ts';
import { stateOfArea } from '#domain/contact-hours/states-of-areas.ts';
import { areaOfZip } from '#domain/contact-hours/zip-areas.ts';
import { zonesOfNumbers } from '#domain/contact-hours/zones-of-numbers.ts';

const cases: readonly (readonly [title: string, facts: PlaceFacts, zones: readonly string[], regions: readonly string[]])[] = [
  ['a zone of the database', { timezone: 'Europe/Berlin', phone: '+12085550123' }, ['Europe/Berlin'], ['US-ID']],
  ['a zone as people say it', { timezone: 'Pacific Time', zip: '83702' }, ['America/Los_Angeles'], ['US-ID']],
  ['a zone in letters', { timezone: 'EST' }, ['America/New_York'], []],
  ['Mountain, which Arizona says too', { timezone: 'Mountain Standard Time (US)' }, ['America/Denver', 'America/Phoenix'], []],
  ['a zone as one system says it', { timezone: '(GMT-07:00) Mountain Time (US & Canada)' }, ['America/Denver', 'America/Phoenix'], []],
  ['a zone as another one says it', { timezone: 'Hawaiian Standard Time' }, ['Pacific/Honolulu'], []],
  ['no place: the ZIP code', { timezone: 'UTC', zip: '85004' }, ['America/Phoenix'], ['US-AZ']],
  ['no place either: the phone', { timezone: 'Etc/UTC', phone: '+12125550123' }, ['America/New_York'], ['US-NY']],
  ['a zone that says nothing: the ZIP code', { timezone: 'home', zip: '85004' }, ['America/Phoenix'], ['US-AZ']],
  ['a ZIP code before the phone, both laws', { zip: '83702-1234', phone: '+13055550123' }, ['America/Boise'], ['US-FL', 'US-ID']],
  ['a ZIP code without its zero', { zip: '2134' }, ['America/New_York'], ['US-MA']],
  ['a ZIP code of two zones', { zip: '83501' }, ['America/Boise', 'America/Los_Angeles'], ['US-ID']],
  ['a ZIP code of a place of its own', { zip: '96799' }, ['Pacific/Pago_Pago'], ['US-AS']],
  ['the Navajo Nation', { zip: '86515' }, ['America/Denver', 'America/Phoenix'], ['US-AZ']],
  ['military mail: the phone', { zip: '09012', phone: '+12125550123' }, ['America/New_York'], ['US-NY']],
  ['a postcode of elsewhere: the phone', { zip: 'SW1A 1AA', phone: '+819012345678' }, ['Asia/Tokyo'], []],
  ['an area of one zone', { phone: '+12125550123' }, ['America/New_York'], ['US-NY']],
  ['an area of two zones', { phone: '+12705550123' }, ['America/Chicago', 'America/New_York'], ['US-KY']],
  ['an area laid over another', { phone: '+13645550123' }, ['America/Chicago', 'America/New_York'], ['US-KY']],
  ['Phoenix', { phone: '+16025550123' }, ['America/Phoenix'], ['US-AZ']],
  ['Idaho', { phone: '+12085550123' }, ['America/Boise', 'America/Los_Angeles'], ['US-ID']],
  ['Canada, where the law of the States does not hold', { phone: '+14165550123' }, ['America/Toronto'], []],
  ['an area that nobody knows', { phone: '+12995550123' }, [], ['US']],
  ['a country of one zone', { phone: '+4915155501234' }, ['Europe/Berlin'], []],
  ['a country known by three digits', { phone: '+6857255501' }, ['Pacific/Apia'], []],
  ['nothing at all', {}, [], []],
];

describe('where a recipient may be', () => {
  for (const [title, facts, zones, regions] of cases)
    it(title, () => {
      const place = placeOfContact(facts);
      assert.deepEqual([place.zones, place.regions], [zones, regions]);
    });

  it('knows only zones that there are', () => {
    const wrong = [...new Set(Object.keys(zonesOfNumbers).flatMap((zones) => zones.split('&')))].filter((zone) => !isZone(zone));
    assert.deepEqual(wrong, []);
    for (let n = 0; n < 1000; n += 1) {
      const area = areaOfZip(`${String(n).padStart(3, '0')}01`);
      for (const zone of area?.zones ?? []) assert.ok(isZone(zone), `${zone} of ${n}`);
    }
  });

  it('has each area code once, and a zone for every one of a state', () => {
    const codes = Object.values(zonesOfNumbers).flatMap((places) => places.split(' '));
    assert.equal(new Set(codes).size, codes.length);
    const without = [...stateOfArea.keys()].filter((code) => !codes.includes(code));
    assert.deepEqual(without, []);
  });

  it('has no zone of an area code that its state does not have', () => {
    const inState = new Map<string, Set<string>>();
    for (let n = 0; n < 1000; n += 1) {
      const area = areaOfZip(`${String(n).padStart(3, '0')}01`);
      if (area) inState.set(area.state, new Set([...(inState.get(area.state) ?? []), ...area.zones]));
    }
    // neighbours whose clocks are the same, and what the numbers' source names besides
    const alike: Readonly<Record<string, string>> = {
      'America/Denver': 'America/Boise',
      'America/Boise': 'America/Denver',
      'America/North_Dakota/Center': 'America/Chicago',
    };
    const strange = Object.entries(zonesOfNumbers).flatMap(([zones, codes]) =>
      codes.split(' ').flatMap((code) => {
        const known = inState.get(stateOfArea.get(code) ?? '');
        return known
          ? zones.split('&').flatMap((zone) => (known.has(zone) || known.has(alike[zone] ?? '') ? [] : [`${code} ${zone}`]))
          : [];
      }),
    );
    assert.deepEqual(strange, []);
  });

  it('has hours for every state, federal ones where it has none of its own', () => {
    for (const state of new Set(stateOfArea.values())) assert.ok(lawfulHours(`US-${state}`));
    assert.equal(lawfulHours('US-ID'), lawfulHours('US'));
    assert.notEqual(lawfulHours('US-FL'), lawfulHours('US'));
    assert.equal(lawfulHours('CA-ON'), undefined);
    for (const { source, sure } of Object.values(quietHourRows)) assert.ok(source.length > 5 && ['high', 'low'].includes(sure));
  });
});
