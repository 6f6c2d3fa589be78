import type { Command } from 'commander';
import { requestPreview } from '#wiring/preview-request.ts';
import { configOf, dataOption, jsonOption, sourceFolder, price, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { previewWords } from './preview-words.ts';

/** US dollars for a segment where nobody says what it costs: what Twilio asks in the United States, without what carriers add. */
export const usualPrice = 0.0083;

type Options = CommonOptions & Readonly<{ campaign: string; company?: string; source?: string; row?: number; price: number }>;

/** `carillon preview`. It fails where nothing would be sent. */
export const addPreviewCommand = (program: Command): void => {
  program
    .command('preview')
    .description('say what a file would become, before anything is sent and with nothing written down')
    .argument('<file>', 'a file as it would be dropped')
    .requiredOption('--campaign <id>', 'the campaign, in its newest version: its id, or its file')
    .option('--company <id>', "the company that would send, where a campaign's file is named (default: co_main)")
    .option('--source <name>', "where the file comes from, when that source's columns were kept (default: drop)", sourceFolder)
    .option('--row <n>', 'show what this row becomes, by the number that a spreadsheet shows', wholeNumber(2, 10_000_000))
    .option('--price <dollars>', 'what one segment costs', price, usualPrice)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string, { campaign, company: companyId, source, row, price: each, ...options }: Options) => {
      const made = await requestPreview(configOf(options), { file, campaign, companyId, source, row, price: each });
      print(made, options.json, () => previewWords(made));
      if (made.messages === 0) process.exitCode = 1;
    });
};
