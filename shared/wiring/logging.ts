import { pino } from 'pino';
import type { Log } from '#ports/log.ts';
import type { Config } from './config.ts';

const severities: Readonly<Record<string, string>> = { info: 'INFO', warn: 'WARNING', error: 'ERROR' };

/** JSON lines as Google Cloud Logging reads them, on stderr: stdout belongs to results. */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>): Log =>
  pino(
    {
      level: logLevel,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
