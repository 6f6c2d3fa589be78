import type { Command } from 'commander';
import type { FailedRows } from '#app/failed-rows.ts';
import type { Report } from '#ports/read-model.ts';
import { errorFileHeader, errorFileRows } from '#reports/error-file.ts';
import { command } from '#wiring/command-client.ts';
import { reportText } from '#wiring/report-text.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';

type FailuresOptions = CommonOptions & Readonly<{ packet: string; company: string; csv?: boolean; limit: number }>;

/** Page by page, so that no file is too long. */
const writeFile = async (options: FailuresOptions): Promise<void> => {
  const config = configOf(options);
  let rows = 0;
  for (let from: number | undefined = 0; from !== undefined;) {
    const page = (await command(config, 'failed-rows', { packetId: options.packet, from })) as FailedRows;
    if (from === 0) process.stdout.write(errorFileHeader(page.header));
    process.stdout.write(errorFileRows(page.header, page.rows));
    rows += page.rows.length;
    from = page.next;
  }
  say(
    rows === 0
      ? `no row of ${options.packet} was rejected so far`
      : `${rows} rows; mend them and drop the file again with "carillon drop FILE --fixes ${options.packet}"`,
  );
};

const tell = async (options: FailuresOptions): Promise<void> => {
  const params = { companyId: options.company, campaignId: null, packetId: options.packet, limit: options.limit };
  const report = (await command(configOf(options), 'report', { name: 'failures', params })) as Report;
  print(report.rows, options.json, () => reportText(report, 'table'));
};

/** `carillon failures`. */
export const addFailuresCommand = (program: Command): void => {
  program
    .command('failures')
    .description('rows of a packet that became no message, in words; with --csv the rejected ones as a file to mend')
    .requiredOption('--packet <id>', 'of which packet')
    .option('--company <id>', 'whose', 'co_main')
    .option('--csv', "the sender's own file with an Error column and the rejected rows alone, safe to open in a spreadsheet")
    .option('--limit <rows>', 'at most so many rows of the table', wholeNumber(1, 1_000_000), 1000)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((options: FailuresOptions) => (options.csv ? writeFile(options) : tell(options)));
};
