import assert from 'node:assert/strict';
import { dayOfDeadline, nextDeadline } from '#domain/campaign/expected-file.ts';

const boise = 'America/Boise';

describe('a file that is expected', () => {
  for (const [what, days, after, expected] of [
    // 2026-11-02 is a Monday; Boise is seven hours behind UTC in winter
    ['is due at its time', undefined, '2026-11-02T14:29:59.999Z', '2026-11-02T14:30:00.000Z'],
    ['is due the next day when its time has come', undefined, '2026-11-02T14:30:00.000Z', '2026-11-03T14:30:00.000Z'],
    ['is not due at the weekend', undefined, '2026-11-06T14:30:00.000Z', '2026-11-09T14:30:00.000Z'],
    ['is due on its own days', ['sun'], '2026-11-02T14:30:00.000Z', '2026-11-08T14:30:00.000Z'],
    ['is due on its one day of the week again after a week', ['mon'], '2026-11-02T14:30:00.000Z', '2026-11-09T14:30:00.000Z'],
    ['follows the clock of its zone in summer', undefined, '2026-07-01T00:00:00.000Z', '2026-07-01T13:30:00.000Z'],
    ['is due by the day of its zone, not of UTC', ['mon'], '2026-11-03T05:00:00.000Z', '2026-11-09T14:30:00.000Z'],
  ] as const)
    it(what, () => assert.equal(nextDeadline({ before: '07:30', days }, boise, after), expected));

  it('is due as much later as the clock jumps, where its time is skipped', () => {
    assert.equal(nextDeadline({ before: '02:30', days: ['sun'] }, boise, '2026-03-07T12:00:00.000Z'), '2026-03-08T09:30:00.000Z');
  });

  it('is of the day that began at midnight in its zone', () => {
    assert.equal(dayOfDeadline(boise, '2026-11-02T14:30:00.000Z'), '2026-11-02T07:00:00.000Z');
    assert.equal(dayOfDeadline(boise, '2026-11-02T06:59:00.000Z'), '2026-11-01T06:00:00.000Z', 'the clock was set back that day');
  });
});
