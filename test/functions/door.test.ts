import assert from 'node:assert/strict';
import { z } from 'zod';
import { Refusal } from '#domain/kernel/refusal.ts';
import { onEvent, onHttp, type Door, type DoorRequest } from '#functions/door.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import { enterHouse } from '#wiring/current-house.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { binaryEvent, push, structuredEvent, type Asked } from '../support/single-door.ts';

const requestOf = ({ method = 'POST', path = '/', headers = {}, body = '' }: Asked): DoorRequest => ({
  method,
  url: path,
  headers,
  body: String(body),
});

describe('a door', () => {
  let test: TestHouse;
  let taken: { data: unknown; cause: string; now: string; correlation?: string | undefined; isAgain?: boolean }[];
  let fails: Error | undefined;
  before(async () => {
    test = await openTestHouse();
    enterHouse(test.house);
  });
  after(() => test.close());
  beforeEach(() => {
    taken = [];
    fails = undefined;
  });

  const logged = () => test.lines.at(-1);

  describe('behind a topic', () => {
    const door = onEvent(z.object({ path: z.string() }), async (data, { cause, isAgain = false }) => {
      if (fails) throw fails;
      taken.push({ data, cause: cause.id, now: cause.now, correlation: cause.correlation, ...(isAgain && { isAgain }) });
    });
    const answer = async (asked: Asked) => {
      const { status, body = '' } = await door.answer(requestOf(asked));
      return [status, body === '' ? '' : (JSON.parse(body) as { code: string }).code];
    };

    it('takes CloudEvents in both modes, under their own id and at the time of the house', async () => {
      assert.deepEqual(await answer(binaryEvent({ path: 'a' }, 'evt_7')), [204, '']);
      assert.deepEqual(await answer(structuredEvent({ path: 'b' }, 'evt_8')), [204, '']);
      const now = test.clock.now();
      assert.deepEqual(taken, [
        { data: { path: 'a' }, cause: 'evt_7', now, correlation: 'evt_7' },
        { data: { path: 'b' }, cause: 'evt_8', now, correlation: 'evt_8' },
      ]);
    });

    describe('pushed by Pub/Sub', () => {
      const causes = (): readonly (readonly (string | undefined)[])[] => taken.map(({ cause, correlation }) => [cause, correlation]);

      it('takes messages under the id that they were published with, and their correlation', async () => {
        const attributes = { id: 'tsk_abc', key: 'k', correlation: 'req_1', traceparent: 'whatever' };
        assert.deepEqual(await answer(push({ path: 'a' }, { attributes, messageId: '7' })), [204, '']);
        assert.deepEqual(await answer(push({ path: 'a' }, { attributes, messageId: '9', attempt: 3 })), [204, '']);
        assert.deepEqual(causes(), [
          ['tsk_abc', 'req_1'],
          ['tsk_abc', 'req_1'],
        ]);
        assert.deepEqual(taken[0]?.data, { path: 'a' });
        assert.deepEqual(
          taken.map(({ isAgain }) => isAgain),
          [undefined, true],
          'told from a first delivery',
        );
      });
      it('names others by their subscription and number, the same at every delivery', async () => {
        for (const topic of ['tick-sends', 'sweep'])
          for (const attempt of [1, 2]) await answer(push({ path: 'a' }, { messageId: '12345', attempt, topic }));
        const [tick, sweep] = ['psm_tick-sends_12345', 'psm_sweep_12345'];
        assert.deepEqual(causes(), [
          [tick, tick],
          [tick, tick],
          [sweep, sweep],
          [sweep, sweep],
        ]);
      });
      it('does not acknowledge what its schema does not take, so that it ends with the dead letters, and logs its id', async () => {
        for (const data of [{ path: 1 }, 'Ada Lovelace', undefined, ['a']]) {
          assert.deepEqual(await answer(push(data, { attributes: { id: 'tsk_bad' } })), [400, 'event_malformed']);
          assert.deepEqual([logged()?.level, logged()?.fields['id'], logged()?.fields['code']], ['warn', 'tsk_bad', 'event_malformed']);
        }
        assert.deepEqual(taken, []);
        assert.doesNotMatch(JSON.stringify(test.lines), /Lovelace/);
      });
      it('acknowledges a refusal and says so, and lets a failure come again', async () => {
        fails = new Refusal('company_unknown', 'nobody');
        assert.deepEqual(await answer(push({ path: 'a' }, { attributes: { id: 'tsk_no' } })), [204, '']);
        assert.deepEqual([logged()?.level, logged()?.fields['id'], logged()?.fields['code']], ['warn', 'tsk_no', 'company_unknown']);
        fails = new Error('the disk is full');
        assert.deepEqual(await answer(push({ path: 'a' })), [500, 'internal']);
      });
      it('takes no envelope that is none', async () => {
        const { body = '' } = push({ path: 'a' });
        const envelope = JSON.parse(String(body)) as { message: Record<string, unknown> };
        const wrong = [
          { ...envelope, subscription: 7 },
          { ...envelope, message: [] },
          { ...envelope, message: { ...envelope.message, messageId: '' } },
          { ...envelope, message: { ...envelope.message, data: { path: 'a' } } },
          { ...envelope, message: { ...envelope.message, attributes: 'id' } },
          { ...envelope, message: { ...envelope.message, messageId: 'x'.repeat(1_000) } },
          null,
        ];
        for (const one of wrong) assert.deepEqual(await answer({ body: JSON.stringify(one) }), [400, 'event_malformed']);
        assert.deepEqual(taken, []);
      });
    });

    it('refuses what it does not take, for good', async () => {
      for (const asked of [binaryEvent({ path: 1 }), structuredEvent([]), { method: 'GET' }, { body: 'garbage' }]) {
        assert.deepEqual(await answer(asked), [400, 'event_malformed']);
      }
      assert.deepEqual(taken, []);
    });

    it('answers a refusal 400 with its code, and a failure 500 without its words', async () => {
      fails = new Refusal('drop_path_invalid', 'a drop belongs elsewhere');
      assert.deepEqual(await answer(binaryEvent({ path: 'a' })), [400, 'drop_path_invalid']);
      fails = new Error('the disk is full');
      const { status, body } = await door.answer(requestOf(binaryEvent({ path: 'a' })));
      assert.equal(status, 500);
      assert.doesNotMatch(body ?? '', /disk/);
      assert.deepEqual([logged()?.level, logged()?.fields['error']], ['error', 'the disk is full']);
    });

    it('acknowledges on a bus what will never get better, says so, and lets everything else come again', async () => {
      await door.run?.('t1', { path: 'a' });
      assert.deepEqual(
        taken.map(({ cause }) => cause),
        ['t1'],
      );
      await door.run?.('t2', { path: 1 });
      assert.deepEqual([logged()?.level, logged()?.fields['code']], ['warn', 'event_malformed']);
      fails = new Refusal('company_unknown', 'nobody');
      await door.run?.('t3', { path: 'a' });
      assert.deepEqual([logged()?.level, logged()?.fields['code']], ['warn', 'company_unknown']);
      fails = new Error('the disk is full');
      await assert.rejects(async () => door.run?.('t4', { path: 'a' }), /disk is full/);
    });
  });

  describe('over HTTP', () => {
    it('gives every request an id of its own, and a failure no words', async () => {
      const causes = new Set<string>();
      const door = onHttp(async (_request, { cause }) => {
        causes.add(cause.id);
        if (causes.size > 2) throw new Error('the disk is full');
        return { status: 200 };
      });
      const statuses = [];
      for (let n = 0; n < 3; n++) statuses.push((await door.answer(requestOf({ path: '/' }))).status);
      assert.deepEqual([statuses, causes.size], [[200, 200, 500], 3]);
      for (const id of causes) assert.match(id, /^req_[0-9a-f]{32}$/);
    });
  });

  it('that projects lets the log wait while the reporting database is away', async () => {
    const { default: project } = await import('#functions/project.ts');
    await project.run?.('t1', { partition: 'bulk-0' });
    const told = test.lines.filter(({ fields }) => fields['partition'] === 'bulk-0');
    assert.deepEqual(
      told.map(({ level }) => level),
      ['info'],
    );
    assert.equal((await project.answer(requestOf(binaryEvent({ partition: 'bulk-0' })))).status, 204);
  });

  /** Whoever follows a link reads a page, also where it leads nowhere. */
  const forPeople = new Set(['answer-page']);
  for (const { name, trigger } of doors) {
    it(`${name} answers a GET and garbage with a problem`, async () => {
      const { default: own } = (await import(`#functions/${name}.ts`)) as { default: Door };
      for (const asked of [
        { method: 'GET' },
        { body: 'garbage', headers: { 'content-type': 'application/json' } },
        binaryEvent('garbage'),
      ]) {
        const { status, headers } = await own.answer(requestOf({ path: '/messages/status/nobody', ...asked }));
        assert.ok(status >= 400 && status < 500, `${status}`);
        assert.equal(headers?.['content-type'], forPeople.has(name) ? 'text/html; charset=utf-8' : 'application/problem+json');
      }
      assert.equal(own.run !== undefined, trigger.startsWith('topic:'));
    });
  }
});
