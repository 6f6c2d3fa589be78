import type { Command } from 'commander';
import { Argument } from 'commander';
import type { Report } from '#ports/read-model.ts';
import { command } from '#wiring/command-client.ts';
import { migrate } from '#wiring/migrate.ts';
import { reportText, type ReportFormat } from '#wiring/report-text.ts';
import { configOf, dataOption, day, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';

const reports = {
  campaigns: 'by-campaign',
  dates: 'by-dates',
  packets: 'by-packet',
  failures: 'failures',
  outcomes: 'outcomes-by-code',
  message: 'message-history',
} as const;
type ReportName = keyof typeof reports;

type ReportFlags = CommonOptions &
  Readonly<{ company: string; campaign?: string; packet?: string; message?: string; from?: string; to?: string; csv?: boolean }>;

const formatOf = ({ json, csv }: ReportFlags): ReportFormat => (json ? 'json' : csv ? 'csv' : 'table');

const paramsOf = (name: ReportName, { company: companyId, campaign, packet, message, from, to }: ReportFlags) => {
  // a report by dates is nothing without dates: everything, unless told
  const always = name === 'dates' ? { from: '1970-01-01', to: '9999-12-31' } : { from: null, to: null };
  return {
    companyId,
    campaignId: campaign ?? null,
    packetId: packet ?? null,
    messageId: message ?? null,
    from: from ?? always.from,
    to: to ?? always.to,
  };
};

const addReport = (program: Command): void => {
  program
    .command('report')
    .description('what became of everything: by campaign, by dates, by packet')
    .addArgument(new Argument('[name]', 'which report').choices(Object.keys(reports)).default('campaigns'))
    .option('--company <id>', 'whose', 'co_main')
    .option('--campaign <id>', 'of this campaign alone')
    .option('--packet <id>', 'of this packet alone')
    .option('--message <id>', 'the message of the report "message"')
    .option('--from <day>', 'from this day (UTC) on', day)
    .option('--to <day>', 'up to this day, which is left out', day)
    .option('--csv', 'as CSV for a spreadsheet')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: ReportName, flags: ReportFlags) => {
      const report = (await command(configOf(flags), 'report', { name: reports[name], params: paramsOf(name, flags) })) as Report;
      process.stdout.write(reportText(report, formatOf(flags)));
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
      const names = await migrate(configOf(options), options.down);
      print(names, options.json, () => (names.length === 0 ? 'nothing to migrate' : names.join('\n')));
    });
};

type Rebuilt = Readonly<{ events: number; compared: number; differences: readonly { table: string }[] }>;

const addRebuild = (program: Command): void => {
  program
    .command('rebuild')
    .description('make the reporting tables again from the log and put them in place')
    .option('--verify', 'compare every table before and after')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { verify?: boolean }) => {
      say('replaying the log …');
      const rebuilt = (await command(configOf(options), 'rebuild', { verify: options.verify ?? false })) as Rebuilt;
      const found = rebuilt.differences.map(({ table }) => table).join(', ') || 'none differs';
      print(
        rebuilt,
        options.json,
        () => `${rebuilt.events} events replayed${options.verify ? `; ${rebuilt.compared} tables compared: ${found}` : ''}`,
      );
      if (rebuilt.differences.length > 0) process.exitCode = 1;
    });
};

/** `carillon report|migrate|rebuild`. */
export const addReportCommands = (program: Command): void => {
  addReport(program);
  addMigrate(program);
  addRebuild(program);
};
