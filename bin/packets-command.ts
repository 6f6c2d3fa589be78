import { Argument, Option, type Command } from 'commander';
import type { StageRun } from '#app/run-stage.ts';
import { runnableStages } from '#app/run-stage.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { UnloadedFiles } from '#app/unloaded-files.ts';
import type { Report } from '#ports/read-model.ts';
import { command } from '#wiring/command-client.ts';
import { reportText } from '#wiring/report-text.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

const stages = ['ingested', 'mapped', 'queued', 'complete', 'failed'] as const;

/** What fits beside each other; the report "packets" has everything. */
const shown = [
  'packet_id',
  'file',
  'stage',
  'failure',
  'rows',
  'touches',
  'messages',
  'waiting',
  'full_list',
  'format',
  'accepted_at',
  'accepted_by',
  'loaded_at',
];

const told: Readonly<Record<UnloadedFiles['files'][number]['state'], string>> = {
  new: 'dropped, and no packet yet',
  loading: 'being loaded',
  failed: 'could not be used',
};

const filesText = ({ files, isCut }: UnloadedFiles): string => {
  if (files.length === 0) return 'every dropped file is loaded';
  const lines = files.map(({ path, state, packetId }) => `${path}: ${told[state]}${packetId === undefined ? '' : ` (${packetId})`}`);
  return ['not loaded:', ...lines, ...(isCut ? ['… and more'] : [])].join('\n');
};

type ListOptions = CommonOptions & Readonly<{ company: string; stage?: string }>;

const list = async (options: ListOptions): Promise<void> => {
  const { company, stage } = options;
  const params = { companyId: company, campaignId: null, packetId: null };
  const all = (await command(configOf(options), 'report', { name: 'by-packet', params })) as Report;
  const unloaded = (await command(configOf(options), 'unloaded-files', { companyId: company })) as UnloadedFiles;
  const packets = all.rows.filter((row) => stage === undefined || row['stage'] === stage);
  print({ packets, unloaded }, options.json, () => `${reportText({ columns: shown, rows: packets }, 'table')}${filesText(unloaded)}`);
};

const show = async (packetId: string, options: CommonOptions & { company: string }): Promise<void> => {
  const params = { companyId: options.company, packetId };
  const stagesOf = (await command(configOf(options), 'report', { name: 'packet-stages', params })) as Report;
  if (stagesOf.rows.length === 0)
    throw new Refusal('packet_unknown', `there is no packet ${packetId} of ${options.company}: "carillon packets" lists them`);
  print({ packetId, stages: stagesOf.rows }, options.json, () => reportText(stagesOf, 'table'));
};

const run = async (stage: StageRun['stage'], packetId: string, options: CommonOptions & { by: string }): Promise<void> => {
  const answer = (await command(configOf(options), 'run-stage', { packetId, stage, by: options.by })) as { result: 'started' | 'done' };
  const words = answer.result === 'started' ? `stage ${stage} of ${packetId} runs again` : `stage ${stage} of ${packetId} is done already`;
  print(answer, options.json, () => words);
};

const confirm = async (packetId: string, options: CommonOptions & { by: string }): Promise<void> => {
  const answer = await command(configOf(options), 'confirm-packet', { packetId, by: options.by });
  print(answer, options.json, () => `${packetId} is confirmed: what it has no more is sent no more`);
};

/** `carillon packets`, and `show`, `confirm` and `run` of one. */
export const addPacketsCommand = (program: Command): void => {
  const packets = program
    .command('packets')
    .description('packets with their stages, and dropped files that are not loaded yet')
    .option('--company <id>', 'whose', 'co_main')
    .addOption(new Option('--stage <stage>', 'packets at this stage alone').choices([...stages]))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(list);
  packets
    .command('show')
    .description('the stages of a packet: how much, since when and who')
    .argument('<packet>', 'its id')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((packetId: string, _: unknown, self: Command) => show(packetId, self.optsWithGlobals()));
  packets
    .command('confirm')
    .description('cancel what a full list has no more, though it is much: a person has looked at it')
    .argument('<packet>', 'its id')
    .option('--by <name>', 'who has looked', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    // `packets` takes the same flags, and takes them first
    .action((packetId: string, _: unknown, self: Command) => confirm(packetId, self.optsWithGlobals()));
  packets
    .command('run')
    .description('run a stage of a packet again: load what failed, or queue what is due')
    .addArgument(new Argument('<stage>').choices([...runnableStages]))
    .argument('<packet>', 'its id')
    .option('--by <name>', 'who runs it', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((stage: StageRun['stage'], packetId: string, _: unknown, self: Command) => run(stage, packetId, self.optsWithGlobals()));
};
