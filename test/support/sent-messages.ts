import { readLedger, type LedgerLine } from '#adapters/simulator/ledger.ts';
import type { twilioSdk } from './twilio-sdk.ts';

/** Creates one message by Twilio's own package. */
export const createMessage = (
  sdk: ReturnType<typeof twilioSdk>,
  change: Readonly<{ to?: string; from?: string; body?: string; statusCallback?: string; validityPeriod?: number }> = {},
) => sdk.messages.create({ to: '+12085550123', from: '+12085550199', body: 'Hello', ...change });

export const ledgerLines = async (file: string): Promise<LedgerLine[]> => {
  const lines: LedgerLine[] = [];
  for await (const line of readLedger(file)) lines.push(line);
  return lines;
};

/** `n` different recipients, always the same. */
export const recipients = (n: number): string[] => Array.from({ length: n }, (_, at) => `+1208555${String(at).padStart(4, '0')}`);
