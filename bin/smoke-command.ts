import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { magicSender, runSmoke, smokeCompany } from '#wiring/smoke.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print, say } from './output.ts';

const number = (text: string): string => {
  if (!/^\+[1-9]\d{6,14}$/.test(text)) throw new InvalidArgumentError('a number like +12085550142.');
  return text;
};

const address = (text: string): string => {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) throw new InvalidArgumentError('an address like https://health-abc.a.run.app.');
  return text;
};

type Flags = CommonOptions & Readonly<{ sendOneMessage?: boolean; url?: string; to: string; from: string; timeout: number }>;

/** `carillon smoke`. */
export const addSmokeCommand = (program: Command): void => {
  const smoke = program.command('smoke');
  smoke
    .description("send one message through a deployed house, with Twilio's test credentials, and wait for its report")
    .option('--send-one-message', 'yes, really: without it nothing is done')
    .option('--url <address>', 'where the door "health" answers (default: the house that runs in the data folder)', address)
    .option('--to <number>', 'the recipient', number, '+12085550142')
    .option('--from <number>', "the sender: Twilio's test credentials take none but this one", number, magicSender)
    .option('--timeout <seconds>', 'how long to wait', wholeNumber(1, 3_600), 600)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const { sendOneMessage, url, to, from, timeout, json } = flags;
      if (!sendOneMessage) {
        smoke.error(
          `error: this sends one message from ${from} to ${to}, as ${smokeCompany}. With test credentials nobody gets it. Say --send-one-message if you mean it`,
        );
      }
      const result = await runSmoke(configOf(flags), { ...(url === undefined ? {} : { url }), to, from, timeoutMs: timeout * 1_000, say });
      print(result, json, () => `sent ${result.sent} message in ${result.seconds} s: ${result.path}`);
    });
};
