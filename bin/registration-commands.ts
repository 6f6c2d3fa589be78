import { Option, type Command } from 'commander';
import type { ListRegistered, ShownBrand, ShownRegistration } from '#app/list-registered.ts';
import { command } from '#wiring/command-client.ts';
import { readJson } from '#wiring/read-json.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { brandWords, registrationWords } from './registered-words.ts';
import { whoever } from '#wiring/whoever.ts';

type Common = CommonOptions & Readonly<{ company: string; by: string; provider?: string }>;

export const companyOption = (): Option => new Option('--company <id>', 'the company whose it is').default('co_main');
export const byOption = (): Option => new Option('--by <name>', 'who says so').default(whoever());
export const providerOption = (): Option =>
  new Option('--provider <name>', "through which (default: the company's own)").choices(['twilio', 'telnyx']);

const common = (verb: Command): Command =>
  verb.addOption(companyOption()).addOption(byOption()).addOption(dataOption()).addOption(jsonOption());

const given = ({ company: companyId, by, provider }: Common) => ({ companyId, by, ...(provider === undefined ? {} : { provider }) });

/** Which provider registers is no matter of the configuration. */
const houseOf = ({ data, json }: Common) => configOf({ ...(data === undefined ? {} : { data }), ...(json === undefined ? {} : { json }) });

const askBrand = async (name: string, input: object, options: Common): Promise<void> => {
  const brand = (await command(houseOf(options), name, { ...given(options), ...input })) as ShownBrand;
  print(brand, options.json, () => brandWords(brand));
};

const askRegistration = async (name: string, input: object, options: Common): Promise<void> => {
  const registration = (await command(houseOf(options), name, { ...given(options), ...input })) as ShownRegistration;
  print(registration, options.json, () => registrationWords(registration));
};

const fieldsOf = (file: string, what: string): Readonly<Record<string, unknown>> =>
  Object(readJson(file, what)) as Readonly<Record<string, unknown>>;

const putBrand = (file: string, options: Common): Promise<void> => {
  const { id: brandId, ...facts } = fieldsOf(file, 'file of a brand');
  return askBrand('put-brand', { ...(brandId === undefined ? {} : { brandId }), facts }, options);
};

const putRegistration = (file: string, options: Common): Promise<void> => {
  const { id: registrationId, name, brand: brandId, ...facts } = fieldsOf(file, 'file of a registration');
  return askRegistration(
    'put-registration',
    { ...(registrationId === undefined ? {} : { registrationId }), name, brandId, facts },
    options,
  );
};

const list = async (kind: keyof ListRegistered, options: Common): Promise<void> => {
  const all = (await command(houseOf(options), 'list-registered', { companyId: options.company })) as ListRegistered;
  const words = kind === 'brands' ? all.brands.map(brandWords) : all.registrations.map(registrationWords);
  print({ [kind]: all[kind] }, options.json, () => words.join('\n') || `there are no ${kind}: "carillon ${kind} put FILE" writes one down`);
};

/** `carillon brands put|submit|look|list`. */
const addBrands = (program: Command): void => {
  const brands = program.command('brands').description('companies as carriers of the United States know them (10DLC)');
  common(
    brands
      .command('put')
      .description('write a brand down, and say what is missing in it')
      .argument('<file>', 'JSON (docs/REGISTRATION.md)'),
  ).action(putBrand);
  common(brands.command('submit').description('hand it in; costs a fee').argument('<brand>', 'like brd_main'))
    .addOption(providerOption())
    .action((brandId: string, options: Common) => askBrand('submit-brand', { brandId }, options));
  common(brands.command('look').description('ask the provider now how it stands').argument('<brand>', 'like brd_main')).action(
    (brandId: string, options: Common) => askBrand('look-at-brand', { brandId }, options),
  );
  common(brands.command('list').description('all of them, with what is missing or was refused')).action((options: Common) =>
    list('brands', options),
  );
};

/** `carillon registrations put|submit|look|appeal|list`. */
const addRegistrations = (program: Command): void => {
  const registrations = program.command('registrations').description('what a brand sends, as carriers have it (they call it a campaign)');
  common(
    registrations
      .command('put')
      .description('write a registration down, and say what is missing in it')
      .argument('<file>', 'JSON (docs/REGISTRATION.md)'),
  ).action(putRegistration);
  common(registrations.command('submit').description('hand it in; costs a fee').argument('<registration>', 'like reg_main'))
    .addOption(providerOption())
    .action((registrationId: string, options: Common) => askRegistration('submit-registration', { registrationId }, options));
  common(
    registrations.command('look').description('ask the provider now how it stands').argument('<registration>', 'like reg_main'),
  ).action((registrationId: string, options: Common) => askRegistration('look-at-registration', { registrationId }, options));
  common(
    registrations
      .command('appeal')
      .description('ask that what was refused be looked at again')
      .argument('<registration>', 'like reg_main')
      .argument('<why>', 'what the reviewers have overlooked')
      .option('--by-letter', 'you have written to the provider yourself: only write it down'),
  ).action((registrationId: string, argument: string, { byLetter, ...options }: Common & Readonly<{ byLetter?: boolean }>) =>
    askRegistration('appeal-registration', { registrationId, argument, ...(byLetter ? { byLetter } : {}) }, options),
  );
  common(registrations.command('list').description('all of them, with what is missing or was refused')).action((options: Common) =>
    list('registrations', options),
  );
};

export const addRegistrationCommands = (program: Command): void => {
  addBrands(program);
  addRegistrations(program);
};
