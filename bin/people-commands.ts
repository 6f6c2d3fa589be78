import { Option, type Command } from 'commander';
import type { ForgetAnswer } from '#app/forget-person.ts';
import type { ShownPerson } from '#app/show-person.ts';
import { channels } from '#domain/kernel/ids.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

type Whom = CommonOptions & Readonly<{ company: string; channel: string }>;

const about = (people: Command, name: string, description: string): Command =>
  people
    .command(name)
    .description(description)
    .argument('<to>', 'the phone number, e-mail address or id')
    .option('--company <id>', 'of which company', 'co_main')
    .addOption(new Option('--channel <name>', 'by which it is written').choices(channels).default('sms'))
    .addOption(dataOption())
    .addOption(jsonOption());

const shownWords = ({ contactPoint, consent, messages, replies }: ShownPerson): string =>
  [
    `${contactPoint}: ${messages.rows.length}${messages.next === undefined ? '' : ' and more'} messages, ${replies.rows.length}${replies.next === undefined ? '' : ' and more'} replies`,
    ...consent.standing.map(({ family, isOut }) => `  ${family}: ${isOut ? 'wants no messages' : 'has not opted out'}`),
    ...messages.rows.map((row) => `  ${row['send_at']}  > ${row['message_text'] ?? ''}  (${row['status']}, ${row['id']})`),
    ...replies.rows.map((row) => `  ${row['said_at']}  < ${row['body'] ?? ''}  (${row['meaning'] ?? 'waiting'}, ${row['id']})`),
  ].join('\n');

const forgottenWords = ({ isDry, isDone, left, tally }: ForgetAnswer): string => {
  const { rows, conversations, others, files, proofs } = tally;
  const what = `${rows} rows with their messages, ${conversations} conversations, ${others} contacts of lists and trials, ${files} files`;
  if (isDry) return `this would go: ${what}; ${proofs} lines of proof stay sealed for five years. Nothing was changed`;
  const end = isDone ? '' : `; ${left} files are still being read: forget once more when they are`;
  return `gone: ${what}; opt-outs stay, and ${proofs} lines of proof sealed for five years${end}`;
};

/** `carillon people show|forget`. */
export const addPeopleCommands = (program: Command): void => {
  const people = program.command('people').description('all that is known of one person, and how to forget it');
  about(people, 'show', 'what was sent, what came back, and how it stands with consent').action(
    async (to: string, { company: companyId, channel, ...options }: Whom) => {
      const found = (await command(configOf(options), 'show-person', { companyId, channel, to })) as ShownPerson;
      print(found, options.json, () => shownWords(found));
    },
  );
  about(people, 'forget', 'take a person out of the log, the reports and the files, for good; again: only what came since')
    .option('--dry-run', 'change nothing, say what would go')
    .option('--by <name>', 'who says so', whoever())
    .action(async (to: string, { company: companyId, channel, dryRun, by, ...options }: Whom & { dryRun?: boolean; by: string }) => {
      const done = (await command(configOf(options), 'forget-person', {
        companyId,
        channel,
        to,
        by,
        isDry: dryRun ?? false,
      })) as ForgetAnswer;
      print(done, options.json, () => forgottenWords(done));
    });
};
