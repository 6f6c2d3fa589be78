import type { Command } from 'commander';
import type { ShownConsentSettings } from '#app/set-consent-settings.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { readJson } from '#wiring/read-json.ts';
import { whoever } from '#wiring/whoever.ts';

type Options = CommonOptions & Readonly<{ company: string }>;

const words = ({ settings, forms }: ShownConsentSettings): string =>
  [JSON.stringify(settings, null, 2), ...forms.map(({ id, url }) => `the form ${id} is at ${url}`)].join('\n');

const run = async (name: string, { company: companyId, ...options }: Options, more: object = {}): Promise<void> => {
  const result = (await command(configOf(options), name, { companyId, ...more })) as ShownConsentSettings;
  print(result, options.json, () => words(result));
};

const common = (verb: Command): Command =>
  verb.option('--company <id>', 'whose', 'co_main').addOption(dataOption()).addOption(jsonOption());

/** `carillon consent settings show|set`. */
export const addConsentSettingsCommands = (consent: Command): void => {
  const settings = consent
    .command('settings')
    .description('what the company says about consent: name, contact, keywords, forms, own texts');
  common(settings.command('show').description('as they stand')).action((options: Options) => run('show-consent-settings', options));
  common(
    settings
      .command('set')
      .description('set all of them')
      .argument('<file>', 'JSON: { "name", "contact", "ownReplies", "texts", "yesWithinHours", "keywords", "forms" }'),
  )
    .option('--by <name>', 'who says so', whoever())
    .action((file: string, { by, ...options }: Options & { by: string }) =>
      run('set-consent-settings', options, { by, settings: readJson(file, 'file of settings') }),
    );
};
