import { Option, type Command } from 'commander';
import type { Replayed } from '#app/replay-webhooks.ts';
import type { SamplesSent } from '#app/test-webhook.ts';
import type { WebhookAttempt } from '#app/webhook-attempts.ts';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, instant, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Options = CommonOptions & Readonly<{ company: string }>;

const common = (verb: Command): Command =>
  verb.addOption(new Option('--company <id>', 'whose events').default('co_main')).addOption(dataOption()).addOption(jsonOption());

const ask = async <Result>(name: string, { company: companyId, ...options }: Options, more: object = {}): Promise<Result> =>
  (await command(configOf(options), name, { companyId, ...more })) as Result;

const endpointWords = ({ endpointId, status, why, url = '', events }: WebhookEndpoint): string =>
  `${endpointId}  ${status}${why === undefined ? '' : ` (${why})`}  ${url}  ${events.join(' ')}`;

const attemptWords = ({ at, item, attempt, outcome, status, code, next }: WebhookAttempt): string =>
  [
    `${at}  ${item.type} [${item.id}]  attempt ${attempt}: ${outcome}`,
    ...(status === undefined ? [] : [`[${status}]`]),
    ...(code === undefined ? [] : [code]),
    ...(next === undefined ? [] : [`again ${next}`]),
  ].join(' ');

const replayWords = ({ replayed, complete, oldest }: Replayed): string =>
  `${replayed} events are told again${complete ? '' : `; there are more before ${oldest}`}`;

const sampleWords = ({ sent }: SamplesSent, type: string): string =>
  sent.length === 0
    ? `nobody hears of ${type}: "carillon listen --forward-to URL" does, and so do endpoints that were added with a test key`
    : [
        ...sent.map(({ event, endpoint }) => `a sample of ${type} [${event}] goes to ${endpoint}`),
        'nothing has happened ("sample": true)',
      ].join('\n');

/** `carillon endpoints list|attempts|replay` and `carillon trigger`. */
export const addEndpointsCommand = (program: Command): void => {
  const endpoints = program.command('endpoints').description('where a company hears of its events');
  common(endpoints.command('list').description('all endpoints')).action(async (options: Options) => {
    const found = await ask<readonly WebhookEndpoint[]>('list-endpoints', options);
    print(found, options.json, () => (found.length === 0 ? `${options.company} has none` : found.map(endpointWords).join('\n')));
  });
  common(endpoints.command('attempts').description('what was tried there, newest first').argument('<endpoint>', 'its id')).action(
    async (endpointId: string, options: Options) => {
      const found = await ask<readonly WebhookAttempt[]>('list-attempts', options, { endpointId });
      print(found, options.json, () => (found.length === 0 ? 'nothing was tried there' : found.map(attemptWords).join('\n')));
    },
  );
  common(endpoints.command('replay').description('tell what it did not take, or one event, once more').argument('<endpoint>', 'its id'))
    .option('--event <id>', 'this one alone')
    .option('--since <time>', 'all that was given up since then', instant, '1970-01-01T00:00:00.000Z')
    .option('--all', 'also what was taken')
    .action(async (endpointId: string, options: Options & Readonly<{ event?: string; since: string; all?: boolean }>) => {
      const { event, since, all } = options;
      const replayed = await ask<Replayed>('replay-events', options, { endpointId, event, since, only: all ? 'all' : 'failed' });
      print(replayed, options.json, () => replayWords(replayed));
    });
  common(
    program
      .command('trigger')
      .description('send a sample of an event to whoever listens here, and to endpoints of test keys')
      .argument('<event>', 'like message.delivered'),
  )
    .option('--endpoint <id>', 'to this one alone, also one of a live key')
    .action(async (type: string, options: Options & Readonly<{ endpoint?: string }>) => {
      const sent = await ask<SamplesSent>('trigger-event', options, { type, endpointId: options.endpoint, by: whoever() });
      print(sent, options.json, () => sampleWords(sent, type));
    });
};
