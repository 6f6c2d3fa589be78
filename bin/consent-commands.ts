import type { Command } from 'commander';
import { Option } from 'commander';
import type { Report } from '#ports/read-model.ts';
import { toCsv } from '#reports/csv.ts';
import { toTable } from '#reports/table.ts';
import { channels } from '#domain/kernel/ids.ts';
import { command } from '#wiring/command-client.ts';
import { addConsentImport } from './consent-import-command.ts';
import { addConsentSettingsCommands } from './consent-settings-commands.ts';
import type { AskAnswer } from '#app/ask-consent.ts';
import { configOf, dataOption, instant, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Written = CommonOptions &
  Readonly<{ company: string; channel: string; brand?: string; by: string; shown?: string; said?: string; proof?: string }>;
type Answer = Readonly<{ families: readonly string[] }>;

const asked = (
  to: string,
  { company: companyId, brand, data: _data, json: _json, port: _port, ...rest }: CommonOptions & { company: string; brand?: string },
) => ({
  companyId,
  to,
  ...(brand === undefined ? {} : { brandId: brand }),
  ...rest,
});

const stop = async (to: string, options: Written): Promise<void> => {
  const result = (await command(configOf(options), 'opt-out', asked(to, options))) as Answer;
  print(result, options.json, () =>
    result.families.length === 0 ? 'it was so already' : `nothing more is sent there by ${result.families.join(', ')}`,
  );
};

const start = async (to: string, options: Written): Promise<void> => {
  const result = (await command(configOf(options), 'opt-in', asked(to, options))) as Answer;
  print(result, options.json, () =>
    result.families.length === 0 ? 'it was so already' : `written down; ${result.families.join(', ')} may be sent there`,
  );
};

const written = (consent: Command, name: string, description: string): Command =>
  consent
    .command(name)
    .description(description)
    .argument('<to>', 'the phone number, e-mail address or id')
    .option('--company <id>', 'whose messages', 'co_main')
    .addOption(new Option('--channel <name>', 'which way').choices(channels).default('sms'))
    .addOption(
      new Option('--scope <scope>', 'that channel, whatever the company sends, or whatever any company sends').choices([
        'channel',
        'company',
        'everywhere',
      ]),
    )
    .option('--brand <id>', 'of this brand alone (all brands of the company unless told)')
    .option('--said <words>', 'what the person said')
    .option('--shown <words>', 'what the person was shown')
    .option('--proof <words>', 'what shows it: the address of a page, the id of a recording')
    .option('--by <name>', 'who writes it down', whoever())
    .addOption(dataOption())
    .addOption(jsonOption());

const page = 1_000;
type Asking = CommonOptions & Readonly<{ company: string; to?: string }>;
type Place = Readonly<{ afterAt: string; afterContact: string; afterPosition: number; afterOrdinal: number }>;

const ledgerPage = async (options: Asking, after: Place): Promise<Report> =>
  (await command(configOf(options), 'report', {
    name: 'consent-ledger',
    params: { companyId: options.company, phone: options.to ?? null, ...after, limit: page },
  })) as Report;

/** Page by page, as CSV or one JSON object a line: a ledger may be long. */
const exportLedger = async (options: Asking): Promise<void> => {
  let after: Place = { afterAt: '1970-01-01 00:00:00.000', afterContact: '', afterPosition: 0, afterOrdinal: 0 };
  for (let first = true; ; first = false) {
    const { columns, rows } = await ledgerPage(options, after);
    const said = columns.filter((column) => !['contact', 'position', 'ordinal'].includes(column));
    const header = options.json || !first ? '' : toCsv({ columns: said, rows: [] });
    const lines = options.json
      ? rows.map((row) => `${JSON.stringify(Object.fromEntries(said.map((column) => [column, row[column] ?? null])))}\n`).join('')
      : toCsv({ columns: said, rows }).slice(toCsv({ columns: said, rows: [] }).length);
    process.stdout.write(header + lines);
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = {
      afterAt: String(last['happened_at']),
      afterContact: String(last['contact']),
      afterPosition: Number(last['position']),
      afterOrdinal: Number(last['ordinal']),
    };
  }
};

const list = async (options: Asking & Readonly<{ limit: number }>): Promise<void> => {
  const params = { companyId: options.company, phone: options.to ?? null, limit: options.limit };
  const report = (await command(configOf(options), 'report', { name: 'opt-outs', params })) as Report;
  print(report.rows, options.json, () => (report.rows.length === 0 ? 'nobody opted out' : toTable(report)));
};

type Asks = CommonOptions & Readonly<{ company: string; campaign: string; channel: string; by: string }>;

const ask = async (to: string, { campaign: campaignId, ...options }: Asks): Promise<void> => {
  const result = (await command(configOf(options), 'ask-consent', { ...asked(to, options), campaignId })) as AskAnswer;
  print(result, options.json, () =>
    result.isAsked ? `asked; YES is an answer to it until ${result.until ?? ''}` : 'he has said yes before',
  );
};

const addAsk = (consent: Command): void => {
  consent
    .command('ask')
    .description('ask somebody by a text whether he wants messages; his YES is a double opt-in')
    .argument('<to>', 'the phone number')
    .requiredOption('--campaign <id>', 'whose messages; its number asks, in its hours')
    .option('--company <id>', 'whose messages', 'co_main')
    .addOption(new Option('--purpose <purpose>', 'for what').choices(['transactional', 'marketing']))
    .addOption(new Option('--channel <name>', 'which way').choices(['sms', 'whatsapp']).default('sms'))
    .addOption(new Option('--language <code>', 'of the question').choices(['en', 'es', 'pt', 'fr']))
    .option('--from <number>', 'from another number of yours')
    .option('--frequency <words>', 'how often messages come, like "2 messages a month"')
    .option('--proof <words>', 'why he is asked: the address of a page, the id of a form')
    .option('--by <name>', 'who asks', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(ask);
};

/** `carillon consent stop|start|ask|settings|list|export`. */
export const addConsentCommands = (program: Command): void => {
  const consent = program.command('consent').description('who wants messages and who does not, and what shows it');
  written(consent, 'stop', 'send nothing more to a contact point, from now on')
    .addOption(new Option('--until <instant>', 'for a while: until then').argParser(instant))
    .action(stop);
  written(consent, 'start', 'a contact point wants messages again, or for the first time')
    .addOption(new Option('--purpose <purpose>', 'for what').choices(['transactional', 'marketing']))
    .action(start);
  consent
    .command('list')
    .description('who opted out, newest first')
    .option('--company <id>', 'whose', 'co_main')
    .option('--to <contact point>', 'of this one alone')
    .option('--limit <rows>', 'at most so many (1000 unless told)', wholeNumber(1, 1_000_000), 1_000)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(list);
  addAsk(consent);
  addConsentSettingsCommands(consent);
  addConsentImport(consent);
  consent
    .command('export')
    .description('the ledger of consent: everything that was said and what shows it, as CSV (--json: an object a line)')
    .option('--company <id>', 'whose', 'co_main')
    .option('--to <contact point>', 'of this one alone')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(exportLedger);
};
