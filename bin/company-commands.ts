import type { Command } from 'commander';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Halting = CommonOptions & Readonly<{ by: string; reason?: string }>;

const halt = async (companyId: string, { by, reason, ...options }: Halting): Promise<void> => {
  const result = await command(configOf(options), 'halt-company', { companyId, by, reason });
  const words = `nothing of ${companyId} leaves any more; what a provider is being told this moment ends within seconds. "carillon company lift ${companyId}" lets it go on`;
  print(result, options.json, () => words);
};

const lift = async (companyId: string, { by, ...options }: Halting): Promise<void> => {
  const result = await command(configOf(options), 'lift-company', { companyId, by });
  print(result, options.json, () => `${companyId} sends again; what became too late meanwhile expires`);
};

/** `carillon company halt` and `lift`. */
export const addCompanyCommands = (program: Command): void => {
  const company = program.command('company').description('stop everything that a company sends, and let it go on');
  company
    .command('halt')
    .description('stop everything that the company sends, whatever the campaign, within seconds')
    .argument('<company>', 'its id')
    .option('--by <name>', 'who says so', whoever())
    .option('--reason <words>', 'why, for whoever asks later')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(halt);
  company
    .command('lift')
    .description('let a halted company send again')
    .argument('<company>', 'its id')
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(lift);
};
