import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ForgottenList } from '#app/forget-list.ts';
import type { KeptContacts } from '#app/kept-lists.ts';
import type { KeptList } from '#app/keep-list.ts';
import type { UsedList } from '#app/use-list.ts';
import { checkFile } from '#wiring/check-file.ts';
import { toTable } from '#reports/table.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Options = CommonOptions & Readonly<{ company: string }>;

const addPut = (contacts: Command): void => {
  contacts
    .command('put')
    .description('keep the rows of a file as a list, sealed, under a name; the same name again stands for the newer file')
    .argument('<file>', 'a file as it would be dropped')
    .requiredOption('--list <name>', 'what the list is called')
    .option('--company <id>', 'the company whose list it is', 'co_main')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string, { list: name, company: companyId, ...options }: Options & { list: string }) => {
      checkFile(file);
      const result = (await command(configOf(options), 'keep-list', { companyId, name, file: resolve(file) })) as KeptList;
      print(result, options.json, () => `${result.rows} rows are kept; "carillon contacts use" makes a packet of them`);
    });
};

const addUse = (contacts: Command): void => {
  contacts
    .command('use')
    .description(
      'make a packet of a list that was kept, as if its file were dropped for the campaign; its columns are those kept for the source "contacts"',
    )
    .argument('<name>', 'what the list is called')
    .requiredOption('--campaign <id>', 'the campaign that sends it')
    .option('--company <id>', 'the company whose list it is', 'co_main')
    .option('--again', 'a packet of its own, though the same list was used for this campaign before')
    .option('--by <name>', 'who uses it', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(
      async (
        name: string,
        { campaign: campaignId, company: companyId, again, by, ...options }: Options & { campaign: string; again?: boolean; by: string },
      ) => {
        const use = { companyId, name, campaignId, by, ...(again ? { again: Date.now().toString(36) } : {}) };
        const result = (await command(configOf(options), 'use-list', use)) as UsedList;
        print(result, options.json, () => `${result.rows} rows are ${result.packetId}; "carillon packets" shows what becomes of them`);
      },
    );
};

const addList = (contacts: Command): void => {
  contacts
    .command('list')
    .description('the lists that are kept')
    .option('--company <id>', 'whose', 'co_main')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ company: companyId, ...options }: Options) => {
      const result = (await command(configOf(options), 'kept-lists', { companyId })) as { lists: readonly KeptContacts[] };
      const rows = result.lists.map(({ name, rows: count, keptAt }) => ({ name, rows: count, kept_at: keptAt }));
      const words = (): string => (rows.length === 0 ? 'no list is kept' : toTable({ columns: ['name', 'rows', 'kept_at'], rows }));
      print(result, options.json, words);
    });
};

const addForget = (contacts: Command): void => {
  contacts
    .command('forget')
    .description('forget the people of a list for good; packets that were made of it have rows of their own')
    .argument('<name>', 'what the list is called')
    .option('--company <id>', 'whose', 'co_main')
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, { company: companyId, by, ...options }: Options & { by: string }) => {
      const result = (await command(configOf(options), 'forget-list', { companyId, name, by })) as ForgottenList;
      print(result, options.json, () => `${result.rows} rows are forgotten`);
    });
};

/** `carillon contacts put|use|list|forget`. */
export const addContactsCommands = (program: Command): void => {
  const contacts = program.command('contacts').description('keep lists of people for later, and use them for a campaign');
  addPut(contacts);
  addUse(contacts);
  addList(contacts);
  addForget(contacts);
};
