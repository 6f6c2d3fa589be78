import { InvalidArgumentError, Option, type Command } from 'commander';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';
import { command } from '#wiring/command-client.ts';
import { HouseUnavailable } from '#wiring/house-unavailable.ts';
import { relayWebhooks, type Passing } from '#wiring/relay-webhooks.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type ListenOptions = CommonOptions & Readonly<{ company: string; forwardTo: string; events: readonly string[] }>;
type Added = Readonly<{ endpoint: WebhookEndpoint; secret: string }>;

/** `localhost:3000/hook` is enough. */
const address = (text: string): string => {
  const full = /^https?:\/\//.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full)) throw new InvalidArgumentError('an address like localhost:3000/hook.');
  return full;
};

const wordsOf = (passing: Passing): string => {
  switch (passing.kind) {
    case 'came':
      return `--> ${passing.type} [${passing.id}]`;
    case 'answered':
      return `<-- [${passing.status}] POST ${passing.url} [${passing.id}]`;
    default:
      return `<-- [nobody answered: ${passing.why}] POST ${passing.url} [${passing.id}]`;
  }
};

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const listen = async ({ company: companyId, forwardTo, events, json, ...options }: ListenOptions): Promise<void> => {
  const config = configOf(options);
  if (config.googleCloud && !('token' in config.googleCloud.push))
    throw new HouseUnavailable(
      'a house on Google Cloud reaches nobody on this machine: listen to one that runs here ("carillon start"), or give it an endpoint on the Internet',
    );
  const by = whoever();
  const stopped = untilStopped();
  const relay = await relayWebhooks(forwardTo, (passing) => print(passing, json, () => wordsOf(passing)));
  try {
    const request = {
      companyId,
      url: relay.url,
      events,
      description: `carillon listen, to ${forwardTo}`.slice(0, 200),
      hearsSamples: true,
      by,
    };
    const { endpoint, secret } = (await command(config, 'add-endpoint', request)) as Added;
    say(`Ready! Your webhook signing secret is ${secret} (Ctrl-C ends it, and the secret with it)`);
    await stopped;
    await command(config, 'remove-endpoint', { companyId, endpointId: endpoint.endpointId, by });
  } finally {
    await relay.close();
  }
};

/** `carillon listen`: what this house would tell customers, at a program on this machine. */
export const addListenCommand = (program: Command): void => {
  program
    .command('listen')
    .description("hand what a company's webhooks tell to a program on this machine, until Ctrl-C")
    .addOption(
      new Option('--forward-to <url>', 'where your program listens, like localhost:3000/hook').argParser(address).makeOptionMandatory(),
    )
    .option('--events <types...>', 'what to hear: message.delivered, message.*', ['*'])
    .addOption(new Option('--company <id>', 'whose events').default('co_main'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(listen);
};
