import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import type { ShownEntry } from '#app/list-inbox.ts';
import type { ResolveAnswer } from '#app/resolve-reply.ts';
import type { Thread } from '#app/show-reply.ts';
import type { WriteBackAnswer } from '#app/write-back.ts';
import { meanings } from '#domain/conversation/conversation.ts';
import { command } from '#wiring/command-client.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { whoever } from '#wiring/whoever.ts';

const why: Readonly<Record<ShownEntry['code'], string>> = {
  words: 'nobody can be sure what it means',
  several: 'several appointments may be meant',
  unmatched: 'it answers no message that is still open',
  cancel_word: 'it ended the messages, and may have meant the visit',
  start_held: 'wants messages again, and somebody else had entered that they stop: "carillon consent start" lets them',
};

const listWords = (entries: readonly ShownEntry[]): string => {
  if (entries.length === 0) return 'nothing waits in the inbox';
  const lines = entries.map(
    ({ reply, code, from, body, at, assignee }) =>
      `  ${reply}  ${at}  ${from}: ${body}  (${why[code]}${assignee === undefined ? '' : `; ${assignee}`})`,
  );
  return [...lines, '"carillon inbox show REPLY" has the whole conversation; then "inbox answer REPLY" or "inbox resolve REPLY"'].join(
    '\n',
  );
};

const threadWords = ({ from, sender, lines }: Thread): string =>
  [
    `${from} and ${sender}:`,
    ...lines.map(
      ({ at, by, words, came, messageId, reply }) => `  ${at}  ${by === 'person' ? '<' : '>'} ${words}  (${came}, ${messageId ?? reply})`,
    ),
  ].join('\n');

const resolvedWords = ({ reply, isNew, as }: ResolveAnswer): string =>
  `${reply} ${isNew ? 'needs nobody any more' : 'was resolved before'}${as === undefined ? '' : `: ${as}`}`;

type Common = CommonOptions & Readonly<{ by: string }>;

const addReading = (inbox: Command): void => {
  inbox
    .command('list')
    .description('replies that wait for a person, oldest first')
    .option('--company <id>', 'of this company alone')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ company, ...options }: CommonOptions & { company?: string }) => {
      const found = (await command(configOf(options), 'list-inbox', { companyId: company })) as readonly ShownEntry[];
      print(found, options.json, () => listWords(found));
    });
  inbox
    .command('show')
    .description('what was said on both sides')
    .argument('<reply>', 'its id')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (reply: string, options: CommonOptions) => {
      const thread = (await command(configOf(options), 'show-reply', { reply })) as Thread;
      print(thread, options.json, () => threadWords(thread));
    });
};

const addSettling = (inbox: Command): void => {
  inbox
    .command('assign')
    .description('somebody looks after it')
    .argument('<reply>', 'its id')
    .argument('<name>', 'who')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (reply: string, to: string, options: CommonOptions) => {
      const done = await command(configOf(options), 'assign-reply', { reply, to });
      print(done, options.json, () => `${to} looks after ${reply}`);
    });
  inbox
    .command('resolve')
    .description('it needs nobody any more; --as says what it means for the appointment')
    .argument('<reply>', 'its id')
    .addOption(new Option('--as <meaning>', 'confirm, cancel or reschedule').choices(meanings))
    .option('--message <id>', 'which message it answers, where several may be meant')
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (reply: string, { as, message: messageId, by, ...options }: Common & { as?: string; message?: string }) => {
      const done = (await command(configOf(options), 'resolve-reply', { reply, by, as, messageId })) as ResolveAnswer;
      print(done, options.json, () => resolvedWords(done));
    });
};

const addAnswering = (inbox: Command): void => {
  inbox
    .command('answer')
    .description("write back, inside the law and the campaign's hours; it stays in the inbox until it is resolved")
    .argument('<reply>', 'its id')
    .option('--text <words>', 'what to write')
    .option('--canned <name>', "a text of the campaign's replies.canned")
    .option('--request <id>', 'the same one again sends nothing', randomUUID())
    .option('--by <name>', 'who writes', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(
      async (
        reply: string,
        { text, canned, request: requestId, by, ...options }: Common & { text?: string; canned?: string; request: string },
      ) => {
        const done = (await command(configOf(options), 'write-back', { reply, by, text, canned, requestId })) as WriteBackAnswer;
        print(done, options.json, () => `${done.messageId} goes as soon as it may: ${done.body}`);
      },
    );
  inbox
    .command('replay')
    .description('read a parked reply once more ("carillon report webhooks" lists them)')
    .argument('<reply>', 'its id')
    .option('--by <name>', 'who says so', whoever())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (reply: string, { by, ...options }: Common) => {
      const done = await command(configOf(options), 'replay-reply', { reply, by });
      print(done, options.json, () => `${reply} is read once more`);
    });
};

/** `carillon inbox list|show|assign|answer|resolve|replay`. */
export const addInboxCommand = (program: Command): void => {
  const inbox = program.command('inbox').description('what people wrote back that a person has to read');
  addReading(inbox);
  addAnswering(inbox);
  addSettling(inbox);
};
