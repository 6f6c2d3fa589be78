import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import type { CampaignProgress } from '#app/campaign-progress.ts';
import { command } from '#wiring/command-client.ts';
import { ticksNow } from '#wiring/ticks.ts';
import { demoBar } from './demo-bar.ts';
import {
  configOf,
  dataOption,
  instant,
  jsonOption,
  md5,
  simulateOption,
  sourceFolder,
  wholeNumber,
  type CommonOptions,
  type SimulateOptions,
  share,
} from './options.ts';
import { print, say } from './output.ts';
import { demoWords, statusWords, type StatusAnswer } from './words.ts';
import { whoever } from '#wiring/whoever.ts';

const addStart = (program: Command): void => {
  program
    .command('start')
    .description('run the house: all doors, the reporting database, and a simulated phone network unless a provider is configured')
    .addOption(simulateOption())
    .addOption(dataOption())
    .option('--port <n>', 'loopback port (default: the one it had, else any free one)', wholeNumber(1, 65_535))
    .option('--first-steps', 'put examples/now.json and drop a file of 200 rows that is made here; tick every 5 seconds')
    .action(async (options: CommonOptions & SimulateOptions & { firstSteps?: boolean }) => {
      const { runHouse } = await import('#wiring/run-house.ts');
      await runHouse(configOf(options), { firstSteps: options.firstSteps ?? false, say });
    });
};

const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('run the whole job on one file against the simulator, in a time that jumps from one due moment to the next')
    .requiredOption('--file <file>', 'appointments as CSV')
    .option('--campaign <file>', 'the campaign as JSON (default: examples/appointment-reminder.json)')
    .addOption(
      new Option('--on <house>', "in one process, or every door in a process of its own on Google's emulators, in real time")
        .choices(['embedded', 'emulators'])
        .default('embedded'),
    )
    .option('--now <time>', 'the time to begin at (default: three days before the earliest appointment)', instant)
    .option(
      '--replies <share>',
      'people, from 0 to 1, who write back to a message that asks for an answer (default: nobody; in one process alone)',
      share,
    )
    .addOption(simulateOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(
      async (
        options: CommonOptions &
          SimulateOptions & { file: string; campaign?: string; now?: string; replies?: number; on: 'embedded' | 'emulators' },
      ) => {
        const { file, campaign: campaignFile, now, replies: replyShare } = options;
        const run =
          options.on === 'emulators'
            ? (await import('#wiring/emulator-demo.ts')).runEmulatorDemo
            : (await import('#wiring/demo.ts')).runDemo;
        const bar = await demoBar();
        const { result, failure } = await run(configOf(options), { file, campaignFile, now, replyShare, say, tell: bar.tell }).finally(
          bar.stop,
        );
        print(result, options.json, () => demoWords(result));
        if (failure) say(`carillon: ${basename(file)} can't be used (${failure.code}): ${failure.message}`);
        if (failure || !Object.values(result.checks).every(Boolean)) process.exitCode = 1;
      },
    );
};

const addDrop = (program: Command): void => {
  program
    .command('drop')
    .description("put a file into a campaign's drop folder")
    .argument('<file>')
    .option('--campaign <id>', 'the campaign that sends it')
    .option('--fixes <packet>', 'the packet of which it corrects rows, as "carillon failures --csv" gives them')
    .option('--company <id>', 'the company that sends', 'co_main')
    .option('--source <name>', 'where such files come from, when their columns were kept by "carillon map"', sourceFolder)
    .option('--md5 <hex>', 'refuse the file if its MD5 is another one', md5)
    .addOption(
      new Option('--full', 'the file is all that there is: what the full list before had, and this one has not, is sent no more').conflicts(
        'fixes',
      ),
    )
    .option('--again', 'a packet of its own, though the same content was dropped before')
    .option('--by <name>', 'who drops it', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(
      async (
        file: string,
        options: CommonOptions & {
          campaign?: string;
          fixes?: string;
          company: string;
          source?: string;
          again?: boolean;
          full?: boolean;
          md5?: string;
          by: string;
        },
      ) => {
        const { campaign: campaignId, company: companyId, fixes, source, again, full, md5: sent, by } = options;
        if (campaignId === undefined && fixes === undefined)
          program.error('error: say whose file it is with --campaign, or which packet it corrects with --fixes');
        const { dropFile } = await import('#wiring/drop-file.ts');
        const result = await dropFile(configOf(options), { file, campaignId, companyId, fixes, source, again, full, md5: sent, by });
        print(result, options.json, () => `dropped ${result.bytes} bytes; "carillon report packets" shows what becomes of them`);
      },
    );
};

const addFire = (program: Command): void => {
  program
    .command('fire')
    .description('let a campaign take every row that is due now, without waiting for the next tick')
    .argument('<campaign>', 'its id')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (campaignId: string, options: CommonOptions) => {
      const result = await command(configOf(options), 'fire', { campaignId });
      print(result, options.json, () => `${campaignId} fires`);
    });
};

type StatusOptions = CommonOptions & Readonly<{ packet?: string; watch?: boolean }>;

const showProgress = async (campaignId: string, { packet: packetId, watch: watches, ...options }: StatusOptions): Promise<void> => {
  const { lookTwice, watch } = await import('./progress-bar.ts');
  const look = async (): Promise<CampaignProgress> =>
    (await command(configOf(options), 'campaign-progress', { campaignId, packetId })) as CampaignProgress;
  const { progress, pace } = await (watches ? watch(look) : lookTwice(look));
  const { progressWords } = await import('./progress-words.ts');
  print({ ...progress, ...(pace ? { pace } : {}) }, options.json, () => progressWords(progress, pace));
};

const addStatus = (program: Command): void => {
  program
    .command('status')
    .description('who sends, what waits, what is stuck; of one campaign, packet by packet')
    .argument('[campaign]', 'its id: how far it is, what waits until when and why, and why some did not arrive')
    .option('--packet <id>', 'of the campaign, this packet alone')
    .option('--watch', 'a progress bar on stderr until nothing is left that could leave now')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (campaignId: string | undefined, options: StatusOptions) => {
      const config = configOf(options);
      if (campaignId !== undefined) return showProgress(campaignId, options);
      if (options.packet !== undefined || options.watch)
        program.error('error: say of which campaign: "carillon status CAMPAIGN", whose id "carillon status" shows', { exitCode: 2 });
      const status = (await command(config, 'status', {})) as StatusAnswer;
      const ticks = await ticksNow(config);
      print({ ...status, ticks }, options.json, () => statusWords(status, ticks));
    });
};

/** `carillon start|demo|drop|fire|status`. What only one command needs is loaded by that one: the others answer sooner. */
export const addHouseCommands = (program: Command): void => {
  addStart(program);
  addDemo(program);
  addDrop(program);
  addFire(program);
  addStatus(program);
};
