import type { Command } from 'commander';
import { configOf, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Options = CommonOptions & Readonly<{ company: string; campaign: string; file: string; minutes: number }>;

/** The longest that Google signs for. */
const sevenDaysMinutes = 7 * 24 * 60;

/** `carillon drop-url`. */
export const addDropUrlCommand = (program: Command): void => {
  program
    .command('drop-url')
    .description("sign an address under which one file can be put into a campaign's drop folder on Google Cloud")
    .requiredOption('--company <id>', 'the company that sends')
    .requiredOption('--campaign <id>', 'the campaign that sends it')
    .requiredOption('--file <name>', 'the name that the file gets')
    .option('--minutes <n>', 'how long the address is good for beginning an upload', wholeNumber(1, sevenDaysMinutes), 60)
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const { company: companyId, campaign: campaignId, file, minutes } = options;
      const { dropUrl } = await import('#wiring/drop-url.ts');
      const result = await dropUrl(configOf(options), { companyId, campaignId, file, minutes });
      print(result, options.json, () => `good until ${result.expiresAt} for ${result.path}:\n\n${result.curl}`);
    });
};
