import { Option, type Command } from 'commander';
import type { IssuedKey } from '#app/issue-api-key.ts';
import type { SupportAccess } from '#domain/access/support.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type SupportOptions = CommonOptions & Readonly<{ company: string; by?: string }>;
type Listed = SupportAccess & Readonly<{ status: string }>;

const common = (verb: Command): Command =>
  verb
    .requiredOption('--company <id>', 'whose data')
    .option('--by <name>', 'who you are', whoever())
    .addOption(dataOption())
    .addOption(jsonOption());

const send = async <Result>(name: string, { company: companyId, by, ...options }: SupportOptions, more: object = {}): Promise<Result> =>
  (await command(configOf(options), name, { companyId, by, ...more })) as Result;

const words = ({ supportId, status, who, role, reason, endsAt }: Listed): string =>
  `${supportId}  ${status}${endsAt === undefined ? '' : ` until ${endsAt}`}  ${who} as ${role}: ${reason}`;

/** `carillon support ask|list|key|end`: for the platform's staff. */
export const addSupportCommand = (program: Command): void => {
  const support = program.command('support').description("the platform's staff asks to see a company's data");
  common(support.command('ask').description('ask to be let in; somebody of the company grants it').argument('<reason>', 'what for'))
    .addOption(new Option('--role <role>', 'what it may do').choices(['viewer', 'sender', 'manager']).default('viewer'))
    .option('--hours <hours>', 'for how long, once it is granted', wholeNumber(1, 72), 4)
    .action(async (reason: string, options: SupportOptions & Readonly<{ role: string; hours: number }>) => {
      const asked = await send<SupportAccess>('ask-support', options, { reason, role: options.role, hours: options.hours });
      print(asked, options.json, () => `${asked.supportId} waits: ${options.company} sees it under GET /v1/support_accesses and grants it`);
    });
  common(support.command('list').description('all that were asked for or granted, newest first')).action(
    async (options: SupportOptions) => {
      const { company, data, json } = options;
      const found = (await command(configOf(data === undefined ? {} : { data }), 'list-support', {
        companyId: company,
      })) as readonly Listed[];
      print(found, json, () => (found.length === 0 ? `nobody was ever let in to ${company}` : found.map(words).join('\n')));
    },
  );
  common(support.command('key').description('a key for an access that was granted; it ends with it').argument('<access>', 'its id')).action(
    async (supportId: string, options: SupportOptions) => {
      const issued = await send<IssuedKey>('issue-support-key', options, { supportId });
      print(issued, options.json, () => `${issued.secret}\nuntil ${issued.key.expiresAt}. Each request stands in the company's audit log.`);
    },
  );
  common(support.command('end').description('it is needed no more').argument('<access>', 'its id')).action(
    async (supportId: string, options: SupportOptions) => {
      const ended = await send<SupportAccess>('end-support', options, { supportId });
      print(ended, options.json, () => `${ended.supportId} is over`);
    },
  );
};
