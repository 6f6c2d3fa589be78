import assert from 'node:assert/strict';
import type { Event } from '#domain/kernel/event.ts';
import { minutes, recorded } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const about = { companyId: 'co_a', userId: 'usr_a' };
const story: readonly Event[] = [
  {
    type: 'UserInvited',
    data: { ...about, role: 'viewer', by: 'usr_b', expiresAt: minutes(99) },
    private: { email: 'bo@example.com', name: 'B' },
  },
  { type: 'BrandGiven', data: { ...about, brandId: 'brd_a', by: 'usr_b' } },
  { type: 'InvitationAccepted', data: about, private: { name: 'Bo' } },
  { type: 'EmailVerified', data: about },
  { type: 'RoleGiven', data: { ...about, role: 'admin', before: 'viewer', by: 'usr_b' } },
  { type: 'BrandTaken', data: { ...about, brandId: 'brd_a', by: 'usr_b' } },
  { type: 'UserRemoved', data: { ...about, by: 'usr_b' } },
  { type: 'UserForgotten', data: { ...about, by: 'usr_b' } },
];
const after = (events: readonly Event[], table: string) =>
  rowsOf(projected(recorded(events.map((event, n) => ({ stream: 'user-usr_a', events: [event], at: minutes(n) })))), table)[0]!;

describe('the row of a user', () => {
  it('follows what became of him', () => {
    const { email, full_name, role, status, email_verified } = after(story.slice(0, 6), 'users');
    assert.deepEqual([email, full_name, role, status, email_verified], ['bo@example.com', 'Bo', 'admin', 'active', 1]);
    assert.equal(after(story.slice(0, 2), 'user_brands')['taken_at'], null);
    assert.notEqual(after(story, 'user_brands')['taken_at'], null);
  });
  it('names nobody who was forgotten', () => {
    const { email, full_name, status } = after(story, 'users');
    assert.deepEqual([email, full_name, status], [null, null, 'removed']);
  });
});
