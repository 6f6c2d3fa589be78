import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { allLanes, fairShares, laneOf, lanesPerCampaign, type Place, type Queue } from '#domain/work/lane.ts';

const place = (n: number): Place => ({ dueAt: `2026-12-07T16:00:${String(n).padStart(2, '0')}.000Z`, path: `companies/co_a/queue/${n}` });
const queue = (companyId: string, campaignId: string, lanes: readonly number[], busy: readonly number[] = []): Queue => ({
  companyId,
  campaignId,
  first: new Map(lanes.map((lane) => [lane, place(lane)])),
  busy: new Set(busy),
});
const shares = (queues: readonly Queue[]) => fairShares(queues).map(({ companyId, campaignId, lanes }) => [companyId, campaignId, lanes]);

describe('the lanes of a campaign', () => {
  it('share its items evenly', () => {
    const counts = allLanes.map(() => 0);
    for (let n = 0; n < 8_000; n++) counts[laneOf(`companies/co_a/queue/pkt_abcdefghijkl.${n}.0@1`)]! += 1;
    for (const count of counts) assert.ok(count > 800 && count < 1_200, String(counts));
  });
  it('are all given to a company that has one campaign', () =>
    assert.deepEqual(
      shares([queue('co_a', 'cmp_a', allLanes)]),
      allLanes.map((lane) => ['co_a', 'cmp_a', [lane]]),
    ));
  it('are put together where a company has more campaigns', () =>
    assert.deepEqual(shares([queue('co_a', 'cmp_a', allLanes), queue('co_a', 'cmp_b', [5]), queue('co_a', 'cmp_c', [0, 1, 2])]), [
      ['co_a', 'cmp_a', [0, 2, 4, 6]],
      ['co_a', 'cmp_b', [5]],
      ['co_a', 'cmp_c', [0, 2]],
      ['co_a', 'cmp_a', [1, 3, 5, 7]],
      ['co_a', 'cmp_c', [1]],
    ]));
  it('are given to companies in turns', () =>
    assert.deepEqual(
      shares([queue('co_a', 'cmp_a', [0, 1, 2]), queue('co_b', 'cmp_b', [7])]).map(([company]) => company),
      ['co_a', 'co_b', 'co_a', 'co_a'],
    ));
  it('are left alone where somebody is at them', () =>
    assert.deepEqual(shares([queue('co_a', 'cmp_a', [0, 1, 2], [1])]), [
      ['co_a', 'cmp_a', [0]],
      ['co_a', 'cmp_a', [2]],
    ]));
  it('begin at the first item of any of them', () => {
    const campaigns = allLanes.map((n) => queue('co_a', `cmp_${n}`, [6, 3]));
    assert.deepEqual(
      fairShares(campaigns).map(({ first }) => first),
      allLanes.map(() => place(3)),
    );
  });

  it('have one handler each, every campaign has one, and no company has more than that beyond its part', () => {
    const lanes = fc.uniqueArray(fc.integer({ min: 0, max: lanesPerCampaign - 1 }));
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), lanes, lanes), { maxLength: 20 });
    const property = fc.property(some, (all) => {
      const queues = all.map(([company, first, busy], n) => queue(`co_${company}`, `cmp_${n}`, first, busy));
      const given = fairShares(queues);
      for (const { companyId, campaignId, first, busy } of queues) {
        const own = given.filter((share) => share.campaignId === campaignId);
        const wanted = [...first.keys()].filter((lane) => !busy.has(lane));
        const lanesOf = own.flatMap((share) => share.lanes);
        assert.deepEqual([lanesOf.length, new Set(lanesOf)], [wanted.length, new Set(wanted)]);
        const campaigns = queues.filter((other) => other.companyId === companyId).length;
        assert.ok(own.length <= Math.max(1, Math.floor(8 / campaigns)));
      }
    });
    fc.assert(property);
  });
});
