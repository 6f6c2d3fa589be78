import { existsSync, statfsSync, statSync } from 'node:fs';
import { loadMasterKey } from '#adapters/disk/master-key.ts';
import { checkDatabase } from '#adapters/sqlite/check-database.ts';
import { inData, type Config } from '../config.ts';
import { isHouse } from '../data-folder.ts';
import { ok, wrong, type Check } from './check.ts';

const othersMayTouch = 0o077;
const leastFreeBytes = 1024 ** 3;

const folderCheck = (config: Config): Check => ({
  name: 'folder',
  next: 'name another folder with --data, or mend its permissions',
  run: async () => {
    const { dataDir } = config;
    if (!isHouse(dataDir))
      return wrong(`there is no house in ${dataDir}`, 'name its folder with --data, or open one there with "carillon start"');
    // whoever may not enter the folder reads nothing in it
    const modes = [dataDir, inData(config, 'house.db')].map((path) => statSync(path).mode & othersMayTouch);
    if (modes.every((mode) => mode !== 0)) return wrong(`others may read ${dataDir}`, `run "chmod 700 ${dataDir}"`);
    return ok(dataDir);
  },
});

const diskCheck = ({ dataDir }: Config): Check => ({
  name: 'disk',
  next: 'name a folder that is there with --data',
  run: async () => {
    const { bavail, bsize } = statfsSync(dataDir);
    const free = bavail * bsize;
    const words = `${(free / 1024 ** 3).toFixed(1)} GB are free`;
    return free >= leastFreeBytes ? ok(words) : wrong(`only ${words}`, 'make room: without it nothing more can be stored or sent');
  },
});

const databaseCheck = (config: Config): Check => ({
  name: 'database',
  next: 'put house.db back from your backup, with the files beside it',
  run: async () => {
    const broken = checkDatabase(inData(config, 'house.db'));
    if (broken === undefined) return ok('SQLite finds nothing broken in house.db');
    return wrong(`house.db is broken (${broken})`, 'stop the house and put it back from your backup, with the files beside it');
  },
});

const masterKeyCheck = (config: Config): Check => ({
  name: 'master key',
  next: 'then look again',
  run: async () => {
    const file = inData(config, 'master.key');
    if (!existsSync(file))
      return wrong(`${file} is gone, and without it nobody can read what this house holds`, 'put the file back from your backup');
    loadMasterKey(file);
    return ok('it is there, and readable by nobody else');
  },
});

/** The folder of an embedded house, whether it runs or not. */
export const folderChecks = (config: Config): readonly Check[] =>
  isHouse(config.dataDir) ? [folderCheck(config), diskCheck(config), masterKeyCheck(config), databaseCheck(config)] : [folderCheck(config)];
