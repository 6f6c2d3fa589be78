import type { Command } from 'commander';
import { command } from '#wiring/command-client.ts';
import type { Previewed } from '#wiring/file-commands.ts';
import { requestPreview } from '#wiring/preview-request.ts';
import { readJson } from '#wiring/read-json.ts';
import { campaignWords, type Changed } from './campaign-words.ts';
import { configOf, dataOption, jsonOption, price, sourceFolder, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';
import { usualPrice } from './preview-command.ts';
import { previewNumbers } from './preview-words.ts';

const changes = {
  activate: 'Let an approved campaign fire',
  pause: 'Stop sending within one group of 50 messages',
  resume: 'Let a paused campaign go on',
  archive: 'End a campaign for good: what waits is canceled',
} as const;

type Approving = CommonOptions & Readonly<{ by?: string; file?: string; source?: string; price: number }>;

/** With a file, what was seen of it is what is approved: a version that came meanwhile is not. */
const approve = async (campaignId: string, { by, file, source, price: each, ...options }: Approving): Promise<void> => {
  const config = configOf(options);
  const seen: Previewed | undefined =
    file === undefined ? undefined : await requestPreview(config, { file, campaign: campaignId, source, price: each });
  if (seen && !options.json) say(previewNumbers(seen));
  const version = seen?.campaign.version ?? undefined;
  const result = (await command(config, 'approve-campaign', { campaignId, by, version })) as Changed;
  print(seen ? { ...result, preview: seen } : result, options.json, () => campaignWords(result));
};

const addApprove = (campaign: Command): void => {
  campaign
    .command('approve')
    .description('Approve the newest version: it sends from now on')
    .argument('<campaign>', 'its id')
    .option('--by <name>', 'who approves it (default: command line)')
    .option('--file <file>', 'show first what this file would become')
    .option('--source <name>', "where that file comes from, when that source's columns were kept (default: drop)", sourceFolder)
    .option('--price <dollars>', 'what one segment costs', price, usualPrice)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(approve);
};

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
      print(result, options.json, () => campaignWords(result));
    });
  addApprove(campaign);
  for (const [verb, description] of Object.entries(changes)) {
    campaign
      .command(verb)
      .description(description)
      .argument('<campaign>', 'its id')
      .addOption(dataOption())
      .addOption(jsonOption())
      .action(async (campaignId: string, options: CommonOptions) => {
        const result = (await command(configOf(options), `${verb}-campaign`, { campaignId })) as Changed;
        print(result, options.json, () => campaignWords(result));
      });
  }
};
