import { existsSync } from 'node:fs';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { loadMasterKey } from '#adapters/disk/master-key.ts';
import { csvRowReader } from '#adapters/csv/row-reader.ts';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { sqliteCommitter } from '#adapters/sqlite/committer.ts';
import { openDatabase } from '#adapters/sqlite/database.ts';
import { sqliteDocuments } from '#adapters/sqlite/documents.ts';
import { sqliteEventStore } from '#adapters/sqlite/event-store.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import type { Account } from '#domain/company/company.ts';
import type { House } from '#app/house.ts';
import { topics } from '#app/topics.ts';
import { documentVault } from '#log/vault.ts';
import type { Clock } from '#ports/clock.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { Provider } from '#ports/provider.ts';
import { systemClock } from './clocks.ts';
import { inData, type Config, type TwilioConfig } from './config.ts';
import { holdFolder } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { openLog } from './logging.ts';
import { openReporting, type Reporting } from './reporting.ts';

/** The embedded house without doors: one SQLite file, a folder, a reporting database that starts when it is first asked. */
export type Embedded = Readonly<{
  house: House;
  bus: MessageBus;
  reporting: Reporting;
  /** its doors are open */
  live?: boolean;
  /** the provider account that companies of this house send through unless told */
  account: Account;
  /** connects the house to its provider; until then there is none */
  connect: (twilio: TwilioConfig, publicUrl: string) => Promise<void>;
  close: () => Promise<void>;
}>;

/** A quiet log tells its readers almost at once, a busy one less often: they read more at a time then. */
const quietMs = 10;
const busyMs = 100;
const busyFrom = 20;

/** Tells the readers of a partition that it has grown, once for everything that came within a moment. */
const commitHints = (bus: () => MessageBus) => {
  const grown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let commits = 0;
  let busy = false;
  const tell = (): void => {
    timer = undefined;
    const hints = [...grown].map((partition) => ({ data: { partition }, key: partition }));
    grown.clear();
    busy = commits > busyFrom;
    commits = 0;
    // only a hint: when it can't be published the next tick finds the growth
    bus()
      .publish(topics.logAppended, hints)
      .catch(() => undefined);
  };
  return {
    note: (partition: string): void => {
      grown.add(partition);
      commits += 1;
      timer ??= setTimeout(tell, busy ? busyMs : quietMs);
    },
    stop: (): void => clearTimeout(timer),
  };
};

const closeMs = 20_000;

/** A new key would open nothing of what the old one sealed. */
const checkKeyIsThere = (config: Config): void => {
  if (!existsSync(inData(config, 'house.db')) || existsSync(inData(config, 'master.key'))) return;
  throw new HouseUnavailable(
    `${inData(config, 'master.key')} is gone, and without it nobody can read what this house holds: put the file back from your backup, or choose another folder with --data`,
  );
};

export const openEmbedded = async (config: Config, clock: Clock = systemClock): Promise<Embedded> => {
  const held = holdFolder(config.dataDir);
  checkKeyIsThere(config);
  const log = openLog(config);
  const db = openDatabase(inData(config, 'house.db'));
  const committer = sqliteCommitter(db);
  const documents = sqliteDocuments({ table: committer.table, committer });
  const vault = documentVault({ documents, masterKey: loadMasterKey(inData(config, 'master.key')) });
  const bus = sqliteBus({ db, log });
  const hints = commitHints(() => bus);
  const store = sqliteEventStore({ db, committer, vault, onCommit: hints.note });
  const reporting = openReporting(config, log);
  let provider: Provider | undefined;
  let publicUrl = config.publicUrl ?? '';
  const house: House = {
    store,
    documents,
    vault,
    bus,
    files: diskFileStore(held.dataDir),
    rows: csvRowReader(),
    readModel: reporting.readModel,
    clock,
    log,
    providerFor: (account) => (provider?.name === account.provider && provider.accountId === account.accountId ? provider : undefined),
    providerNamed: (name) => (provider?.name === name ? provider : undefined),
    get publicUrl() {
      return publicUrl;
    },
  };
  return {
    house,
    bus,
    reporting,
    account: { provider: 'twilio', accountId: (config.twilio ?? simulatorAccount).accountId },
    connect: async (twilio, url) => {
      publicUrl = config.publicUrl ?? url;
      provider = await twilioProvider({ ...twilio, publicUrl });
    },
    close: async () => {
      hints.stop();
      await bus.close(closeMs);
      await provider?.close();
      await reporting.close();
      committer.close();
      db.close();
      held.release();
    },
  };
};
