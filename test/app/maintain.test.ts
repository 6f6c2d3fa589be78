import assert from 'node:assert/strict';
import { maintain } from '#app/maintain.ts';
import { project } from '#app/project.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import type { Log } from '#ports/log.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
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
    await maintain({ readModel: reporting.readModel, log });
    assert.deepEqual(lines, [['info', 'the reporting tables agree with each other']]);
  });

  it('calls operators where they do not, and names what mends them', async () => {
    await told();
    await reporting.ask('DELETE FROM companies');
    await maintain({ readModel: reporting.readModel, log });
    assert.deepEqual(lines, [['error', 'the reporting tables disagree: run carillon rebuild --verify']]);
  });

  it('waits for tomorrow while the database is away', async () => {
    const away = mysqlReadModel({ url: 'mysql://nobody:nothing@127.0.0.1:1/none', connectTimeoutMs: 500 });
    await maintain({ readModel: away, log });
    await away.close();
    assert.deepEqual(lines, [['warn', 'the reporting database does not answer; the tables are checked tomorrow']]);
  });
});
