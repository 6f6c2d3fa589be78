import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export type ServerFolder = Readonly<{
  dataDir: string;
  pidFile: string;
  portFile: string;
  initFile: string;
  logFile: string;
  /** Of the server's own administrator and of our user. */
  password: string;
}>;

const readPassword = (file: string): string => {
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
};

/** The folder of a private server, created closed to other users. */
export const openFolder = (place: string): ServerFolder => {
  fs.mkdirSync(place, { recursive: true, mode: 0o700 });
  const dataDir = fs.realpathSync(place);
  fs.chmodSync(dataDir, 0o700);
  const at = (name: string): string => path.join(dataDir, name);
  fs.mkdirSync(at('tmp'), { recursive: true, mode: 0o700 });
  return {
    dataDir,
    pidFile: at('server.pid'),
    portFile: at('port'),
    initFile: at('init.sql'),
    logFile: at('server.log'),
    password: readPassword(at('password')),
  };
};
