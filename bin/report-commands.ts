import type { Command } from 'commander';
import { Argument } from 'commander';
import type { Report } from '#ports/read-model.ts';
import { command } from '#wiring/command-client.ts';
import { reportText, type ReportFormat } from '#wiring/report-text.ts';
import { configOf, dataOption, day, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';

/** The file of each report in sql/reports, and the flags that it understands. */
const reports = {
  campaigns: { file: 'by-campaign', flags: ['campaign', 'from', 'to'] },
  dates: { file: 'by-dates', flags: ['campaign', 'from', 'to'] },
  packets: { file: 'by-packet', flags: ['campaign', 'packet'] },
  failures: { file: 'failures', flags: ['campaign', 'packet', 'limit'] },
  outcomes: { file: 'outcomes-by-code', flags: ['campaign', 'packet'] },
  message: { file: 'message-history', flags: ['message'] },
  phone: { file: 'messages-to', flags: ['phone', 'limit'] },
} as const;
type ReportName = keyof typeof reports;
type Flag = (typeof reports)[ReportName]['flags'][number];

type ReportFlags = CommonOptions &
  Readonly<{ company: string; csv?: boolean; limit?: number }> &
  Readonly<Partial<Record<Exclude<Flag, 'limit'>, string>>>;

const formatOf = ({ json, csv }: ReportFlags): ReportFormat => (json ? 'json' : csv ? 'csv' : 'table');

const parameterOf: Readonly<Record<Flag, string>> = {
  campaign: 'campaignId',
  packet: 'packetId',
  message: 'messageId',
  phone: 'phone',
  from: 'from',
  to: 'to',
  limit: 'limit',
};

/** What a flag means when it is left out; a report by dates is nothing without dates: everything, unless told. */
const leftOut = (name: ReportName, flag: Flag): string | number | null => {
  if (flag === 'limit') return 1000;
  return name === 'dates' && flag === 'from' ? '1970-01-01' : name === 'dates' && flag === 'to' ? '9999-12-31' : null;
};

const paramsOf = (name: ReportName, given: ReportFlags, misused: (text: string) => never) => {
  const known: readonly Flag[] = reports[name].flags;
  for (const flag of Object.keys(parameterOf) as Flag[]) {
    if (given[flag] !== undefined && !known.includes(flag)) misused(`the report ${name} takes no --${flag}`);
  }
  const must = known.find((flag) => (flag === 'message' || flag === 'phone') && given[flag] === undefined);
  if (must !== undefined) misused(`the report ${name} needs --${must}`);
  const params = known.map((flag) => [parameterOf[flag], given[flag] ?? leftOut(name, flag)] as const);
  return { companyId: given.company, ...Object.fromEntries(params) };
};

const addReport = (program: Command): void => {
  const report = program.command('report');
  const misused = (text: string): never => report.error(`error: ${text}`);
  report
    .description('what became of everything: by campaign, by dates, by packet; every row that became no message; one message; one phone')
    .addArgument(new Argument('[name]', 'which report').choices(Object.keys(reports)).default('campaigns'))
    .option('--company <id>', 'whose', 'co_main')
    .option('--campaign <id>', 'of this campaign alone')
    .option('--packet <id>', 'of this packet alone')
    .option('--message <id>', 'the message of the report "message"')
    .option('--phone <number>', 'the number of the report "phone", like +12085550123, or an e-mail address')
    .option('--from <day>', 'from this day (UTC) on', day)
    .option('--to <day>', 'up to this day, which is left out', day)
    .option('--limit <rows>', 'at most so many rows of "failures" or "phone" (1000 unless told)', wholeNumber(1, 1_000_000))
    .option('--csv', 'as CSV for a spreadsheet')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: ReportName, flags: ReportFlags) => {
      const params = paramsOf(name, flags, misused);
      const rows = (await command(configOf(flags), 'report', { name: reports[name].file, params })) as Report;
      process.stdout.write(reportText(rows, formatOf(flags)));
    });
};

const addMigrate = (program: Command): void => {
  program
    .command('migrate')
    .description('bring the reporting tables to the newest version')
    .option('--down <steps>', 'take back so many migrations instead', wholeNumber(1, 1000))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { down?: number }) => {
      const { migrate } = await import('#wiring/migrate.ts');
      const names = await migrate(configOf(options), options.down);
      print(names, options.json, () => (names.length === 0 ? 'nothing to migrate' : names.join('\n')));
    });
};

type RebuiltDocuments = Readonly<{ streams: number; documents: number }>;
type Rebuilt = Readonly<{ events: number; compared: number; differences: readonly { table: string }[] }>;

const addRebuild = (program: Command): void => {
  program
    .command('rebuild')
    .description('make the reporting tables again from the log and put them in place')
    .option('--verify', 'compare every table before and after')
    .option('--documents', 'instead: what is missing of the inbox, of replies that wait and of conversations')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { verify?: boolean; documents?: boolean }) => {
      say('replaying the log …');
      if (options.documents) {
        const made = (await command(configOf(options), 'rebuild-documents', {})) as RebuiltDocuments;
        return print(made, options.json, () => `${made.documents} documents made again from ${made.streams} streams`);
      }
      const rebuilt = (await command(configOf(options), 'rebuild', { verify: options.verify ?? false })) as Rebuilt;
      const found = rebuilt.differences.map(({ table }) => table).join(', ') || 'none differs';
      print(
        rebuilt,
        options.json,
        () => `${rebuilt.events} events replayed${options.verify ? `; ${rebuilt.compared} tables compared: ${found}` : ''}`,
      );
      if (rebuilt.differences.length > 0) process.exitCode = 1;
      return undefined;
    });
};

/** `carillon report|migrate|rebuild`. */
export const addReportCommands = (program: Command): void => {
  addReport(program);
  addMigrate(program);
  addRebuild(program);
};
