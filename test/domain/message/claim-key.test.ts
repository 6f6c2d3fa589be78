import assert from 'node:assert/strict';
import { claimText, personOf, type ClaimFacts } from '#domain/message/claim-key.ts';

const facts: ClaimFacts = {
  day: '2026-12-06',
  appointmentDay: '2026-12-08',
  person: 'P-17',
  name: 'Ana Silva',
  practitioner: 'Dr. Prado',
  contactPoint: '+12085550104',
  channel: 'sms',
};
const same = (change: Partial<ClaimFacts>, dedupe?: Parameters<typeof claimText>[0]): boolean =>
  claimText(dedupe, facts) === claimText(dedupe, { ...facts, ...change });

describe('a claim', () => {
  it('is the same for the same day, person, practitioner and contact point', () => {
    assert.ok(same({}));
    assert.ok(same({ person: ' p-17 ', practitioner: 'DR.  PRADO' }));
    assert.ok(same({ name: 'Someone Else' }), 'the id decides who it is');
    assert.equal(claimText(undefined, { ...facts, practitioner: 'José' }), claimText(undefined, { ...facts, practitioner: 'jose\u0301' }));
  });

  it('is another one when any of them differs', () => {
    assert.ok(!same({ day: '2026-12-05' }));
    assert.ok(!same({ appointmentDay: '2026-12-09' }));
    assert.ok(!same({ person: 'P-18' }));
    assert.ok(!same({ practitioner: 'Dr. Obi' }));
    assert.ok(!same({ contactPoint: '+12085550105' }));
  });

  it('counts only the fields that the campaign names, in any order', () => {
    assert.ok(same({ practitioner: 'Dr. Obi', contactPoint: '+12085550105' }, ['day', 'person']));
    assert.ok(!same({ day: '2026-12-05' }, ['person', 'day']));
    assert.equal(claimText(['person', 'day'], facts), claimText(['day', 'person'], facts));
    assert.notEqual(claimText(['person', 'day'], facts), claimText(['day', 'contactPoint'], facts));
  });

  it('is never shared by two fields that read alike together', () => {
    const one = claimText(undefined, { ...facts, person: 'a","b', practitioner: '' });
    assert.notEqual(one, claimText(undefined, { ...facts, person: 'a', practitioner: 'b' }));
  });

  it('takes name and contact point where the file has no id of the person', () => {
    const nobody = { ...facts, person: '' };
    assert.notEqual(claimText(['day', 'person'], nobody), claimText(['day', 'person'], { ...nobody, contactPoint: '+12085550105' }));
    assert.notEqual(personOf(nobody), personOf({ ...nobody, name: 'Rui Silva' }));
    assert.equal(personOf(nobody), personOf({ ...nobody, name: 'ANA SILVA' }));
  });

  it('does not take a number that a spreadsheet rounded for an id', () => {
    const rounded = { ...facts, person: '2.98725E+13' };
    assert.notEqual(personOf(rounded), personOf({ ...rounded, name: 'Rui Silva' }));
    assert.equal(personOf(rounded), personOf({ ...rounded }));
  });
});
