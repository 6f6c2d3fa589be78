import assert from 'node:assert/strict';
import { z } from '@hono/zod-openapi';
import { sweepRegistrar } from '#app/sweep-registrar.ts';
import type { Operation } from '#api/operation.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { assertDescribed, operations } from '../support/api-answers.ts';
import { callOperation, furnish, type Asking } from '../support/api-house.ts';
import { settle } from '../support/house-run.ts';
import { causeAt } from '../support/house-steps.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import type { Sample } from './samples/sample.ts';

type Body = Readonly<Record<string, unknown>>;
type Work = Readonly<{ id: string; status: string; status_url: string }>;
type Ended = (shown: Body) => boolean;

const hourMs = 3_600_000;
const statusIs =
  (...ends: readonly string[]): Ended =>
  ({ status }) =>
    ends.includes(String(status));

/** All that say `work` with a status URL, by their own description. */
const working = operations.filter(
  ({ answers: { 202: answer } }) => answer?.schema instanceof z.ZodObject && 'status_url' in answer.schema.shape,
);

describe('long work, behind the status URL of its 202', () => {
  let opened: RegisteringHouse;
  let origin: string;
  let key: string;
  let otherKey: string;
  let samples: ReadonlyMap<string, Sample>;
  const seen = new Set<string>();
  before(async () => {
    opened = await openRegisteringHouse({ listening: true });
    enterHouse(opened.house);
    const api = await furnish(opened.house, opened.twilioAccount);
    ({ key, otherKey } = api);
    origin = opened.house.publicUrl;
    samples = await samplesOf({ ...api, origin });
    await settle(opened.test);
  });
  after(() => opened.close());

  const named = (id: string): Operation => operations.find((one) => one.id === id)!;
  const call = async (id: string, asking: Asking = {}) => {
    const answer = await callOperation(origin, named(id), { key, ...asking });
    assertDescribed(named(id), answer);
    return { status: answer.status, body: JSON.parse(answer.text) as Body, headers: answer.headers };
  };
  /** Reads it as the caller would: by the URL alone. It is an operation of the document, and another company's key finds nothing there. */
  const follow = async (url: string): Promise<Body> => {
    const { pathname, origin: where } = new URL(url);
    assert.equal(where, origin);
    const read = operations.find(
      ({ method, path }) => method === 'get' && new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
    assert.ok(read, `no operation reads ${pathname}`);
    const ask = (who: string) => fetch(url, { headers: { authorization: `Bearer ${who}` } });
    const answer = await ask(key);
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    assertDescribed(read, { status: 200, headers: answer.headers, text });
    assert.equal((await ask(otherKey)).status, 404);
    return JSON.parse(text) as Body;
  };
  const sweep = async (): Promise<void> => {
    const { clock } = opened.test;
    clock.set(new Date(Date.parse(clock.now()) + 26 * hourMs).toISOString());
    clock.passReal(26 * hourMs);
    await sweepRegistrar(opened.house, causeAt(opened.test));
  };

  type Way = Readonly<{ asking?: Asking; before?: Ended; go: () => Promise<unknown>; end: Ended }>;
  const toItsEnd = async (id: string, { asking = {}, before: first, go, end }: Way): Promise<Body> => {
    const { status, body, headers } = await call(id, asking);
    const { status_url: url } = body as Work;
    assert.deepEqual([status, headers.get('location')], [202, url], JSON.stringify(body));
    seen.add(id);
    const begun = await follow(url);
    if (first) assert.ok(first(begun), `at first: ${JSON.stringify(begun)}`);
    await go();
    const shown = await follow(url);
    assert.ok(end(shown), `at its end: ${JSON.stringify(shown)}`);
    return shown;
  };
  const sampleOf = (id: string): Asking => {
    const { path, query, body } = samples.get(id) ?? {};
    return { ...(path && { path }), ...(query && { query }), body };
  };

  for (const id of ['uploadPacket', 'uploadFixes', 'useContactList'] as const)
    it(`of ${id} ends with a packet that is loaded`, async () => {
      const go = () => settle(opened.test);
      await toItsEnd(id, { asking: sampleOf(id), before: statusIs('accepted'), go, end: statusIs('loaded') });
    });

  it('of a file that can not be read ends as failed, with why and what to do, and is run again to its end', async () => {
    const asking = { ...sampleOf('uploadPacket'), query: { name: 'broken.csv' }, body: 'nothing,that,is,a,contact\n1,2,3,4,5\n' };
    const go = () => settle(opened.test);
    const failed = await toItsEnd('uploadPacket', { asking, go, end: statusIs('failed') });
    assert.ok(String(Object(failed['failure'])['detail']).length > 10, JSON.stringify(failed));
    const again = { path: { id: String(failed['id']), stage: 'loaded' } };
    await toItsEnd('runPacketStage', { asking: again, before: statusIs('accepted'), go, end: statusIs('failed') });
  });

  it('of a held list ends as loaded once it is confirmed', async () => {
    const go = () => settle(opened.test);
    await toItsEnd('confirmPacket', { asking: sampleOf('confirmPacket'), go, end: statusIs('loaded') });
  });

  it('of a firing ends with nothing that is about to leave', async () => {
    const go = () => settle(opened.test);
    await toItsEnd('fireCampaign', { asking: sampleOf('fireCampaign'), go, end: ({ leaving }) => leaving === 0 });
  });

  const decided =
    (kind: 'brand' | 'campaign', fate: Readonly<{ status: string; score?: number; said?: string }>) => async (): Promise<void> => {
      await opened.decide('twilio', { kind, ...fate });
      await sweep();
    };
  const pending = (kind: 'brand' | 'campaign') => opened.decide('twilio', { kind, status: 'pending' });

  it('of a brand ends as the registry decides, by itself', async () => {
    await pending('brand');
    const go = decided('brand', { status: 'approved', score: 80 });
    await toItsEnd('submitBrand', { asking: sampleOf('submitBrand'), before: statusIs('pending'), go, end: statusIs('approved') });
  });

  it('of a registration ends as rejected with the reasons, and of its appeal as approved', async () => {
    await pending('campaign');
    const refused = decided('campaign', { status: 'rejected', said: 'The opt-in is not clear' });
    const asking = sampleOf('submitRegistration');
    const shown = await toItsEnd('submitRegistration', { asking, before: statusIs('pending'), go: refused, end: statusIs('rejected') });
    assert.ok((shown['reasons'] as readonly unknown[]).length > 0);
    const appeal = { ...asking, body: { argument: 'The form is at the front desk.', by_letter: true } };
    const go = decided('campaign', { status: 'approved' });
    await toItsEnd('appealRegistration', { asking: appeal, before: statusIs('appealed'), go, end: statusIs('approved') });
  });

  it('of a number ends as owned, assigned and released, whatever became of the first call', async () => {
    const [found] = (await call('searchNumbers', { query: { area_code: '208', limit: '1' } })).body['data'] as readonly Body[];
    const number = String(found?.['id']);
    const path = { number };
    await opened.trouble('twilio', 'cut_after_accept');
    await toItsEnd('buyNumber', { asking: { body: { number } }, before: statusIs('buying'), go: sweep, end: statusIs('owned') });
    // the provider puts it there at once, or nobody hears what it did
    await opened.trouble('twilio', 'cut_after_accept');
    const put = { path, body: { registration: String(sampleOf('submitRegistration').path?.['id']) } };
    await toItsEnd('assignNumber', { asking: put, before: statusIs('assigning'), go: async () => undefined, end: statusIs('assigning') });
    const idle = { before: statusIs('assigning'), go: async () => undefined };
    await toItsEnd('suspendNumber', { asking: { path, body: {} }, ...idle, end: ({ suspended }) => suspended !== null });
    await toItsEnd('resumeNumber', {
      asking: { path },
      before: ({ suspended }) => suspended === null,
      go: sweep,
      end: statusIs('assigned'),
    });
    await opened.trouble('twilio', '500');
    await toItsEnd('releaseNumber', { asking: { path }, before: statusIs('releasing'), go: sweep, end: statusIs('released') });
  });

  it('was followed for each operation that says there is some', () => {
    assert.deepEqual(
      working.map(({ id }) => id).filter((id) => !seen.has(id)),
      [],
    );
  });
});
