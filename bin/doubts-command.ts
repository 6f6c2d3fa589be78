import { Argument, type Command } from 'commander';
import { mostDoubts, type DoubtAnswer, type ShownDoubt } from '#app/settle-doubt.ts';
import { verdicts } from '#domain/delivery/decide-doubt.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

const listWords = (doubts: readonly ShownDoubt[]): string => {
  if (doubts.length === 0) return 'nothing is in doubt';
  const lines = doubts.map(
    ({ messageId, campaignId, provider, accountId, askedAt, words }) =>
      `  ${messageId}  of ${campaignId}, ${provider} ${accountId} was asked at ${askedAt}: ${words}`,
  );
  return [
    ...lines,
    ...(doubts.length === mostDoubts ? [`these are the oldest ${mostDoubts}: there may be more behind them`] : []),
    'look for them in the provider\'s console, then: "carillon doubts decide MESSAGE sent|failed|again"; "again" sends once more',
  ].join('\n');
};

const decidedWords = ({ messageId, verdict, isNew, again }: DoubtAnswer): string => {
  if (again > 0) return `${messageId} was not sent, and goes once more`;
  const what = verdict === 'sent' ? 'was sent' : 'was not sent';
  return isNew ? `${messageId} ${what}` : `${messageId} ${what}, as was decided before`;
};

type Deciding = CommonOptions & Readonly<{ by: string; reference?: string }>;

/** `carillon doubts list|decide`. */
export const addDoubtsCommand = (program: Command): void => {
  const doubts = program.command('doubts').description('messages of which nobody can tell whether they were sent');
  doubts
    .command('list')
    .description('those that wait for a person: the provider was asked, did not answer, and has no list to look them up in')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const found = (await command(configOf(options), 'list-doubts', {})) as readonly ShownDoubt[];
      print(found, options.json, () => listWords(found));
    });
  doubts
    .command('decide')
    .description('say what became of one; what a provider reports later counts more')
    .argument('<message>', 'its id')
    .addArgument(new Argument('<verdict>', 'sent, failed (it was not), or again (it was not: send it once more)').choices(verdicts))
    .option('--reference <id>', "the provider's own id of it, where it was found there")
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (messageId: string, verdict: string, { by, reference, ...options }: Deciding) => {
      const answer = (await command(configOf(options), 'decide-doubt', { messageId, verdict, by, reference })) as DoubtAnswer;
      print(answer, options.json, () => decidedWords(answer));
    });
};
