import assert from 'node:assert/strict';
import { company } from '#domain/company/company.ts';
import type { Route } from '#domain/company/events.ts';
import { decideRouting } from '#domain/company/routing.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(company);
const twilio = { provider: 'twilio', accountId: 'AC1' };
const telnyx = { provider: 'telnyx', accountId: 'T1' };
const companyId = 'co_a';
const by = 'Ana';
const now = '2026-11-20T10:00:00.000Z';
const registered = { type: 'CompanyRegistered', data: { companyId, name: 'Clinic', account: twilio } } as const;

const sms: Route = { channel: 'sms', ...twilio, weight: 100, priority: 1 };
const spare: Route = { channel: 'sms', ...telnyx, weight: 100, priority: 2 };
const set = (...routes: Route[]) => ({ type: 'SetRoutes', data: { companyId, by, routes, known: [twilio, telnyx] } }) as const;
const wereSet = (...routes: Route[]) => ({ type: 'RoutesSet', data: { companyId, by, routes } }) as const;

describe('routes of a company', () => {
  it('are set', () => given(registered).when(set(sms, spare)).then(wereSet(sms, spare)));
  it('are set once', () => given(registered, wereSet(sms)).when(set(sms)).thenNothing());
  it('are taken back', () => given(registered, wereSet(sms)).when(set()).then(wereSet()));
  it('are none where there were none', () => given(registered).when(set()).thenNothing());
  it('go through accounts that the house has', () =>
    given(registered)
      .when(set({ ...sms, accountId: 'AC2' }))
      .thenRefused('route_unknown'));
  it('name each account that the house has once', () => {
    const { data } = set({ ...sms, accountId: 'AC2' });
    const decide = () => decideRouting({ type: 'SetRoutes', data: { ...data, known: [twilio, telnyx, twilio] } }, {});
    assert.throws(decide, { message: /\(twilio AC1, telnyx T1\)/ });
  });
  it('are for countries where phone numbers are what is reached', () => {
    given(registered)
      .when(set({ ...sms, countries: ['US'] }))
      .then(wereSet({ ...sms, countries: ['US'] }));
    given(registered)
      .when(set({ ...sms, channel: 'email', countries: ['US'] }))
      .thenRefused('route_unknown');
  });
  it('are for companies that are known', () => given().when(set(sms)).thenRefused('company_unknown'));
});

const from = '+12085550199';
const stop = (change: object = {}) =>
  ({
    type: 'StopRoute',
    data: { companyId, ...twilio, channel: 'sms', from, code: 'unregistered_10dlc', stoppedAt: now, ...change },
  }) as const;
const stopped = { type: 'RouteStopped', data: stop().data } as const;
const account = { channel: undefined, from: undefined, code: 'auth_failed' };
const accountStopped = { type: 'RouteStopped', data: { companyId, ...twilio, code: 'auth_failed', stoppedAt: now } } as const;
const resume = (change: object = {}) => ({ type: 'ResumeRoutes', data: { companyId, by, ...change } }) as const;
const resumed = { type: 'RouteResumed', data: { companyId, ...twilio, channel: 'sms', from, by } } as const;
const accountResumed = { type: 'RouteResumed', data: { companyId, ...twilio, by } } as const;

describe('a route that is wrongly configured', () => {
  it('is stopped, with what the provider said', () =>
    given(registered)
      .when(stop({ providerCode: '30034' }))
      .then({ ...stopped, data: { ...stopped.data, providerCode: '30034' } }));
  it('is stopped once, however many say so', () =>
    given(registered, stopped)
      .when(stop({ code: 'sender_not_allowed' }))
      .thenNothing());
  it('is stopped for each sender', () =>
    given(registered, stopped)
      .when(stop({ from: '+12085550198' }))
      .then({ ...stopped, data: { ...stopped.data, from: '+12085550198' } }));
  it('is stopped as a whole where the account is', () => {
    given(registered, stopped).when(stop(account)).then(accountStopped);
    given(registered, accountStopped).when(stop()).thenNothing();
    given(registered, accountStopped)
      .when(stop({ channel: 'voice' }))
      .thenNothing();
  });
  it('says nothing of another account', () =>
    given(registered, accountStopped)
      .when(stop({ ...telnyx }))
      .then({ ...stopped, data: { ...stopped.data, ...telnyx } }));
  it('goes on when somebody says so, and then may stop again', () => {
    given(registered, stopped, accountStopped).when(resume()).then(resumed, accountResumed);
    given(registered, stopped, resumed).when(resume()).thenNothing();
    given(registered, stopped, resumed).when(stop()).then(stopped);
  });
  it('goes on alone where it is named', () => {
    given(registered, stopped, accountStopped)
      .when(resume({ channel: 'sms' }))
      .then(resumed);
    given(registered, stopped, accountStopped)
      .when(resume({ provider: 'telnyx' }))
      .thenNothing();
  });
  it('is tried again when routes are set', () => given(registered, stopped, wereSet(sms)).when(stop()).then(stopped));
  it('outlasts a halt', () => {
    const halted = { type: 'CompanyHalted', data: { companyId, by, haltedAt: now } } as const;
    const lifted = { type: 'CompanyLifted', data: { companyId, by } } as const;
    given(registered, stopped, halted, lifted).when(stop()).thenNothing();
    given(registered, halted, stopped)
      .when({ type: 'HaltCompany', data: { companyId, by, haltedAt: now } })
      .thenNothing();
  });
});

const points = (given10: number, why: 'slow' | 'well' | 'relieves' = 'slow') =>
  ({ ...twilio, channel: 'sms', points: given10, why, movedAt: now }) as const;
const move = (...moves: ReturnType<typeof points>[]) => ({ type: 'MoveWeights', data: { companyId, moves } }) as const;
const moved = (...of: Parameters<typeof points>) => ({ type: 'RouteWeightMoved', data: { companyId, ...points(...of) } }) as const;

describe('the weight of routes', () => {
  it('moves', () =>
    given(registered)
      .when(move(points(-10)))
      .then(moved(-10)));
  it('moves once to the same', () =>
    given(registered, moved(-10))
      .when(move(points(-10)))
      .thenNothing());
  it('moves back', () => {
    given(registered, moved(-10))
      .when(move(points(0, 'well')))
      .then(moved(0, 'well'));
    given(registered, moved(-10), moved(0, 'well'))
      .when(move(points(0, 'well')))
      .thenNothing();
  });
  it('is what it says when routes are set', () =>
    given(registered, moved(-10), wereSet(sms))
      .when(move(points(-10)))
      .then(moved(-10)));
});
