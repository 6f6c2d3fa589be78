import { InvalidArgumentError, Option } from 'commander';

export type Fields = Readonly<Record<string, string>>;

/** `name=value`, any number of them. */
const field = (given: string, before: Fields): Fields => {
  const at = given.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('name=value, for example firstName=Ana.');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
};

export const fieldOption = (): Option =>
  new Option('--field <name=value>', 'what the template says of the recipient; may be repeated').argParser(field).default({});
