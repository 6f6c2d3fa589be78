import { InvalidArgumentError, Option } from 'commander';
import { sourceName } from '#domain/campaign/mapping.ts';
import { readConfig, type Config } from '#wiring/config.ts';

export type CommonOptions = Readonly<{ data?: string; json?: boolean; port?: number }>;

const folder = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('the name of a folder; it is empty.');
  return text;
};

export const dataOption = (): Option =>
  new Option('--data <folder>', 'the data folder (default .carillon, or CARILLON_DATA)').argParser(folder);
export const jsonOption = (): Option => new Option('--json', 'print one JSON object for machines');

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}.`);
    return number;
  };

export const share = (text: string): number => {
  const number = Number(text);
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('a number from 0 to 1.');
  return number;
};

export const sourceFolder = (text: string): string => {
  if (!sourceName.safeParse(text).success) throw new InvalidArgumentError('a name of small letters, digits, - and _, like eaglesoft.');
  return text;
};

export const md5 = (text: string): string => {
  if (!/^[0-9a-f]{32}$/i.test(text)) throw new InvalidArgumentError('an MD5: 32 hexadecimal digits, as md5sum prints it.');
  return text.toLowerCase();
};

export const price = (text: string): number => {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 100)) throw new InvalidArgumentError('dollars for one segment, like 0.0083.');
  return number;
};

export const instant = (text: string): string => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InvalidArgumentError('a time like 2026-12-01T08:00:00Z.');
  return new Date(at).toISOString();
};

export const day = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('a day like 2026-12-01.');
  return text;
};

export type SimulateOptions = Readonly<{ provider?: 'twilio' | 'telnyx' }>;

export const simulateOption = (): Option =>
  new Option('--provider <name>', 'whose network is simulated while none is configured (default twilio, or CARILLON_SIMULATE)').choices([
    'twilio',
    'telnyx',
  ]);

export const configOf = ({ data, port, provider }: CommonOptions & SimulateOptions): Config =>
  readConfig({
    ...(data === undefined ? {} : { dataDir: data }),
    ...(port === undefined ? {} : { port }),
    ...(provider === undefined ? {} : { simulate: provider }),
  });
