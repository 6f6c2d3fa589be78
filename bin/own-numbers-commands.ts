import { InvalidArgumentError, type Command } from 'commander';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { byOption, companyOption, providerOption } from './registration-commands.ts';

type Options = CommonOptions & Readonly<{ company: string; by: string; provider?: string }>;
type State = Readonly<{
  number: string;
  status: string;
  registrationId?: string;
  suspended?: Readonly<{ by: string }>;
  verification?: string;
  reasons?: readonly string[];
}>;

const words = ({ number, status, registrationId, suspended, verification, reasons = [] }: State): string =>
  `${number}  ${status}${registrationId === undefined ? '' : `  under ${registrationId}`}${suspended ? `  suspended by ${suspended.by}` : ''}${verification === undefined ? '' : `  ${verification}`}${reasons.map((one) => `\n  refused: ${one}`).join('')}`;

const ask = async (name: string, input: object, { company: companyId, by, provider, ...options }: Options): Promise<void> => {
  const config = configOf(options);
  const state = (await command(config, name, { companyId, by, ...(provider === undefined ? {} : { provider }), ...input })) as State;
  print(state, options.json, () => words(state));
};

const area = (text: string): string => {
  if (!/^\d{3}$/.test(text)) throw new InvalidArgumentError('an area code: three digits.');
  return text;
};

type Search = Options & Readonly<{ area?: string; contains?: string; limit?: number }>;
type Found = Readonly<{ numbers: readonly Readonly<{ number: string; place?: string }>[] }>;

const search = async ({ company: companyId, provider, area: areaCode, contains, limit, ...options }: Search): Promise<void> => {
  const wanted = {
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(contains === undefined ? {} : { contains }),
    ...(limit === undefined ? {} : { limit }),
  };
  const found = (await command(configOf(options), 'search-numbers', {
    companyId,
    ...(provider === undefined ? {} : { provider }),
    ...wanted,
  })) as Found;
  const lines = found.numbers.map(({ number, place }) => `${number}${place === undefined ? '' : `  ${place}`}`);
  print(found, options.json, () => lines.join('\n') || 'there is none: try another area code');
};

const common = (verb: Command): Command =>
  verb.addOption(companyOption()).addOption(byOption()).addOption(dataOption()).addOption(jsonOption());
const ofNumber = (numbers: Command, name: string, description: string): Command =>
  common(numbers.command(name).description(description).argument('<number>', 'like +12085550199'));

/** `carillon numbers search|buy|add|assign|look|suspend|resume|release`. */
export const addOwnNumbers = (numbers: Command): void => {
  common(numbers.command('search').description('numbers that can be had'))
    .addOption(providerOption())
    .option('--area <code>', 'like 208', area)
    .option('--contains <digits>', 'digits that stand in it')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 50))
    .action(search);
  ofNumber(numbers, 'buy', 'have it; costs a fee each month')
    .addOption(providerOption())
    .action((number: string, options: Options) => ask('buy-number', { number }, options));
  ofNumber(numbers, 'add', 'say that the company has it already')
    .addOption(providerOption())
    .option('--registered-as <id>', "the registry's id of the registration that it is under, where that was made elsewhere")
    .action((number: string, { registeredAs, ...options }: Options & { registeredAs?: string }) =>
      ask('add-number', { number, ...(registeredAs === undefined ? {} : { registeredAs }) }, options),
    );
  ofNumber(numbers, 'assign', 'put it under an approved registration')
    .argument('<registration>', 'like reg_main')
    .action((number: string, registrationId: string, options: Options) => ask('assign-number', { number, registrationId }, options));
  ofNumber(numbers, 'look', 'ask the provider now how it stands').action((number: string, options: Options) =>
    ask('look-at-number', { number }, options),
  );
  ofNumber(numbers, 'suspend', 'send nothing by it to the United States until it is resumed')
    .option('--reason <words>', 'why, for whoever asks later')
    .action((number: string, { reason, ...options }: Options & { reason?: string }) =>
      ask('suspend-number', { number, ...(reason === undefined ? {} : { reason }) }, options),
    );
  ofNumber(numbers, 'resume', 'let it send again').action((number: string, options: Options) => ask('resume-number', { number }, options));
  ofNumber(numbers, 'release', 'give it back: somebody else may have it').action((number: string, options: Options) =>
    ask('release-number', { number }, options),
  );
};
