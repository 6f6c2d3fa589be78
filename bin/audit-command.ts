import { Option, type Command } from 'commander';
import type { NotedAccess } from '#app/list-audit.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type AuditOptions = CommonOptions &
  Readonly<{
    company: string;
    who?: string;
    kind?: string;
    operation?: string;
    resource?: string;
    since?: string;
    until?: string;
    after?: string;
    limit: number;
  }>;
type Found = Readonly<{ items: readonly NotedAccess[]; hasMore: boolean }>;

const line = ({ at, kind, by, operator, operation, subjects, status, code, changes = [] }: NotedAccess): string =>
  [
    `${at}  ${kind}  ${by}${operator === undefined ? '' : ` (${operator})`}  ${operation} ${subjects.join(' ')}  ${code ?? status}`,
    ...changes.map(({ field, before = 'nothing', after = 'nothing' }) => `    ${field}: ${before} -> ${after}`),
  ].join('\n');

const words = ({ items, hasMore }: Found): string => {
  if (items.length === 0) return 'nothing was noted that fits';
  const more = hasMore ? [`there is more: --after ${items.at(-1)?.cursor}`] : [];
  return [...items.map(line), ...more].join('\n');
};

/** `carillon audit`: who changed what of a company, who looked at its people, and who was refused. */
export const addAuditCommand = (program: Command): void => {
  program
    .command('audit')
    .description('who changed what of a company, looked at its people, or was refused, newest first')
    .requiredOption('--company <id>', 'whose audit log')
    .option('--who <id>', 'by this user, key or access alone')
    .addOption(new Option('--kind <kind>', 'of this kind alone').choices(['change', 'look', 'refusal']))
    .option('--operation <id>', 'of this operation alone: getMessage, or of the command line "carillon opt-out"')
    .option('--resource <id>', 'at this thing alone, by its id')
    .option('--since <time>', 'from this moment on: 2026-11-01T00:00:00.000Z')
    .option('--until <time>', 'up to this moment, which is left out')
    .option('--after <cursor>', 'the page behind this one')
    .option('--limit <lines>', 'how many', wholeNumber(1, 1_000), 50)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ company: companyId, data, json, ...filters }: AuditOptions) => {
      const found = (await command(configOf(data === undefined ? {} : { data }), 'list-audit', { companyId, ...filters })) as Found;
      print(found, json, () => words(found));
    });
};
