import type { Command } from 'commander';
import { askLetters, type LettersDone, type ShownLetter } from '#wiring/dead-letters.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';

const letterWords = ({ id, topic, attempts, why, when, about }: ShownLetter): string => {
  const names = Object.entries(about).map(([name, value]) => `${name} ${value}`);
  return [`${when}  ${topic}  ${id}  ${attempts} deliveries`, ...names, why].join('\n  ');
};

const words = (done: LettersDone): string => {
  if ('replayed' in done)
    return done.replayed === 1 ? '1 message goes to its topic again' : `${done.replayed} messages go to their topics again`;
  if ('dropped' in done) return 'gone; what it stood for is found by the next tick or sweep, if anything is left to do';
  return done.letters.length === 0 ? 'no message was given up' : done.letters.map(letterWords).join('\n');
};

const addList = (letters: Command): void => {
  letters
    .command('list')
    .description('what was given up, and why')
    .option('--limit <n>', 'at most so many, the newest first', wholeNumber(1, 10_000), 100)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { limit: number }) => {
      const done = await askLetters(configOf(options), { action: 'list', limit: options.limit });
      print('letters' in done ? done.letters : [], options.json, () => words(done));
    });
};

const addReplay = (letters: Command): void => {
  letters
    .command('replay')
    .description('put one back on its topic, or all of them')
    .argument('[id]')
    .option('--all', 'all of them')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, options: CommonOptions & { all?: boolean }) => {
      if ((id === undefined) === (options.all !== true)) letters.error('error: say the id of one, or --all', { exitCode: 2 });
      const done = await askLetters(configOf(options), id === undefined ? { action: 'replay-all' } : { action: 'replay', id });
      print(done, options.json, () => words(done));
    });
};

const addDrop = (letters: Command): void => {
  letters
    .command('drop')
    .description('forget one')
    .argument('<id>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions) => {
      const done = await askLetters(configOf(options), { action: 'drop', id });
      print(done, options.json, () => words(done));
    });
};

/** `carillon dead-letters list|replay|drop`. */
export const addDeadLettersCommand = (program: Command): void => {
  const letters = program
    .command('dead-letters')
    .description('messages between the doors that were given up: look at them, try them again, drop them');
  for (const add of [addList, addReplay, addDrop]) add(letters);
};
