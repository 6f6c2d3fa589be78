import assert from 'node:assert/strict';
import { contactStream } from '#domain/kernel/streams.ts';
import type { Event } from '#domain/kernel/event.ts';
import { minutes, recorded } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const stream = contactStream('co_a', 'v1fingerprint');
const person = { contactPoint: '+12085550123', said: 'Stop. Thank you', shown: 'Reply STOP to opt out.', proof: 'msg', by: 'usr_a' };
const told = (...events: readonly Event[]) => projected(recorded(events.map((event, n) => ({ stream, events: [event], at: minutes(n) }))));
const time = (minute: number): string => minutes(minute).replace('T', ' ').replace('Z', '');

const withdrawn = (scope = 'channel', more: object = {}): Event => ({
  type: 'ConsentWithdrawn',
  data: { family: 'sms', source: 'reply', scope, word: 'stop', from: '+12085550199', ...more },
  private: person,
});
const given = (scope = 'channel'): Event => ({
  type: 'ConsentGiven',
  data: { family: 'sms', source: 'web_form', scope, purpose: 'marketing', double: true },
  private: person,
});
const asked: Event = { type: 'ConsentAsked', data: { family: 'sms', source: 'api', purpose: 'marketing' }, private: person };

describe('the rows of consent', () => {
  it('say who opted out, how, and when it ended', () => {
    const [row, ...others] = rowsOf(told(asked, withdrawn(), given()), 'opt_outs');
    assert.deepEqual(others, []);
    assert.deepEqual(
      [
        row?.['contact'],
        row?.['contact_point'],
        row?.['status'],
        row?.['opt_out_method'],
        row?.['word'],
        row?.['opted_out_at'],
        row?.['ended_at'],
      ],
      ['v1fingerprint', '+12085550123', 'ended', 'reply', 'stop', time(1), time(2)],
    );
    assert.deepEqual(rowsOf(told(asked, given()), 'opt_outs'), [], 'who never opted out has no row');
  });

  it('keep what was said of all companies until it is taken back for all', () => {
    const [still] = rowsOf(told(withdrawn('everywhere'), given()), 'opt_outs');
    assert.deepEqual([still?.['status'], still?.['is_global']], ['out', 1]);
    const [ended] = rowsOf(told(withdrawn('everywhere'), given(), given('everywhere')), 'opt_outs');
    assert.deepEqual([ended?.['status'], ended?.['is_global']], ['ended', 0]);
  });

  it('tell an opt-out that ends by itself, and one that could be about a visit', () => {
    const until = minutes(60);
    const [row] = rowsOf(told(withdrawn('channel', { until, ambiguous: true, misdirected: true })), 'opt_outs');
    assert.deepEqual([row?.['expires_at'], row?.['is_ambiguous'], row?.['is_misdirected']], [time(60), 1, 1]);
  });

  it('tell brands apart, and what is wanted of one of them alone', () => {
    const ofBrand = (event: Event, brandId: string, more: object = {}): Event => ({
      ...event,
      data: { ...(event.data as object), brandId, ...more },
    });
    const rows = rowsOf(told(ofBrand(withdrawn(), 'brd_a'), ofBrand(withdrawn(), 'brd_b'), ofBrand(given(), 'brd_a')), 'opt_outs');
    assert.deepEqual(
      rows.map((row) => [row['brand_id'], row['status']]),
      [
        ['brd_a', 'ended'],
        ['brd_b', 'out'],
      ],
    );
    const besides = rowsOf(told(withdrawn('company'), ofBrand(given(), 'brd_a', { besides: true })), 'opt_outs');
    assert.deepEqual(
      besides.map((row) => [row['brand_id'], row['status'], row['ended_at']]),
      [
        ['', 'out', null],
        ['brd_a', 'ended', time(1)],
      ],
    );
  });

  it('have one line of the ledger for everything that was said', () => {
    const rows = rowsOf(told(asked, given(), withdrawn('company')), 'consent_ledger');
    assert.deepEqual(
      rows.map((row) => [row['kind'], row['scope'], row['purpose'], row['is_double'], row['source'], row['happened_at']]),
      [
        ['asked', 'channel', 'marketing', 0, 'api', time(0)],
        ['given', 'channel', 'marketing', 1, 'web_form', time(1)],
        ['withdrawn', 'company', null, 0, 'reply', time(2)],
      ],
    );
    assert.deepEqual(
      [rows[2]?.['contact_point'], rows[2]?.['shown'], rows[2]?.['said'], rows[2]?.['proof'], rows[2]?.['recorded_by']],
      ['+12085550123', person.shown, person.said, 'msg', 'usr_a'],
    );
  });

  it('name nobody whose key is gone', () => {
    const tables = told({ ...withdrawn(), private: undefined });
    assert.deepEqual([rowsOf(tables, 'opt_outs')[0]?.['contact_point'], rowsOf(tables, 'consent_ledger')[0]?.['said']], [null, null]);
  });
});
