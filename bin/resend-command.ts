import type { Command } from 'commander';
import type { ResendAnswer } from '#app/resend-failed.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Resending = CommonOptions & Readonly<{ code?: readonly string[] }>;

const words = ({ packetId, run, again, left }: ResendAnswer): string => {
  const reasons = Object.entries(left).map(([code, count]) => `  ${count} not: ${code}`);
  const sent =
    run === undefined ? `nothing of ${packetId} is to be sent again` : `${again} messages of ${packetId} go once more, as run ${run}`;
  return [sent, ...reasons].join('\n');
};

const resend = async (packetId: string, { code, ...options }: Resending): Promise<void> => {
  const result = (await command(configOf(options), 'resend-failed', { packetId, codes: code })) as ResendAnswer;
  print(result, options.json, () => words(result));
};

/** `carillon resend`. */
export const addResendCommand = (program: Command): void => {
  program
    .command('resend')
    .description('send the failed and undelivered messages of a packet once more, and only those')
    .argument('<packet>', 'its id')
    .option('--code <codes...>', 'only those that failed for these reasons, as "carillon status" and the reports name them')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(resend);
};
