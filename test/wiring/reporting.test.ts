import assert from 'node:assert/strict';
import { cloudSource, embeddedSource, openReporting as openWired, type Reporting as Wired } from '#wiring/reporting.ts';
import { readConfig } from '#wiring/config.ts';
import type { Log } from '#ports/log.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the reporting database of a house', () => {
  let database: Reporting;
  let wired: Wired | undefined;
  before(async () => {
    database = await openReporting();
  });
  after(() => database.close());
  afterEach(async () => {
    await wired?.close();
    wired = undefined;
  });
  const configAt = (url: string) => readConfig({}, { MYSQL_URL: url });

  it('that others keep answers the first question of a door that has just started', async () => {
    wired = openWired(cloudSource(configAt(database.url)), quiet);
    assert.equal(await wired.readModel.checkpoint('bulk-0'), 0);
  });

  it('that others keep, and that is not there, is away at once', async () => {
    wired = openWired(cloudSource(configAt('mysql://nobody@127.0.0.1:9/none')), quiet);
    await assert.rejects(wired.readModel.checkpoint('bulk-0'), { code: 'read_model_away' });
  });

  it('of its own is away while it starts, and there when it is waited for', async () => {
    wired = openWired(embeddedSource(configAt(database.url), quiet), quiet);
    await assert.rejects(wired.readModel.checkpoint('bulk-0'), { code: 'read_model_away' });
    await wired.ready(20_000);
    assert.equal(await wired.readModel.checkpoint('bulk-0'), 0);
  });
});
