import assert from 'node:assert/strict';
import type { LocationEvent } from '#domain/company/location-events.ts';
import { locations, mostLocations, siteNamed, type LocationCommand } from '#domain/company/locations.ts';
import { fold } from '#domain/kernel/decider.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(locations);
const about = (locationId = 'loc_a') => ({ locationId, companyId: 'co_a', by: 'usr_a' });
const boise = { code: 'BOI', name: 'Boise', address: '12 Main St', timezone: 'America/Boise' };
const denver = { code: 'DEN', name: 'Denver', timezone: 'America/Denver' };
const added = (locationId = 'loc_a', site = boise as typeof denver): LocationEvent => ({
  type: 'LocationAdded',
  data: { ...about(locationId), ...site },
});
const revise = (site = boise as typeof denver, seen = 1, locationId = 'loc_a'): LocationCommand => ({
  type: 'ReviseLocation',
  data: { ...about(locationId), ...site, seen },
});
const add = (locationId = 'loc_a', site = boise as typeof denver): LocationCommand => ({
  type: 'AddLocation',
  data: { ...about(locationId), ...site },
});
const remove: LocationCommand = { type: 'RemoveLocation', data: about() };
const removed: LocationEvent = { type: 'LocationRemoved', data: about() };

describe('locations of a company', () => {
  it('are added, once for one request, and no other by the same code or name in any case', () => {
    given().when(add()).then(added());
    given(added()).when(add()).thenNothing();
    given(added()).when(add('loc_b', denver)).then(added('loc_b', denver));
    given(added())
      .when(add('loc_b', { ...denver, code: 'boi' }))
      .thenRefused('location_exists');
    given(added())
      .when(add('loc_b', { ...denver, name: 'BOISE ' }))
      .thenRefused('location_exists');
    given(added())
      .when(add('loc_b', { ...denver, code: 'Boise' }))
      .thenRefused('location_exists');
    given()
      .when(add('loc_a', { ...boise, timezone: 'America/Nowhere' }))
      .thenRefused('timezone_unknown');
  });

  it('are revised from the version that was seen, and keep nothing that is left out', () => {
    const { address: _, ...without } = boise;
    const now = { type: 'LocationRevised', data: { ...about(), ...without } } as const;
    given(added()).when(revise(without)).then(now);
    given(added(), now).when(revise(boise, 1)).thenRefused('version_moved');
    given(added()).when(revise(boise, 7)).thenNothing();
    given(added(), added('loc_b', denver)).when(revise(denver)).thenRefused('location_exists');
    given().when(revise()).thenRefused('location_unknown');
  });

  it('are removed, and their code is free again', () => {
    given(added()).when(remove).then(removed);
    given(added(), removed).when(remove).thenRefused('location_unknown');
    given(added(), removed).when(add('loc_b')).then(added('loc_b'));
  });

  it('are a thousand at most', () => {
    const all = Array.from({ length: mostLocations }, (_, n) => added(`loc_${n}`, { ...denver, code: `c${n}`, name: `n${n}` }));
    given(...all)
      .when(add())
      .thenRefused('locations_full');
    given(...all, { type: 'LocationRemoved', data: about('loc_7') })
      .when(add())
      .then(added());
  });

  it('are found by code or name in any case', () => {
    const state = fold(locations, [added(), added('loc_b', denver)]);
    assert.deepEqual(
      ['boi', ' DENVER', 'Nampa', ''].map((text) => siteNamed(state, text)?.code),
      ['BOI', 'DEN', undefined, undefined],
    );
  });

  it('are found by their id, and the brands of each are kept once and in order', () => {
    const state = fold(locations, [added(), added('loc_b', denver)]);
    assert.equal(siteNamed(state, ' LOC_B ')?.name, 'Denver');
    const branded = { ...boise, brands: ['brd_b', 'brd_a', 'brd_b'] };
    given()
      .when(add('loc_a', branded))
      .then({ ...added(), data: { ...about(), ...boise, brands: ['brd_a', 'brd_b'] } } as LocationEvent);
    given(added('loc_a', { ...boise, brands: ['brd_a'] } as typeof denver))
      .when(add('loc_a', { ...boise, brands: ['brd_a', 'brd_a'] } as typeof denver))
      .thenNothing();
  });

  it('become what another company has, some hundred at a time', () => {
    const like = fold(locations, [added(), added('loc_b', denver)]);
    const mirror: LocationCommand = { type: 'MirrorLocations', data: { companyId: 'co_a', by: 'usr_a', like } };
    given().when(mirror).then(added(), added('loc_b', denver));
    given(added(), added('loc_b', denver)).when(mirror).thenNothing();
    const other = { ...boise, name: 'Other' };
    given(added('loc_a', other), added('loc_c', { ...denver, code: 'C', name: 'C' }))
      .when(mirror)
      .then(
        { type: 'LocationRemoved', data: about('loc_c') },
        { ...added(), type: 'LocationRevised' } as LocationEvent,
        added('loc_b', denver),
      );
    const many = fold(
      locations,
      Array.from({ length: 450 }, (_, n) => added(`loc_${n}`, { ...denver, code: `${n}`, name: `S${n}` })),
    );
    const command: LocationCommand = { type: 'MirrorLocations', data: { companyId: 'co_a', by: 'usr_a', like: many } };
    assert.equal(locations.decide(command, new Map()).length, 200);
  });
});
