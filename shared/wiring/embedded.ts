import { existsSync } from 'node:fs';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import type { DiskUploads } from '#adapters/disk/uploads.ts';
import { loadMasterKey } from '#adapters/disk/master-key.ts';
import { rowReaders } from './row-readers.ts';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { sqliteCommitter } from '#adapters/sqlite/committer.ts';
import { openDatabase } from '#adapters/sqlite/database.ts';
import { sqliteDocuments } from '#adapters/sqlite/documents.ts';
import { sqliteEventStore } from '#adapters/sqlite/event-store.ts';
import { webhookCaller } from '#adapters/webhooks/webhook-caller.ts';
import { customersListen } from '#app/customers-listen.ts';
import type { House } from '#app/house.ts';
import { documentVault } from '#log/vault.ts';
import type { Clock } from '#ports/clock.ts';
import { aboutOf } from './about.ts';
import { systemClock } from './clocks.ts';
import { commitHints } from './commit-hints.ts';
import { inData, type Config } from './config.ts';
import { holdFolder, type HeldFolder } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { handingOn } from './log-context.ts';
import { openLog } from './logging.ts';
import { houseAccount } from './house-account.ts';
import type { OpenHouse } from './open-house.ts';
import { hasCarriers, noRegistrars, openRegistrars } from './open-registrars.ts';
import { noProviders, openProviders, type ProviderOptions } from './open-providers.ts';
import { folderUploads } from './folder-uploads.ts';
import { pagesOf } from './pages-of.ts';
import { embeddedSource, openReporting } from './reporting.ts';
import { withAhead } from './with-ahead.ts';
import { withTestNetwork } from './with-test-network.ts';

/** The embedded house without doors: one SQLite file, a folder, a reporting database that starts when it is first asked. */
export type Embedded = OpenHouse &
  Readonly<{
    uploads: DiskUploads;
    /** connects the house to its providers; until then there is none */
    connect: (options: ProviderOptions, publicUrl: string) => Promise<void>;
  }>;

const closeMs = 20_000;

/** A new key would open nothing of what the old one sealed. */
const checkKeyIsThere = (config: Config): void => {
  if (!existsSync(inData(config, 'house.db')) || existsSync(inData(config, 'master.key'))) return;
  throw new HouseUnavailable(
    `${inData(config, 'master.key')} is gone, and without it nobody can read what this house holds: put the file back from your backup, or choose another folder with --data`,
  );
};

/** The folder and its key, or neither: whoever is refused here holds nobody else up. */
const holdWithKey = (config: Config): Readonly<{ held: HeldFolder; masterKey: Buffer }> => {
  const held = holdFolder(config.dataDir);
  try {
    checkKeyIsThere(config);
    return { held, masterKey: loadMasterKey(inData(config, 'master.key')) };
  } catch (error) {
    held.release();
    throw error;
  }
};

export const openEmbedded = async (config: Config, clock: Clock = systemClock): Promise<Embedded> => {
  const { held, masterKey } = holdWithKey(config);
  const log = openLog(config);
  const db = openDatabase(inData(config, 'house.db'));
  const committer = sqliteCommitter(db);
  const documents = sqliteDocuments({ table: committer.table, committer });
  const early = sqliteDocuments({ table: committer.table, committer: { commit: committer.commitEarly } });
  const vault = documentVault({ documents, making: early, masterKey });
  const bus = sqliteBus({ db, log });
  const handing = handingOn(bus);
  const listen = customersListen(() => documents, clock.realMs, 500);
  const hints = commitHints(() => handing, listen);
  const store = sqliteEventStore({ db, committer, vault, onCommit: hints.note });
  const reporting = openReporting(embeddedSource(config, log), log);
  let providers = noProviders;
  let registrars = noRegistrars;
  let mustBeRegistered = false;
  // its own address, once it serves: a campaign may name links before
  let publicUrl = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
  const files = diskFileStore(held.dataDir);
  const uploads = folderUploads({ files, dataDir: held.dataDir, bus: handing, publicUrl: () => publicUrl });
  const built: House = {
    about: aboutOf(config),
    store,
    documents,
    vault,
    bus: { ...bus, ...handing },
    tasks: bus,
    files,
    uploads,
    rows: rowReaders(),
    leaseMs: config.leaseMs,
    readModel: reporting.readModel,
    clock,
    log,
    ...withTestNetwork({ vault, clock, publicUrl: () => publicUrl }, () => providers),
    providers: () => providers.all,
    registrarFor: (account) => registrars.of(account),
    registrarNamed: (name) => registrars.named(name),
    get mustBeRegistered() {
      return mustBeRegistered;
    },
    webhooks: webhookCaller({ loopback: true }),
    ...pagesOf(config),
    get publicUrl() {
      return publicUrl;
    },
  };
  const house = withAhead(built, { store: store.early, documents: early, settled: committer.settled });
  return {
    house,
    uploads,
    bus,
    reporting,
    account: houseAccount(config),
    connect: async (options, url) => {
      publicUrl = config.publicUrl ?? url;
      const { twilio, messagebird } = options;
      const known = {
        ...options,
        // both sign the whole address that they call
        ...(twilio && { twilio: { ...twilio, publicUrl } }),
        ...(messagebird && { messagebird: { ...messagebird, publicUrl } }),
      };
      mustBeRegistered = hasCarriers(known);
      registrars = openRegistrars(known);
      providers = await openProviders(known);
    },
    close: async () => {
      hints.stop();
      await bus.close(closeMs);
      await providers.close();
      await registrars.close();
      await reporting.close();
      committer.close();
      db.close();
      held.release();
    },
  };
};
