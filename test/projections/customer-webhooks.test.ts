import assert from 'node:assert/strict';
import type { Event } from '#domain/kernel/event.ts';
import { minutes, recorded } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const of = { companyId: 'co_a', endpointId: 'whk_a' };
const by = 'usr_ana';
const story: readonly Event[] = [
  {
    type: 'WebhookEndpointAdded',
    data: { ...of, events: ['message.*'], addedAt: minutes(0), by },
    private: { url: 'https://hooks.example.com/a?token=secret' },
  },
  { type: 'WebhookEndpointDisabled', data: { ...of, why: 'gone', by: 'carillon', disabledAt: minutes(1) } },
  { type: 'WebhookEndpointEnabled', data: { ...of, by, enabledAt: minutes(2) } },
  { type: 'WebhookEndpointRevised', data: { ...of, events: ['*'], by }, private: { url: 'https://hooks.example.com/b' } },
  { type: 'WebhookEndpointSecretRotated', data: { ...of, by, rotatedAt: minutes(4), oldWorksUntil: minutes(5) } },
  { type: 'WebhookEndpointRemoved', data: { ...of, by } },
];
const rowAfter = (n: number) =>
  rowsOf(
    projected(recorded(story.slice(0, n).map((event, at) => ({ stream: 'webhooks-co_a', events: [event], at: minutes(at) })))),
    'customer_webhooks',
  )[0]!;

describe('the row of a webhook endpoint', () => {
  it('follows its stream', () => {
    const statuses = story.map((_, n) => rowAfter(n + 1)['status']);
    assert.deepEqual(statuses, ['enabled', 'disabled', 'enabled', 'enabled', 'enabled', 'removed']);
    const { disabled_because, events, url, secret_rotated_at } = rowAfter(5);
    assert.deepEqual([disabled_because, events, url, secret_rotated_at !== null], [null, '*', 'https://hooks.example.com/b', true]);
  });
  it('shows no password of its address', () => assert.equal(rowAfter(1)['url'], 'https://hooks.example.com/a'));
});
