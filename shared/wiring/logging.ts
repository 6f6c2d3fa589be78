import { pino, type DestinationStream } from 'pino';
import type { Log } from '#ports/log.ts';
import type { Config } from './config.ts';
import { hopFields } from './log-context.ts';

const severities: Readonly<Record<string, string>> = { info: 'INFO', warn: 'WARNING', error: 'ERROR' };

/** What leads machines from line to line; nobody reads it at a terminal. */
const forMachines = /^logging\.googleapis\.com\/|^correlation$|^cause$/;

/** The same line for somebody who watches the terminal. */
const forPeople = (line: string): string => {
  const { severity, time: _, message, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const details = Object.entries(fields)
    .filter(([name]) => !forMachines.test(name))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${String(severity).toLowerCase()}: ${String(message)}${details.length === 0 ? '' : ` (${details.join('; ')})`}\n`;
};

const terminal = { write: (line: string): void => void process.stderr.write(forPeople(line)) };

const stderr = (): DestinationStream => (process.stderr.isTTY ? terminal : pino.destination({ dest: 2, sync: true }));

/**
 * JSON lines as Google Cloud Logging reads them, on stderr: stdout belongs to results. In words where stderr is a terminal. Each line of a
 * door carries the door, what woke it, and the trace and correlation that lead from hop to hop.
 */
export const openLog = ({ logLevel, googleCloud }: Pick<Config, 'logLevel' | 'googleCloud'>, destination = stderr()): Log =>
  pino(
    {
      level: logLevel,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
      mixin: () => ({ ...hopFields(googleCloud?.projectId) }),
    },
    destination,
  );
