import type { Command } from 'commander';
import { command } from '#wiring/command-client.ts';
import { readJson } from '#wiring/read-json.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Changed = Readonly<{ campaignId: string; status: string; version: number; approvedVersion: number | null }>;

const words = ({ campaignId, status, version, approvedVersion }: Changed): string => {
  const approved =
    approvedVersion === version
      ? 'approved'
      : approvedVersion === null
        ? 'not approved yet'
        : `version ${approvedVersion} is approved and sends`;
  return `${campaignId} is ${status}, version ${version}, ${approved}`;
};

const changes = {
  approve: 'Approve the newest version: it sends from now on',
  activate: 'Let an approved campaign fire',
  pause: 'Stop sending within one group of 50 messages',
  resume: 'Let a paused campaign go on',
  archive: 'End a campaign for good: what waits is canceled',
} as const;

/** `carillon campaign put|approve|activate|pause|resume|archive`. */
export const addCampaignCommands = (program: Command): void => {
  const campaign = program.command('campaign').description('put a campaign and lead it through its life');
  campaign
    .command('put')
    .description('create a campaign from its file, or make a new version of it')
    .argument('<file>', 'the campaign as JSON')
    .option('--company <id>', 'the company that sends', 'co_main')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string, options: CommonOptions & { company: string }) => {
      const result = (await command(configOf(options), 'put-campaign', {
        companyId: options.company,
        definition: readJson(file),
      })) as Changed;
      print(result, options.json, () => words(result));
    });
  for (const [verb, description] of Object.entries(changes)) {
    campaign
      .command(verb)
      .description(description)
      .argument('<campaign>', 'its id')
      .addOption(dataOption())
      .addOption(jsonOption())
      .action(async (campaignId: string, options: CommonOptions) => {
        const result = (await command(configOf(options), `${verb}-campaign`, { campaignId })) as Changed;
        print(result, options.json, () => words(result));
      });
  }
};
