import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { ImportedOptOuts } from '#app/import-opt-outs.ts';
import { optOutFields } from '#domain/consent/opt-out-columns.ts';
import { channels } from '#domain/kernel/ids.ts';
import { checkFile } from '#wiring/check-file.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, instant, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Columns = Readonly<Record<string, string>>;
type Options = CommonOptions &
  Readonly<{ company: string; channel?: string; brand?: string; expires?: string; days: string; column: Columns; by: string }>;
type Imported = Omit<ImportedOptOuts, 'badRows'> & Readonly<{ badRows: readonly Readonly<{ row: number; code: string; words: string }>[] }>;

const column = (text: string, before: Columns): Columns => {
  const [, field = '', name = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
  if (!(optOutFields as readonly string[]).includes(field))
    throw new InvalidArgumentError(`write FIELD=NAME, with one of ${optOutFields.join(', ')}`);
  return { ...before, [field]: name };
};

const words = ({ rows, written, already, none, bad, badRows, columns, from }: Imported): string =>
  [
    ...(from === undefined ? [] : [`rows up to ${from} had been imported before`]),
    `columns: ${Object.entries(columns)
      .map(([field, name]) => `${field} is "${name}"`)
      .join(', ')}`,
    `${rows} rows: ${written} opt-outs written down, ${already} were so already, ${none} tell of none, ${bad} left out`,
    ...badRows.map((one) => `row ${one.row}: ${one.words}`),
  ].join('\n');

const run = async (file: string, options: Options): Promise<void> => {
  checkFile(file);
  const { company: companyId, channel, brand: brandId, expires: until, days: dayOrder, column: columns, by } = options;
  const given = { companyId, file: resolve(file), channel, brandId, until, dayOrder, columns, by };
  const result = (await command(configOf(options), 'import-opt-outs', given)) as Imported;
  print(result, options.json, () => words(result));
};

/** `carillon consent import FILE`. */
export const addConsentImport = (consent: Command): void => {
  consent
    .command('import')
    .description('write the opt-outs of a file down: whoever stands in it gets nothing more')
    .argument('<file>', 'csv, xlsx or what else is read here, with a line of names; also exports of other vendors')
    .option('--company <id>', 'whose messages', 'co_main')
    .addOption(new Option('--channel <name>', 'of rows that name none (sms, or email where there is an address)').choices(channels))
    .option('--brand <id>', 'of rows that name none: of this brand alone')
    .addOption(new Option('--expires <instant>', 'of rows that name no end').argParser(instant))
    .addOption(new Option('--days <order>', 'how days with slashes are written').choices(['mdy', 'dmy']).default('mdy'))
    .option('--column <field=name>', 'which column is what, where its name does not tell; again for each', column, {})
    .option('--by <name>', 'who writes it down', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(run);
};
