import type { Command } from 'commander';
import type { AnswersOfDay } from '#app/answers-of-day.ts';
import { answersFile } from '#reports/answers-file.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';

type AnswersOptions = CommonOptions & Readonly<{ campaign: string; day?: string; csv?: boolean }>;

const words = ({ day, rows }: AnswersOfDay): string => {
  const counts = new Map<string, number>();
  for (const { answer } of rows) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const said = [...counts].map(([answer, count]) => `${count} ${answer}`).join(', ');
  return rows.length === 0 ? `nobody answered on ${day}` : `${day}: ${said}; --csv gives them as a file in your own columns`;
};

/** `carillon answers`. */
export const addAnswersCommand = (program: Command): void => {
  program
    .command('answers')
    .description('what was answered to a campaign on one day; with --csv as a file in the columns of the files that were sent')
    .requiredOption('--campaign <id>', 'to which campaign')
    .option('--day <date>', "like 2026-12-08, on the campaign's clock (default: today)")
    .option('--csv', "the sender's own rows with their answers, safe to open in a spreadsheet")
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ campaign: campaignId, day, csv, ...options }: AnswersOptions) => {
      const found = (await command(configOf(options), 'answers-of-day', { campaignId, day })) as AnswersOfDay;
      if (found.isCut) say('there are more answers than one file takes: these are the first ones');
      if (csv) process.stdout.write(answersFile(found.header, found.rows));
      else print(found, options.json, () => words(found));
    });
};
