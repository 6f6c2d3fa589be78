import assert from 'node:assert/strict';
import { fold } from '#domain/kernel/decider.ts';
import { contact } from '#domain/packet/contact.ts';
import type { ListEvent } from '#domain/packet/list-events.ts';

const kept = (row: number, cells: string[], fault?: string): ListEvent => ({
  type: 'ContactKept',
  data: fault === undefined ? { row } : { row, fault },
  private: { cells },
});
const stateOf = (...events: ListEvent[]) => fold(contact, events);
const correct = (row: number, seen: string[], cells: string[]) =>
  ({ type: 'CorrectContact', data: { row, seen, cells, correctedBy: 'usr_a' } }) as const;
const remove = (row: number) => ({ type: 'RemoveContact', data: { row, removedBy: 'usr_a' } }) as const;

describe('a contact of a list', () => {
  const state = stateOf(kept(2, ['Ana', '1']), kept(3, ['Bo'], 'row_too_wide'));

  it('is corrected as it was seen, and not where somebody else was faster', () => {
    const [event] = contact.decide(correct(2, ['Ana', '1'], ['Ana', '2']), state);
    assert.deepEqual(event, { type: 'ContactCorrected', data: { row: 2, correctedBy: 'usr_a' }, private: { cells: ['Ana', '2'] } });
    assert.throws(() => contact.decide(correct(2, ['Ana', '0'], ['Ana', '2']), state), { code: 'busy' });
    assert.deepEqual(contact.decide(correct(2, ['Ana', '1'], ['Ana', '1']), state), []);
  });

  it('can be used again once its fault is corrected', () => {
    const events = contact.decide(correct(3, ['Bo'], ['Bo']), state);
    assert.deepEqual(events.reduce(contact.evolve, state).contacts[1], { row: 3, cells: ['Bo'] });
  });

  it('that was removed or forgotten is there no more', () => {
    const gone = contact.decide(remove(2), state).reduce(contact.evolve, state);
    assert.deepEqual(gone.contacts[0], { row: 2, isRemoved: true });
    assert.throws(() => contact.decide(remove(2), gone), { code: 'contact_unknown' });
    const forgotten = stateOf({ type: 'ContactKept', data: { row: 2 } });
    assert.throws(() => contact.decide(remove(2), forgotten), { code: 'contact_unknown' });
    assert.throws(() => contact.decide(remove(9), state), { code: 'contact_unknown' });
  });
});
