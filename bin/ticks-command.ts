import { Argument, Option, type Command } from 'commander';
import { tickNames, type TickName, type TickStatus } from '#ports/ticks.ts';
import { ticksOf } from '#wiring/ticks.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';

type Action = 'status' | 'pause' | 'resume' | 'run';

const words: Readonly<Record<TickStatus['state'], string>> = {
  running: 'runs',
  paused: 'PAUSED: "carillon ticks resume" lets it go on',
  stopped: 'stopped: nobody ticks while the house does not run',
  missing: 'MISSING: terraform apply makes its job',
  unknown: 'in a state that this program does not know',
};

export const tickWords = (ticks: readonly TickStatus[]): string =>
  ticks
    .map(({ tick, state, schedule, lastAt, nextAt, lastError }) => {
      const said = [
        words[state],
        schedule,
        lastAt === undefined ? '' : `last at ${lastAt}`,
        nextAt !== undefined && state === 'running' ? `next at ${nextAt}` : '',
        lastError === undefined ? '' : `the last one failed: ${lastError}`,
      ];
      return `${tick.padEnd(10)}${said.filter(Boolean).join('; ')}`;
    })
    .join('\n');

/** `carillon ticks status|pause|resume|run`. */
export const addTicksCommand = (program: Command): void => {
  program
    .command('ticks')
    .description('what the clock wakes: look at it, let it rest, let it go on, or do it now')
    .addArgument(new Argument('<action>').choices(['status', 'pause', 'resume', 'run']))
    .addOption(new Option('--tick <name>', 'this one alone (default: all of them)').choices([...tickNames]))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (action: Action, options: CommonOptions & { tick?: TickName }) => {
      const ticks = await ticksOf(configOf(options));
      try {
        if (action !== 'status') for (const tick of options.tick ? [options.tick] : tickNames) await ticks[action](tick);
        const all = await ticks.status();
        const asked = all.filter(({ tick }) => options.tick === undefined || tick === options.tick);
        print(asked, options.json, () => tickWords(asked));
      } finally {
        await ticks.close();
      }
    });
};
