import { Option, type Command } from 'commander';
import { roles } from '#domain/access/roles.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type UserOptions = CommonOptions & Readonly<{ company: string; by?: string }>;
type Invited = Readonly<{ userId: string; mailed: boolean; link: string }>;
type Listed = Readonly<{
  userId: string;
  email?: string;
  name?: string;
  role: string;
  brands?: readonly string[];
  status: string;
  hasTotp: boolean;
}>;

const common = (verb: Command): Command =>
  verb
    .addOption(new Option('--company <id>', 'whose users').default('co_main'))
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption());

const ask = async <Result>(name: string, { company: companyId, by, ...options }: UserOptions, more: object = {}): Promise<Result> =>
  (await command(configOf(options), name, { companyId, by, ...more })) as Result;

const invitedWords = ({ userId, mailed, link }: Invited): string =>
  `${userId} is invited${mailed ? ' by mail' : ', and no mail was sent: nobody sends e-mail for this house'}. The link works once, for seven days:\n${link}`;

const userWords = ({ userId, email = 'forgotten', name, role, brands, status, hasTotp }: Listed): string =>
  [`${userId}  ${role}  ${status}  ${email}`, name, brands && `only ${brands.join(', ')}`, hasTotp ? 'authenticator' : undefined]
    .filter((one) => one !== undefined)
    .join(', ');

const roleOption = (): Option => new Option('--role <role>', 'what he may do').choices(roles).default('owner');

/** `carillon users invite|renew|list|role|remove|reset`: the first owner comes from here. */
export const addUsersCommand = (program: Command): void => {
  const users = program.command('users').description('who signs in');
  common(users.command('invite').description('somebody chooses a password, by a mail').argument('<email>', 'where to'))
    .option('--name <name>', 'how he is called')
    .option('--brands <brands...>', 'brands that he sees; left out: all')
    .addOption(roleOption())
    .action(async (email: string, options: UserOptions & Readonly<{ name?: string; brands?: readonly string[]; role: string }>) => {
      const { name, brands, role } = options;
      const invited = await ask<Invited>('invite-user', options, { email, name, brands, role });
      print(invited, options.json, () => invitedWords(invited));
    });
  common(users.command('renew').description('the mail of an invitation again, with another link').argument('<user>', 'his id')).action(
    async (userId: string, options: UserOptions) => {
      const invited = await ask<Invited>('renew-invitation', options, { userId });
      print(invited, options.json, () => invitedWords(invited));
    },
  );
  common(users.command('list').description('all users that there ever were')).action(async (options: UserOptions) => {
    const found = await ask<readonly Listed[]>('list-users', options);
    print(found, options.json, () => (found.length === 0 ? `${options.company} has no users` : found.map(userWords).join('\n')));
  });
  common(users.command('role').description('give somebody another role').argument('<user>', 'his id'))
    .addOption(roleOption())
    .action(async (userId: string, options: UserOptions & Readonly<{ role: string }>) => {
      const given = await ask<{ userId: string; role: string }>('give-role', options, { userId, role: options.role });
      print(given, options.json, () => `${given.userId} is ${given.role}`);
    });
  common(users.command('remove').description('somebody signs in no more').argument('<user>', 'his id'))
    .option('--forget', 'name and address are erased too, for good', false)
    .action(async (userId: string, options: UserOptions & Readonly<{ forget: boolean }>) => {
      const removed = await ask<{ userId: string }>('remove-user', options, { userId, forget: options.forget });
      print(removed, options.json, () => `${removed.userId} signs in no more`);
    });
  common(users.command('reset').description('a mail with a link for a new password').argument('<email>', 'his address')).action(
    async (email: string, options: UserOptions) => {
      const asked = await ask<object>('reset-password', options, { email });
      print(asked, options.json, () => 'if somebody signs in with this address, a mail is on its way');
    },
  );
};
