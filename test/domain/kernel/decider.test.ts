import assert from 'node:assert/strict';
import { fold, type Command, type Decider } from '#domain/kernel/decider.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Event } from '#domain/kernel/event.ts';
import { specFor } from '../../support/given.ts';

type Switched = Event<'LampLit', { times: number }> | Event<'LampPutOut', Record<string, never>>;
type Switch = Command<'Light', { times: number }> | Command<'PutOut', Record<string, never>>;

/** As small as a decider can be and still do all three: decide, decide nothing, refuse. */
const lamp: Decider<'lit' | 'dark', Switch, Switched> = {
  initial: 'dark',
  decide: (command, state) => {
    if (command.type === 'PutOut') return state === 'dark' ? [] : [{ type: 'LampPutOut', data: {} }];
    if (command.data.times < 1) throw new Refusal('lamp_times', 'light it once at least');
    return [{ type: 'LampLit', data: command.data }];
  },
  evolve: (_, event) => (event.type === 'LampLit' ? 'lit' : 'dark'),
};
const lit: Switched = { type: 'LampLit', data: { times: 1 } };
const out: Switched = { type: 'LampPutOut', data: {} };

describe('fold', () => {
  it('is the initial state of an empty past', () => assert.equal(fold(lamp, []), 'dark'));
  it('takes the events in order', () => {
    assert.equal(fold(lamp, [lit, out]), 'dark');
    assert.equal(fold(lamp, [out, lit]), 'lit');
  });
});

describe('given, when, then', () => {
  const { given } = specFor(lamp);
  const putOut: Switch = { type: 'PutOut', data: {} };
  it('passes on the events that were decided', () => given(lit).when(putOut).then(out));
  it('passes when there was nothing to decide', () => given(lit, out).when(putOut).thenNothing());
  it('passes on the refusal of that code', () =>
    given()
      .when({ type: 'Light', data: { times: 0 } })
      .thenRefused('lamp_times'));
  it('fails on other events, on any event, on another code and without a refusal', () => {
    assert.throws(() => given(lit).when(putOut).then(lit), assert.AssertionError);
    assert.throws(() => given(lit).when(putOut).thenNothing(), assert.AssertionError);
    const refused = given().when({ type: 'Light', data: { times: 0 } });
    assert.throws(() => refused.thenRefused('lamp_unknown'), assert.AssertionError);
    assert.throws(() => given(lit).when(putOut).thenRefused('lamp_times'), assert.AssertionError);
    assert.throws(() => refused.then(), Refusal);
  });
});
