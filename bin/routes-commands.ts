import { Option, type Command } from 'commander';
import type { Routes, ShownRoute } from '#app/routes.ts';
import { channels } from '#domain/kernel/ids.ts';
import { command } from '#wiring/command-client.ts';
import { readJson } from '#wiring/read-json.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

const healthWords: Readonly<Record<string, string>> = {
  slow: 'its reports come late',
  undelivered: 'too much of it does not arrive',
  relieves: 'another one is not well',
  well: 'it is well again',
};

const routeWords = ({ channel, provider, accountId, weight, priority, countries, campaigns, from, ...now }: ShownRoute): string =>
  [
    `  ${channel}  ${provider} ${accountId}  weight ${weight}${now.moved ? ` ${now.moved.points > 0 ? '+' : ''}${now.moved.points} (${healthWords[now.moved.why]})` : ''}, priority ${priority}`,
    ...(countries ? [`to ${countries.join(' ')}`] : []),
    ...(campaigns ? [`of ${campaigns.join(' ')}`] : []),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(now.isThere ? [] : ['NOT THERE: this house has no credentials for it']),
    ...(now.isStopped ? ['STOPPED'] : []),
  ].join(', ');

export const routesWords = ({ companyId, isDefault, routes, stopped }: Routes): string =>
  [
    isDefault
      ? `nobody has set routes for ${companyId}: its own account carries what it can, the house's other providers the rest`
      : `routes of ${companyId}:`,
    ...(routes.length === 0
      ? ['  none that are known: a house on one machine knows its providers while it runs ("carillon start")']
      : routes.map(routeWords)),
    ...stopped.map(
      ({ provider, accountId, channel, from, code, since, words }) =>
        `STOPPED since ${since}: ${provider} ${accountId}${channel === undefined ? '' : `, ${channel}`}${from === undefined ? '' : ` from ${from}`} (${code}): ${words} When that is mended: "carillon routes resume --company ${companyId}"`,
    ),
  ].join('\n');

type RoutesOptions = CommonOptions & Readonly<{ company: string }>;

const run = async (name: string, { company: companyId, ...options }: RoutesOptions, more: object = {}): Promise<void> => {
  const { data, json, port } = options;
  const config = configOf({
    ...(data === undefined ? {} : { data }),
    ...(json === undefined ? {} : { json }),
    ...(port === undefined ? {} : { port }),
  });
  const routes = (await command(config, name, { companyId, ...more })) as Routes;
  print(routes, json, () => routesWords(routes));
};

const common = (verb: Command): Command =>
  verb
    .addOption(new Option('--company <id>', 'whose messages take them').default('co_main'))
    .addOption(dataOption())
    .addOption(jsonOption());

/** `carillon routes show|set|resume`. */
export const addRoutesCommands = (program: Command): void => {
  const routes = program.command('routes').description('by which provider each channel goes, and what is stopped');
  common(routes.command('show').description('the ways that messages take, and what is wrong with them')).action((options: RoutesOptions) =>
    run('show-routes', options),
  );
  common(
    routes
      .command('set')
      .description('set all routes of a company; what is stopped is tried again')
      .argument(
        '<file>',
        'JSON: [{ "channel", "provider", "accountId", "weight", "priority", "countries", "campaigns", "from" }, …]; [] for none',
      ),
  )
    .option('--by <name>', 'who says so', whoever())
    .action((file: string, { by, ...options }: RoutesOptions & { by: string }) =>
      run('set-routes', options, { by, routes: readJson(file, 'file of routes') }),
    );
  common(routes.command('resume').description('try again what was stopped: all of it, or what is named'))
    .option('--provider <name>', 'of this provider alone')
    .addOption(new Option('--channel <channel>', 'of this channel alone').choices(channels))
    .option('--from <sender>', 'of this number, address or page alone')
    .option('--by <name>', 'who says so', whoever())
    .action(({ by, provider, channel, from, ...options }: RoutesOptions & Readonly<Record<string, string>>) =>
      run('resume-routes', options, { by, provider, channel, from }),
    );
};
