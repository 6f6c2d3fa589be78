import assert from 'node:assert/strict';
import { maintain } from '#app/maintain.ts';
import { project } from '#app/project.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import type { Log } from '#ports/log.ts';
import { consentStory } from '../support/consent-story.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { testClock } from '../support/test-clock.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { say, storyCompany, storyStart } from '../support/story.ts';

describe('nightly maintenance', () => {
  let reporting: Reporting;
  let opened: TestStore;
  const lines: (readonly [string, string])[] = [];
  const noting =
    (level: string) =>
    (_: unknown, message: string): void =>
      void lines.push([level, message]);
  const clock = testClock('2027-02-01T03:23:00.000Z');
  const log: Log = { info: noting('info'), warn: noting('warn'), error: noting('error') };

  /** A company with one campaign, as the reporting tables show it. */
  const told = async (): Promise<void> => {
    const cause = { id: 'req_1', now: storyStart };
    await opened.store.append({ stream: `company-${storyCompany}`, companyId: storyCompany, events: [say.registered()], cause });
    await opened.store.append({ stream: 'campaign-cmp_a', companyId: storyCompany, events: [say.drafted()], cause });
    for (const partition of opened.store.partitions()) {
      await project({ store: opened.store, readModel: reporting.readModel, log }, partition);
    }
  };

  before(async () => {
    reporting = await openReporting();
  });
  after(() => reporting.close());
  beforeEach(() => {
    opened = openTestStore();
    lines.splice(0);
  });
  afterEach(async () => {
    opened.close();
    await reporting.reset();
  });

  it('says that the reporting tables agree', async () => {
    await told();
    await maintain({ readModel: reporting.readModel, log, clock });
    assert.deepEqual(lines, [['info', 'the reporting tables agree with each other']]);
  });

  it('calls operators where they do not, and names what mends them', async () => {
    await told();
    await reporting.ask('DELETE FROM companies');
    await maintain({ readModel: reporting.readModel, log, clock });
    assert.deepEqual(lines, [['error', 'the reporting tables disagree: run carillon rebuild --verify']]);
  });

  it('waits for tomorrow while the database is away', async () => {
    const away = mysqlReadModel({ url: 'mysql://nobody:nothing@127.0.0.1:1/none', connectTimeoutMs: 500 });
    await maintain({ readModel: away, log, clock });
    await away.close();
    assert.deepEqual(lines, [['warn', 'the reporting database does not answer; the tables are checked tomorrow']]);
  });

  it('empties what names people in the tables about consent after five years, and leaves the opt-outs', async () => {
    const row = ({ event, stream }: (typeof consentStory)[number], now: string) =>
      opened.store.append({ stream, companyId: storyCompany, events: [event], cause: { id: `req_${now}`, now } });
    await row(consentStory[0]!, '2022-01-31T10:00:00.000Z');
    await row(consentStory[1]!, '2022-02-01T10:00:00.000Z');
    for (const partition of opened.store.partitions())
      await project({ store: opened.store, readModel: reporting.readModel, log }, partition);
    await maintain({ readModel: reporting.readModel, log, clock });
    for (const [table, at] of [
      ['consent_ledger', 'happened_at'],
      ['opt_outs', 'opted_out_at'],
    ] as const)
      assert.deepEqual(
        (await reporting.ask(`SELECT contact_point AS point FROM ${table} ORDER BY ${at}`)).map(({ point }) => point),
        [null, '+12085550101'],
        table,
      );
  });

  describe('of webhooks', () => {
    const webhook = (id: string, change: Readonly<Record<string, string | number>> = {}): Promise<unknown> => {
      const row = {
        id,
        company_id: 'co_a',
        provider: 'twilio',
        provider_account: 'AC1',
        event_type: 'message.delivered',
        provider_reference: 'SM1',
        status: 'processed',
        processed: 1,
        retries: 0,
        duplicates: 2,
        received_at: '2026-12-31 10:00:00.000',
        position: 1,
        ordinal: 0,
        ...change,
      };
      return reporting.ask(
        `INSERT INTO webhook_events (${Object.keys(row).join(', ')}) VALUES (${Object.values(row)
          .map((value) => `'${value}'`)
          .join(', ')})`,
      );
    };
    const idsIn = async (table: string): Promise<readonly string[]> =>
      (await reporting.ask(`SELECT id, duplicates FROM ${table} ORDER BY id`)).map(({ id, duplicates }) => `${id} ${duplicates}`);
    const night = () => maintain({ readModel: reporting.readModel, log, clock });
    beforeEach(() => reporting.ask('DELETE FROM webhook_events_archive'));

    it('moves what was dealt with a month ago into their archive, at one cut, and drops it from there after 400 days', async () => {
      await webhook('hook_old');
      await webhook('hook_at_the_cut', { received_at: '2027-01-02 03:23:00.000' });
      await webhook('rpl_parked', { status: 'parked', processed: 0 });
      await webhook('rpl_waiting', { status: 'waiting', processed: 0 });
      await night();
      assert.deepEqual(await idsIn('webhook_events_archive'), ['hook_old 2']);
      assert.deepEqual(await idsIn('webhook_events'), ['hook_at_the_cut 2', 'rpl_parked 2', 'rpl_waiting 2']);
      await night();
      assert.deepEqual(await idsIn('webhook_events_archive'), ['hook_old 2']);
      clock.set('2028-02-04T10:00:00.001Z');
      await night();
      assert.deepEqual(await idsIn('webhook_events_archive'), ['hook_at_the_cut 2'], 'one has been there too long, the other one came');
      clock.set('2027-02-01T03:23:00.000Z');
    });

    it('counts together what came again after it was moved', async () => {
      await webhook('hook_a');
      await night();
      await webhook('hook_a', { received_at: '2027-01-01 10:00:00.000', duplicates: 3 });
      await night();
      assert.deepEqual(await idsIn('webhook_events_archive'), ['hook_a 6']);
    });

    it('leaves all of it where it was when it dies half-way', async () => {
      for (const n of ['a', 'b', 'c']) await webhook(`hook_${n}`);
      await reporting.ask("CREATE TRIGGER no_delete BEFORE DELETE ON webhook_events FOR EACH ROW SIGNAL SQLSTATE '45000'");
      await assert.rejects(night());
      await reporting.ask('DROP TRIGGER no_delete');
      assert.deepEqual([(await idsIn('webhook_events_archive')).length, (await idsIn('webhook_events')).length], [0, 3]);
      await night();
      assert.deepEqual([(await idsIn('webhook_events_archive')).length, (await idsIn('webhook_events')).length], [3, 0]);
    });

    it('moves more than one batch of them', async () => {
      const values = Array.from(
        { length: 5_500 },
        (_, n) => `('hook_${n}', 'co_a', 'twilio', 'AC1', 'message.sent', 'SM1', 'processed', 1, 0, 0, '2026-12-01 10:00:00.000', 1, 0)`,
      );
      await reporting.ask(
        `INSERT INTO webhook_events (id, company_id, provider, provider_account, event_type, provider_reference, status, processed, retries, duplicates, received_at, position, ordinal) VALUES ${values.join(', ')}`,
      );
      await night();
      assert.deepEqual([(await idsIn('webhook_events_archive')).length, (await idsIn('webhook_events')).length], [5_500, 0]);
    });
  });
});
