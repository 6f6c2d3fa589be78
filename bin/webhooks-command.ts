import type { Command } from 'commander';
import type { HeldWebhook } from '#app/hold-webhook.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

const listWords = (held: readonly HeldWebhook[]): string => {
  if (held.length === 0) return 'every webhook was processed';
  const lines = held.map(
    ({ webhook, provider, status, attempts, code, receivedAt }) =>
      `  ${webhook}  ${receivedAt}  ${provider}  ${status} after ${attempts} attempts: ${code}`,
  );
  return [`${held.length} signed webhooks could not be processed:`, ...lines].join('\n');
};

/** `carillon webhooks list|replay`. */
export const addWebhooksCommand = (program: Command): void => {
  const webhooks = program.command('webhooks').description('signed requests of providers that could not be processed when they came');
  webhooks
    .command('list')
    .description('those that are tried again, and those that are parked')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const held = (await command(configOf(options), 'list-webhooks', {})) as readonly HeldWebhook[];
      print(held, options.json, () => listWords(held));
    });
  webhooks
    .command('replay')
    .description('try a parked one once more')
    .argument('<webhook>', 'its id')
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (webhook: string, { by, ...options }: CommonOptions & { by: string }) => {
      const done = await command(configOf(options), 'replay-webhook', { webhook, by });
      print(done, options.json, () => `${webhook} is tried once more`);
    });
};
