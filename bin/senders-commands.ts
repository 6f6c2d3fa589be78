import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Senders } from '#app/list-senders.ts';
import { tierNames } from '#domain/work/carrier-tiers.ts';
import { limitWords } from '#domain/work/limit-words.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { addOwnNumbers } from './own-numbers-commands.ts';

const lines = ({ numbers, pools, limits }: Senders): string =>
  [
    ...numbers.map(({ number, brandId, standing, limits: own }) => {
      const brand = brandId === undefined ? '' : `  of ${brandId}`;
      const stands = standing === undefined ? '' : `  ${standing}`;
      return `${number}${stands}${brand}  ${own.map(limitWords).join(', ') || 'no limit'}`;
    }),
    ...pools.map(({ poolId, numbers: of }) => `${poolId}  ${of.join(' ')}`),
    ...(limits.length > 0 ? [`the company  ${limits.map(limitWords).join(', ')}`] : []),
  ].join('\n') || 'nothing was said of any number: "carillon numbers set NUMBER --per-second N" says how fast it may send';

const perSecond = (text: string): number => {
  const number = Number(text);
  if (!(number >= 0.01 && number <= 10_000)) throw new InvalidArgumentError('segments a second, from 0.01 to 10000.');
  return number;
};

const companyOption = (): Option => new Option('--company <id>', 'the company whose it is').default('co_main');
const perDayOption = (what: string): Option => new Option('--per-day <number>', what).argParser(wholeNumber(1, 1_000_000_000));

type Setting = CommonOptions & Readonly<{ company: string }>;

const set = async ({ company: companyId, data, json, ...said }: Setting & Readonly<Record<string, unknown>>): Promise<void> => {
  const config = configOf({ ...(data === undefined ? {} : { data }), ...(json === undefined ? {} : { json }) });
  const senders = (await command(config, 'set-sender', { companyId, ...said })) as Senders;
  print(senders, json, () => lines(senders));
};

const list = async ({ company: companyId, ...options }: Setting): Promise<void> => {
  const senders = (await command(configOf(options), 'list-senders', { companyId })) as Senders;
  print(senders, options.json, () => lines(senders));
};

const common = (verb: Command): Command => verb.addOption(companyOption()).addOption(dataOption()).addOption(jsonOption());

/** `carillon numbers set|brand|company|list`. */
const addNumbers = (program: Command): void => {
  const numbers = program.command('numbers').description('have numbers, register them, and say how fast they may send');
  common(
    numbers.command('set').description("say a number's segments a second, or whose brand it is").argument('<number>', 'like +12085550199'),
  )
    .option('--per-second <segments>', 'less than one: 0.25 is one in four seconds (default: as its brand)', perSecond)
    .option('--brand <id>', 'the brand that it is registered for, like brd_main')
    .action((number: string, { brand: brandId, ...options }: Setting & { brand?: string }) =>
      set({ ...options, kind: 'number', number, brandId }),
    );
  common(
    numbers
      .command('brand')
      .description("say a brand's tier or day, from midnight to midnight in Los Angeles")
      .argument('<brand>', 'like brd_main'),
  )
    .addOption(new Option('--tier <tier>', 'what its trust score gave it').choices(tierNames))
    .addOption(perDayOption("segments a day (default: the tier's)"))
    .action((brandId: string, options: Setting) => set({ ...options, kind: 'brand', brandId }));
  common(numbers.command('company').description('say how many messages the company may send a day in all'))
    .addOption(perDayOption('messages (left out: any number)'))
    .option('--timezone <zone>', 'where its day begins and ends', 'America/New_York')
    .action((options: Setting) => set({ ...options, kind: 'company' }));
  common(numbers.command('list').description('the numbers and pools, with their limits')).action(list);
  addOwnNumbers(numbers);
};

/** `carillon pools put|list`. */
const addPools = (program: Command): void => {
  const pools = program.command('pools').description('numbers of which any may send: a campaign names the pool as its "from"');
  common(
    pools
      .command('put')
      .description('say which numbers a pool has')
      .argument('<pool>', 'like pool_main')
      .argument('<numbers...>', 'like +12085550199'),
  ).action((poolId: string, numbers: readonly string[], options: Setting) => set({ ...options, kind: 'pool', poolId, numbers }));
  common(pools.command('list').description('the numbers and pools, with their limits')).action(list);
};

export const addSendersCommands = (program: Command): void => {
  addNumbers(program);
  addPools(program);
};
