import { pino } from 'pino';
import type { Log } from '#ports/log.ts';
import type { Config } from './config.ts';

const severities: Readonly<Record<string, string>> = { info: 'INFO', warn: 'WARNING', error: 'ERROR' };

/** The same line for somebody who watches the terminal. */
const forPeople = (line: string): string => {
  const { severity, time: _, message, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const details = Object.entries(fields).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${String(severity).toLowerCase()}: ${String(message)}${details.length === 0 ? '' : ` (${details.join('; ')})`}\n`;
};

const terminal = { write: (line: string): void => void process.stderr.write(forPeople(line)) };

/** JSON lines as Google Cloud Logging reads them, on stderr: stdout belongs to results. In words where stderr is a terminal. */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>): Log =>
  pino(
    {
      level: logLevel,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
    },
    process.stderr.isTTY ? terminal : pino.destination({ dest: 2, sync: true }),
  );
