import assert from 'node:assert/strict';
import { chooseRoute, defaultRoutes } from '#domain/company/choose-route.ts';
import type { Route } from '#domain/company/events.ts';
import type { Routing } from '#domain/company/routing.ts';

const twilio = { provider: 'twilio', accountId: 'AC1' };
const telnyx = { provider: 'telnyx', accountId: 'T1' };
const from = '+12085550199';
const about = (n = 0) => ({ messageId: `msg_a-0-${n}-sms-0`, channel: 'sms', campaignId: 'cmp_a', to: '+12085550123', from }) as const;
const sms = (change: Partial<Route> = {}): Route => ({ channel: 'sms', ...twilio, weight: 100, priority: 1, ...change });

const messages = 2_000;
/** Shares in percent, by provider. */
const shares = (routing: Routing): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (let n = 0; n < messages; n++) {
    const name = chooseRoute(about(n), routing)?.provider ?? 'none';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.round((100 * count) / messages)]));
};
const isNear = (found: Readonly<Record<string, number>>, wanted: Readonly<Record<string, number>>): void => {
  for (const name of new Set([...Object.keys(found), ...Object.keys(wanted)]))
    assert.ok(Math.abs((found[name] ?? 0) - (wanted[name] ?? 0)) <= 4, `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
};
const moved = (of: typeof twilio, points: number) =>
  ({ ...of, channel: 'sms', points, why: 'slow', movedAt: '2026-11-20T10:00:00.000Z' }) as const;
const stopped = (change: object = {}) => ({ ...twilio, code: 'auth_failed', since: '2026-11-20T10:00:00.000Z', ...change });

describe('the way of a message', () => {
  it('is none where there are no routes', () => assert.equal(chooseRoute(about(), {}), undefined));

  for (const [title, change] of [
    ['another channel', { channel: 'voice' }],
    ['another campaign', { campaigns: ['cmp_b'] }],
    ['another country', { countries: ['CA'] }],
  ] as const)
    it(`is no route for ${title}`, () => assert.equal(chooseRoute(about(), { routes: [sms({ ...change } as Partial<Route>)] }), undefined));

  it('is by country of the number, and campaign', () => {
    const routes = [sms({ countries: ['CA'] }), sms({ ...telnyx, countries: ['MX', 'US'], campaigns: ['cmp_a'] })];
    assert.equal(chooseRoute(about(), { routes })?.provider, 'telnyx');
    assert.equal(chooseRoute({ ...about(), to: '+14165550123' }, { routes })?.provider, 'twilio');
    assert.equal(chooseRoute({ ...about(), to: '+447700900123' }, { routes }), undefined);
    assert.equal(chooseRoute({ ...about(), to: '' }, { routes }), undefined);
  });

  it('is of the first priority, whatever the order', () =>
    isNear(shares({ routes: [sms({ ...telnyx, priority: 2 }), sms()] }), { twilio: 100 }));
  it('is by weight, and the same for the same message', () => {
    const routes = [sms({ weight: 70 }), sms({ ...telnyx, weight: 30 })];
    isNear(shares({ routes }), { twilio: 70, telnyx: 30 });
    for (let n = 0; n < 50; n++) assert.equal(chooseRoute(about(n), { routes }), chooseRoute(about(n), { routes }));
  });
  it('is not a spare as long as nothing is wrong', () =>
    isNear(shares({ routes: [sms(), sms({ ...telnyx, weight: 0 })] }), { twilio: 100 }));
  it('is the only one there is, whatever its weight', () => {
    isNear(shares({ routes: [sms({ weight: 0 })] }), { twilio: 100 });
    isNear(shares({ routes: [sms({ weight: 0 }), sms({ ...telnyx, weight: 0 })] }), { twilio: 100 });
    isNear(shares({ routes: [sms()], moved: [moved(twilio, -100)] }), { twilio: 100 });
  });

  it('moves to those of its priority that have the points', () => {
    const routes = [sms(), sms({ ...telnyx, weight: 0 }), sms({ provider: 'bandwidth', accountId: 'B1', priority: 2 })];
    isNear(shares({ routes, moved: [moved(twilio, -30), moved(telnyx, 30)] }), { twilio: 70, telnyx: 30 });
  });
  it('moves to the next priority where no other has them', () => {
    const routes = [sms(), sms({ ...telnyx, priority: 2 })];
    isNear(shares({ routes, moved: [moved(twilio, -20)] }), { twilio: 80, telnyx: 20 });
    isNear(shares({ routes, moved: [moved(twilio, -100)] }), { telnyx: 100 });
  });

  it('is another one where it is stopped', () => {
    const routes = [sms(), sms({ ...telnyx, priority: 2 })];
    isNear(shares({ routes, stopped: [stopped()] }), { telnyx: 100 });
    isNear(shares({ routes: [sms(), sms({ ...telnyx })], stopped: [stopped({ channel: 'sms' })] }), { telnyx: 100 });
    isNear(shares({ routes: [sms()], stopped: [stopped()] }), { none: 100 });
    isNear(shares({ routes, stopped: [stopped({ channel: 'voice' }), stopped({ accountId: 'AC2' })] }), { twilio: 100 });
  });
  it('is stopped for its sender alone: the message its own, or that of the route', () => {
    const stop = [stopped({ channel: 'sms', from })];
    isNear(shares({ routes: [sms()], stopped: stop }), { none: 100 });
    isNear(shares({ routes: [sms({ from: '+12085550198' })], stopped: stop }), { twilio: 100 });
    assert.equal(chooseRoute({ ...about(), from: '+12085550197' }, { routes: [sms()], stopped: stop })?.provider, 'twilio');
  });
});

describe('the routes of a company that has set none', () => {
  const carriers = [
    { provider: 'smtp', accountId: 'mail', channels: ['email'] },
    { ...twilio, channels: ['sms', 'voice'] },
    { ...telnyx, channels: ['sms', 'mms'] },
  ] as const;
  const shown = (own: typeof twilio) =>
    defaultRoutes(own, carriers).map(({ channel, provider, priority }) => `${channel} ${provider} ${priority}`);
  it("are its own account's, and the others' for what that one has not", () =>
    assert.deepEqual(shown(telnyx), ['sms telnyx 1', 'mms telnyx 1', 'email smtp 1', 'voice twilio 2']));
  it('are none where the house does not have its account', () => assert.deepEqual(shown({ ...twilio, accountId: 'AC2' }), []));
});
