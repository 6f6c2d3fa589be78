import assert from 'node:assert/strict';
import { chooseSender } from '#domain/message/choose-sender.ts';

const boise = '+12085550101';
const boise2 = '+12085550102';
const nyc = '+12125550103';
const london = '+442079460104';
const berlin = '+49305550105';
const numbers = [nyc, boise, boise2, london, berlin];
const used = (counts: Readonly<Record<string, number>> = {}) => new Map(Object.entries(counts));

describe('the number that sends to a person', () => {
  const choices: readonly (readonly [
    title: string,
    to: string,
    known: string | undefined,
    counts: Record<string, number>,
    chosen: string,
  ])[] = [
    ['is the one that he knows', '+12085550199', nyc, { [nyc]: 90 }, nyc],
    ['is of his area', '+12125550199', undefined, {}, nyc],
    ['is the least used one of his area', '+12085550199', undefined, { [boise]: 5, [boise2]: 4 }, boise2],
    ['is the first one of those that were used as often', '+12085550199', undefined, {}, boise],
    ['is another one when the one that he knew is in the pool no more', '+12085550199', '+12085550177', { [boise]: 1 }, boise2],
    ['is of his country where none is of his area', '+13035550199', undefined, { [nyc]: 2, [boise]: 3, [boise2]: 1, [london]: 0 }, boise2],
    ['is of his country elsewhere', '+442079460199', undefined, { [london]: 9 }, london],
    [
      'is the least used one where none is near',
      '+81355550199',
      undefined,
      { [nyc]: 2, [boise]: 2, [boise2]: 2, [london]: 2, [berlin]: 1 },
      berlin,
    ],
  ];
  for (const [title, to, known, counts, chosen] of choices)
    it(title, () => assert.equal(chooseSender({ to, known, numbers, used: used(counts) }), chosen));
  it('is the only one of a pool of one', () =>
    assert.equal(chooseSender({ to: '+13035550199', known: undefined, numbers: [london], used: used() }), london));
});
