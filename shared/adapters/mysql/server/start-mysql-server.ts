import { installedServers } from './installed-servers.ts';
import { openFolder, type ServerFolder } from './server-folder.ts';
import { launch, type Launched } from './launch-server.ts';
import { waitForPreviousServer } from './previous-server.ts';
import type { Environment } from './run-command.ts';
import type { ServerProgram } from './server-program.ts';
import { unpackedServer } from './unpacked-server.ts';

export type MySqlServerOptions = Readonly<{
  /** Holds the database, the password and the server's log; created with mode 0700. */
  dataDir: string;
  /** Holds unpacked server packages, shared by all data folders. */
  cacheDir: string;
  /** Letters, digits and underscores. */
  database: string;
  /** What the server and the commands that fetch it inherit; PATH is searched for a server. */
  env: Environment;
  log: (line: string) => void;
  /** Use the unpacked packages even where a server is installed. */
  ignoreInstalled?: boolean;
  /** Folders to look into beside PATH; the usual ones unless told. */
  folders?: readonly string[];
}>;

export type MySqlServer = Readonly<{
  url: string;
  /** product, version and origin, for people */
  kind: string;
  alive: () => boolean;
  /** Starts it again with the same data, after stopping it where it still runs. Gives the url, the same one unless the port was taken. */
  restart: () => Promise<string>;
  stop: () => Promise<void>;
}>;

export class NoMySqlServer extends Error {
  readonly code = 'no_mysql_server';
  constructor(reason: string, cause?: unknown) {
    super(`no MySQL server: ${reason}. Set MYSQL_URL, or install MySQL 8+ or MariaDB 10.11+`, { cause });
    this.name = 'NoMySqlServer';
  }
}

/** Servers to try, the nearest first. What is installed may still refuse a private folder (AppArmor, SELinux): then comes the next. */
async function* servers(options: MySqlServerOptions): AsyncGenerator<ServerProgram> {
  if (options.ignoreInstalled !== true) yield* await installedServers(options.env, options.folders);
  const unpacked = process.platform === 'linux' ? await unpackedServer(options) : undefined;
  if (unpacked !== undefined) yield unpacked;
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0]! : String(error));

const launchFirst = async (folder: ServerFolder, options: MySqlServerOptions): Promise<Launched> => {
  let problem: unknown;
  try {
    for await (const server of servers(options)) {
      try {
        return await launch(server, folder, options.database);
      } catch (error) {
        problem = error;
        options.log(`mysql: ${server.file} does not start here: ${firstLine(error)}`);
      }
    }
  } catch (error) {
    problem ??= error;
  }
  throw new NoMySqlServer(problem === undefined ? 'none is installed here' : firstLine(problem), problem);
};

/**
 * A private MySQL or MariaDB server on loopback: an installed one, else Debian's packages unpacked. It ends with this process, however
 * that ends. A second start in the same folder waits for the first one's server and continues with its data. Throws NoMySqlServer.
 */
export const startMySqlServer = async (options: MySqlServerOptions): Promise<MySqlServer> => {
  if (!/^\w{1,64}$/.test(options.database)) throw new Error('the name of a database is made of letters, digits and underscores');
  const folder = openFolder(options.dataDir);
  await waitForPreviousServer(folder.pidFile, folder.dataDir, options.env);
  let running = await launchFirst(folder, options);
  const { program } = running;
  return {
    get url() {
      return running.url;
    },
    kind: `${program.product} ${program.version} (${program.origin})`,
    alive: () => running.kept.alive(),
    restart: async () => {
      await running.kept.stop();
      running = await launch(program, folder, options.database);
      return running.url;
    },
    stop: () => running.kept.stop(),
  };
};
