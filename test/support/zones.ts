import * as fc from 'fast-check';

/** Zones that change at night, at midnight, by half an hour, never, below the equator, and one that skipped a day. */
export const zones = [
  'America/Boise',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
] as const;

const quarter = 15 * 60_000;

/** Hours at which one of the zones sets its clock. */
const changes = [
  '2026-11-01T08:00Z',
  '2027-03-14T09:00Z',
  '2026-10-25T01:00Z',
  '2027-03-28T01:00Z',
  '2026-10-03T15:30Z',
  '2027-04-03T15:00Z',
  '2026-09-06T04:00Z',
  '2027-04-04T03:00Z',
  '2026-10-29T21:00Z',
  '2027-04-29T22:00Z',
  '2011-12-30T10:00Z',
].map((text) => Date.parse(text));

/** Quarters of an hour from 1975 to 2100, many of them within two days of a change of clocks. */
export const instantAround = fc
  .oneof(
    fc.integer({ min: Date.UTC(1975, 0, 1) / quarter, max: Date.UTC(2100, 0, 1) / quarter }),
    fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -192, max: 192 })).map(([change, steps]) => change / quarter + steps),
  )
  .map((quarters) => quarters * quarter);
