import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { channels, type Channel } from '#domain/kernel/ids.ts';
import type { TestAnswer } from '#app/test-send.ts';
import { checkFile } from '#wiring/check-file.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, sourceFolder, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Options = CommonOptions &
  Readonly<{ campaign: string; to: string; channel?: Channel; file: string; row: number; source?: string; request?: string }>;

const words = ({ testId, status, code, words: why = '', body, segments }: TestAnswer): string => {
  const said = body === undefined ? '' : `:\n  ${body.replaceAll('\n', '\n  ')}`;
  if (status === 'sent')
    return `sent as ${testId}${segments === undefined ? '' : `, ${segments} segment${segments === 1 ? '' : 's'}`}${said}`;
  if (status === 'failed') return `${testId} was not sent (${code}): ${why}`;
  return `${testId} was handed to the provider. ${why} Look whether it has come; another request sends another one.`;
};

/** `carillon test-send`. */
export const addTestSendCommand = (program: Command): void => {
  program
    .command('test-send')
    .description("send a row's message to yourself, marked as a test: it counts for nothing")
    .requiredOption('--campaign <id>', 'the campaign, in its newest version')
    .requiredOption('--to <phone>', 'your own phone, or the address or id that the channel goes to')
    .addOption(new Option('--channel <channel>', "which of the campaign's channels (default: its first)").choices(channels))
    .requiredOption('--file <file>', 'the file that lends its data')
    .requiredOption('--row <n>', 'the row, by the number that a spreadsheet shows', wholeNumber(2, 10_000_000))
    .option('--source <name>', "where the file comes from, when that source's columns were kept (default: drop)", sourceFolder)
    .option('--request <id>', 'a name for this request: sent again with the same one, it sends nothing and answers the same')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ campaign: campaignId, to, channel, file, row, source, request, ...options }: Options) => {
      checkFile(file);
      const asked = { campaignId, to, channel, file: resolve(file), row, source, requestId: request ?? randomUUID() };
      const answer = (await command(configOf(options), 'test-send', asked)) as TestAnswer;
      print(answer, options.json, () => words(answer));
      if (answer.status !== 'sent') process.exitCode = 1;
    });
};
