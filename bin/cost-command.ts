import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { listPrices, type ListPrices } from '#reports/cost/list-prices.ts';
import { monthlyCost, type MonthlyCost } from '#reports/cost/monthly-cost.ts';
import { toTable } from '#reports/table.ts';
import { jsonOption, wholeNumber } from './options.ts';
import { print } from './output.ts';

const segmentsOf = (text: string): number => {
  const number = Number(text);
  if (!(number >= 1 && number <= 10)) throw new InvalidArgumentError('a number from 1 to 10.');
  return number;
};

const money = (usd: number): string => `$${usd.toFixed(2)}`;

const costWords = (cost: MonthlyCost, region: string, prices: ListPrices): string => {
  const columns = ['service', 'item', 'quantity', 'unit', 'free', 'usd'];
  const perThousand = (cost.total / Math.max(1, cost.messages)) * 1_000;
  return [
    toTable({ columns, rows: cost.lines }).trimEnd(),
    '',
    `Google Cloud: ${money(cost.total)} a month, ${money(perThousand)} for a thousand messages.`,
    `The provider: ${money(cost.provider)} for ${cost.messages * cost.segments} segments at $${prices.provider.perSegment}; ${prices.provider.carrierFee}.`,
    `List prices, ${region}, as of ${prices.asOf}: ${prices.sources.join('; ')}.`,
    'Quantities of a message: shared/reports/cost/message-quantities.ts says how each was measured.',
  ].join('\n');
};

type CostFlags = Readonly<{ messages: number; segments: number; region: string; json?: boolean }>;

/** `carillon cost`: asks nobody and needs no house. */
export const addCostCommand = (program: Command): void => {
  program
    .command('cost')
    .description('what a month costs on Google Cloud, by service, at list prices; the provider by itself')
    .requiredOption('--messages <n>', 'messages in a month', wholeNumber(0, 100_000_000_000))
    .option('--segments <n>', 'segments of a message, on average', segmentsOf, 1)
    .addOption(new Option('--region <region>', 'where it runs').choices(Object.keys(listPrices)).default('us-central1'))
    .addOption(jsonOption())
    .action(({ messages, segments, region, json }: CostFlags) => {
      const prices = listPrices[region]!;
      const cost = monthlyCost({ messages, segments }, prices);
      print({ region, asOf: prices.asOf, ...cost }, json, () => costWords(cost, region, prices));
    });
};
