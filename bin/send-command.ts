import type { Command } from 'commander';
import type { RowAnswer } from '#app/request-answer.ts';
import type { SendAnswer } from '#app/send-one.ts';
import { command } from '#wiring/command-client.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';
import { readJson } from '#wiring/read-json.ts';
import { fieldOption, type Fields } from './field-option.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type SendOptions = CommonOptions &
  Readonly<{ campaign: string; company?: string; to?: string; field: Fields; rows?: string; reference?: string }>;
type Answer = SendAnswer & Readonly<{ running: boolean }>;

/** An address has an @, and no phone has. */
const fieldOf = (to: string): 'email' | 'phone' => (to.includes('@') ? 'email' : 'phone');

const oneOf = (to: string, fields: Fields): unknown => {
  const field = fieldOf(to);
  if (Object.hasOwn(fields, field)) throw new HouseUnavailable(`--to names the recipient already: leave --field ${field}=… out`);
  return [{ [field]: to, ...fields }];
};

const listOf = (rows: string, fields: Fields): unknown => {
  const list = readJson(rows, 'file of recipients');
  if (!Array.isArray(list) || !list.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)))
    throw new HouseUnavailable(`${rows} has to hold a list of objects: [{ "phone": "…", … }, …]`);
  return list.map((row: unknown) => ({ ...fields, ...(row as Fields) }));
};

const rowsOf = ({ to, field: fields, rows }: SendOptions): unknown => {
  if (to !== undefined && rows === undefined) return oneOf(to, fields);
  if (to === undefined && rows !== undefined) return listOf(rows, fields);
  throw new HouseUnavailable('name one recipient with --to, or a file of recipients with --rows');
};

const line = (answer: RowAnswer): string => {
  const { row } = answer;
  if (answer.outcome === 'queued') return `row ${row}: ${answer.messageId}, from ${answer.sendAt} on`;
  return `row ${row}: ${answer.outcome} (${answer.code}): ${answer.words}`;
};

const words = ({ running, results, waiting }: Answer): string =>
  [
    ...results.map(line),
    ...(waiting > 0 ? [`${waiting} rows wait: the campaign is not active any more`] : []),
    ...(running ? [] : ['the house is not running: what was queued goes when "carillon start" opens it']),
  ].join('\n');

/** `carillon send`. It fails where not one message came of it. */
export const addSendCommand = (program: Command): void => {
  program
    .command('send')
    .description('send one message, or a small list, now: by the template, limits and filters of an active campaign')
    .requiredOption('--campaign <id>', 'the campaign that says what is sent')
    .option('--company <id>', "the company that sends (default: the campaign's)")
    .option('--to <phone>', 'the recipient: a phone, or an e-mail address')
    .addOption(fieldOption())
    .option('--rows <file>', 'up to 1,000 recipients instead: a list of objects as JSON, a field or column each')
    .option('--reference <text>', 'a name for this request: sent again with the same one, it sends nothing and answers the same')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: SendOptions) => {
      const { campaign: campaignId, company: companyId, reference } = options;
      const result = (await command(configOf(options), 'send', { companyId, campaignId, rows: rowsOf(options), reference })) as Answer;
      print(result, options.json, () => words(result));
      if (!result.results.some(({ outcome }) => outcome === 'queued')) process.exitCode = 1;
    });
};
