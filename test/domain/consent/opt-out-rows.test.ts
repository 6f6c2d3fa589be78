import assert from 'node:assert/strict';
import { findOptOutColumns } from '#domain/consent/opt-out-columns.ts';
import { readOptOutRow } from '#domain/consent/read-opt-out-row.ts';

const now = '2026-11-20T12:00:00.000Z';
const read = (names: string, cells: string, defaults = {}) => {
  const header = names.split(',');
  return readOptOutRow(cells.split(','), { header, columns: findOptOutColumns(header).columns, defaults, now });
};
const to = '+12085550123';

describe('a row of a file of opt-outs', () => {
  for (const [title, names, cells, found] of [
    ['is a phone alone', 'Phone Number', to, { to, channel: 'sms' }],
    ['is an address alone', 'E-mail', 'ada@example.com', { to: 'ada@example.com', channel: 'email' }],
    [
      'is what Telnyx lists',
      'from,to,messaging_profile_id,keyword,created_at',
      `${to},+12085550199,40,STOP,2026-10-01T10:00:00Z`,
      { to, channel: 'sms', said: 'STOP, 2026-10-01T10:00:00Z' },
    ],
    [
      'is what Twilio takes for consent',
      'contact_id,sender_id,status,date_of_consent',
      `${to},MG1,opt-out,2026-10-01`,
      { to, channel: 'sms', said: '2026-10-01' },
    ],
    ['wants messages', 'contact_id,sender_id,status', `${to},MG1,opt-in`, { none: 'opted_in' }],
    ['did not opt out', 'phone,opted out', `${to},FALSE`, { none: 'opted_in' }],
    ['did opt out', 'phone,opted out', `${to},yes`, { to, channel: 'sms' }],
    ['says by which way', 'phone,channel', `${to},Voice`, { to, channel: 'voice' }],
    ['says it in the number', 'To', `whatsapp:${to}`, { to, channel: 'whatsapp' }],
    ['says when it ends', 'phone,expires', `${to},12/31/2026`, { to, channel: 'sms', until: '2026-12-31T00:00:00.000Z' }],
    ['has ended', 'phone,expires', `${to},2026-01-31`, { none: 'ended' }],
    ['is of a brand', 'phone,brand', `${to},brd_a`, { to, channel: 'sms', brandId: 'brd_a' }],
    ['has nobody', 'phone,name', ',Ada', { bad: 'contact_missing' }],
    ['has a channel that there is none of', 'phone,channel', `${to},pigeon`, { bad: 'channel_unknown' }],
    ['has an address where a phone belongs', 'phone,channel', 'ada@example.com,sms', { bad: 'contact_invalid' }],
    ['ends on no day', 'phone,expires', `${to},31/31/2026`, { bad: 'expiry_invalid' }],
    ['is of no brand', 'phone,brand', `${to},Acme`, { bad: 'brand_unknown' }],
  ] as const)
    it(title, () => assert.deepEqual(read(names, cells), found));

  it('takes what it does not say from what was said of all', () => {
    assert.deepEqual(read('phone', to, { channel: 'voice', brandId: 'brd_b', until: '2027-01-01T00:00:00.000Z' }), {
      to,
      channel: 'voice',
      brandId: 'brd_b',
      until: '2027-01-01T00:00:00.000Z',
    });
    assert.deepEqual(read('phone,expires', `${to},5/6/2027`, { dayOrder: 'dmy' }), {
      to,
      channel: 'sms',
      until: '2027-06-05T00:00:00.000Z',
    });
  });

  it('has the columns that somebody names, and no others', () => {
    assert.equal(findOptOutColumns(['A', 'phone'], { to: 'a' }).columns.to, 0);
    assert.deepEqual(findOptOutColumns(['A'], { to: 'B' }).absent, ['B']);
    assert.equal(findOptOutColumns(['A', 'B']).columns.to, undefined);
  });
});
