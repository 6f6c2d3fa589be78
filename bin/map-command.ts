import { InvalidArgumentError, type Command } from 'commander';
import type { Mapped, Proposed } from '#app/map-columns.ts';
import { toTable } from '#reports/table.ts';
import { requestMapping } from '#wiring/preview-request.ts';
import { configOf, dataOption, jsonOption, sourceFolder, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Said = Readonly<Record<string, string>>;

/** `field=column`, any number of them. */
const said = (given: string, before: Said): Said => {
  const at = given.indexOf('=');
  if (at < 1 || at === given.length - 1) throw new InvalidArgumentError('field=column, for example phone="Cell Phone".');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
};

const fieldsTable = ({ fields, missing }: Proposed): string =>
  toTable({
    columns: ['field', 'column', 'sure', 'because', 'for example'],
    rows: [
      ...fields.map(({ field, column, confidence, why, samples }) => ({
        field,
        column,
        sure: `${Math.round(confidence * 100)} %`,
        because: why,
        'for example': samples.join(' | '),
      })),
      ...missing.map((field) => ({ field, column: '', sure: '', because: 'no column looks like it', 'for example': '' })),
    ],
  });

const columnsTable = ({ columns }: Proposed): string =>
  toTable({
    columns: ['column', 'looks like', 'for example'],
    rows: columns.map(({ column, look, samples }) => ({ column, 'looks like': look, 'for example': samples.join(' | ') })),
  });

const kept = (result: Proposed | Mapped): string => {
  if (!('campaignId' in result)) return '"carillon map FILE --campaign ID --save" keeps a mapping with a campaign';
  const { saved, source, mapping } = result;
  const pairs = Object.entries(mapping).map(([field, column]) => `${field} = "${column}"`);
  if (saved) return `kept for the files of "${source}": ${pairs.join(', ') || "the campaign's own columns"}`;
  return pairs.length > 0
    ? `kept until now for the files of "${source}": ${pairs.join(', ')}`
    : `nothing is kept for the files of "${source}": the campaign's own columns count; --save keeps what differs from them`;
};

const words = (result: Proposed | Mapped): string => [fieldsTable(result), columnsTable(result), kept(result)].join('\n');

type Options = CommonOptions & Readonly<{ campaign?: string; source?: string; set: Said; save?: boolean }>;

/** `carillon map`. */
export const addMapCommand = (program: Command): void => {
  program
    .command('map')
    .description('say which column of a file is which field, by its names and by what its cells are like')
    .argument('<file>', 'a file as it would be dropped')
    .option('--campaign <id>', 'the campaign that wants the fields: its id, or its file')
    .option(
      '--source <name>',
      "where such files come from: the folder under the campaign's drop folder (default: drop, the folder itself)",
      sourceFolder,
    )
    .option('--set <field=column>', 'what nobody can tell by looking; may be repeated', said, {})
    .option('--save', "keep it with the campaign: the source's files are read so from now on")
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string, { campaign, source, set, save = false, ...options }: Options) => {
      const result = (await requestMapping(configOf(options), { file, campaign, source, said: set, save })) as Proposed | Mapped;
      print(result, options.json, () => words(result));
    });
};
