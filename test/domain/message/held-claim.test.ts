import assert from 'node:assert/strict';
import { mustWait, verdictOn, type Claimant, type HeldClaim, type Verdict } from '#domain/message/held-claim.ts';

const held: HeldClaim = { owner: 'msg_a-0-2-sms-0', campaignId: 'cmp_a', order: 1, facts: 'n.one', waits: true };
const claimant: Claimant = { campaignId: 'cmp_a', order: 2, facts: 'n.two', corrections: true };

const cases: readonly (readonly [title: string, held: Partial<HeldClaim>, claimant: Partial<Claimant>, Verdict])[] = [
  ['other facts of a newer packet take the place of one that waits', {}, {}, 'replaces'],
  ['and also where its names are others', {}, { facts: 'm.two' }, 'replaces'],
  ['the same facts are a duplicate', {}, { facts: 'n.one' }, 'duplicate'],
  ['facts that another row of its packet said are a duplicate', { others: ['n.two'] }, {}, 'duplicate'],
  ['an older packet is a duplicate', {}, { order: 0 }, 'duplicate'],
  ['its own packet is a duplicate', {}, { order: 1 }, 'duplicate'],
  ['another campaign is a duplicate', {}, { campaignId: 'cmp_b' }, 'duplicate'],
  ['a claim of before facts were noted is a duplicate', { facts: undefined }, {}, 'duplicate'],
  ['a claim of before order was noted is a duplicate', { order: undefined }, {}, 'duplicate'],
  ['another appointment of the day is a duplicate', { appointment: 'a' }, { appointment: 'b' }, 'duplicate'],
  ['what was sent is corrected', { waits: false }, {}, 'corrects'],
  ['but not where nobody wants it', { waits: false }, { corrections: false }, 'duplicate'],
  ['nor where facts can not be compared', { waits: false }, { facts: 'm.two' }, 'duplicate'],
  ['whoever is to be held back gives way, even to the same facts', { overtaken: true }, { facts: 'n.one', order: 1 }, 'replaces'],
  ['also to another appointment of the day', { overtaken: true, appointment: 'a' }, { appointment: 'b' }, 'replaces'],
  ['but not once it was sent', { overtaken: true, waits: false }, { facts: 'n.one' }, 'duplicate'],
];

describe('who wants a claim that another one has', () => {
  for (const [title, one, other, verdict] of cases)
    it(title, () => assert.equal(verdictOn({ ...held, ...one }, { ...claimant, ...other }), verdict));

  it('waits while the owner is in flight, where it would take its place', () => {
    const flying: HeldClaim = { ...held, waits: false, inFlight: true };
    assert.equal(mustWait(flying, claimant), true);
    assert.equal(mustWait({ ...flying, inFlight: false }, claimant), false);
    assert.equal(mustWait(flying, { ...claimant, facts: 'n.one' }), false);
    assert.equal(mustWait(flying, { ...claimant, order: 1 }), false);
  });
});
