import { Option, type Command } from 'commander';
import type { IssuedKey } from '#app/issue-api-key.ts';
import type { ApiKey } from '#domain/access/api-key.ts';
import { sendingModes } from '#domain/kernel/sending-mode.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, instant, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type KeyOptions = CommonOptions & Readonly<{ company: string; by?: string }>;
type Listed = ApiKey & Readonly<{ works: boolean }>;

const keyWords = ({ keyId, name, mode, lastFour, scopes, ...key }: Listed): string =>
  [
    `${keyId}  ${mode}  …${lastFour}  ${name}: ${scopes.join(' ')}`,
    ...(key.revokedAt === undefined ? [] : [`revoked ${key.revokedAt} by ${key.revokedBy ?? 'nobody knows whom'}`]),
    ...(key.revokedAt === undefined && key.expiresAt !== undefined ? [`${key.works ? 'works until' : 'expired'} ${key.expiresAt}`] : []),
    ...(key.replacedBy === undefined ? [] : [`${key.replacedBy} took its place`]),
  ].join(', ');

const shown = ({ key, secret }: IssuedKey): string =>
  `${secret}\n${key.keyId}: keep it where secrets are kept. Nobody can show it a second time.`;

const common = (verb: Command): Command =>
  verb.addOption(new Option('--company <id>', 'whose API').default('co_main')).addOption(dataOption()).addOption(jsonOption());

const ask = async <Result>(name: string, { company: companyId, ...options }: KeyOptions, more: object = {}): Promise<Result> =>
  (await command(configOf(options), name, { companyId, ...more })) as Result;

/** `carillon keys issue|list|roll|revoke|revoke-all`. */
export const addKeysCommand = (program: Command): void => {
  const keys = program.command('keys').description("who may use a company's API");
  common(keys.command('issue').description('issue a key; it is shown this one time').argument('<name>', 'what it is for'))
    .addOption(
      new Option('--mode <mode>', 'live reaches people, test nobody, team those on your list').choices(sendingModes).default('live'),
    )
    .option('--scopes <scopes...>', 'what it may do: messages:send, messages:*, *:read', ['*'])
    .option('--expires <time>', 'until when it works, like 2027-01-01T00:00:00Z', instant)
    .option('--by <name>', 'who says so', whoever())
    .action(async (name: string, options: KeyOptions & Readonly<{ mode: string; scopes: readonly string[]; expires?: string }>) => {
      const { mode, scopes, expires: expiresAt, by } = options;
      const issued = await ask<IssuedKey>('issue-key', options, { name, mode, scopes, expiresAt, by });
      print(issued, options.json, () => shown(issued));
    });
  common(keys.command('list').description('all keys that there ever were, newest first')).action(async (options: KeyOptions) => {
    const found = await ask<readonly Listed[]>('list-keys', options);
    print(found, options.json, () => (found.length === 0 ? `${options.company} has no keys` : found.map(keyWords).join('\n')));
  });
  common(keys.command('roll').description('issue a key in the place of one').argument('<key>', 'its id'))
    .option('--overlap <seconds>', 'for which the old one still works', wholeNumber(0, 604_800), 86_400)
    .option('--by <name>', 'who says so', whoever())
    .action(async (keyId: string, options: KeyOptions & Readonly<{ overlap: number }>) => {
      const issued = await ask<IssuedKey>('roll-key', options, { keyId, overlapSeconds: options.overlap, by: options.by });
      print(issued, options.json, () => shown(issued));
    });
  common(keys.command('revoke').description('a key works no more, within five seconds everywhere').argument('<key>', 'its id'))
    .option('--by <name>', 'who says so', whoever())
    .action(async (keyId: string, options: KeyOptions) => {
      const key = await ask<ApiKey>('revoke-key', options, { keyId, by: options.by });
      print(key, options.json, () => `${key.keyId} works no more`);
    });
  common(keys.command('revoke-all').description('no key of the company works any more, within five seconds everywhere'))
    .option('--by <name>', 'who says so', whoever())
    .action(async (options: KeyOptions) => {
      const { revoked } = await ask<{ revoked: readonly string[] }>('revoke-all-keys', options, { by: options.by });
      print({ revoked }, options.json, () => (revoked.length === 0 ? 'no key worked' : `${revoked.join(', ')}: no more`));
    });
};
