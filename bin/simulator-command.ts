import { Option, type Command } from 'commander';
import { share, wholeNumber } from './options.ts';

const anyMs = wholeNumber(0, 86_400_000);

type SimulatorFlags = Readonly<{
  port: number;
  ledger: string;
  latency?: number;
  seed?: number;
  listLag?: number;
  late?: number;
  twice?: number;
  shuffle?: number;
  undelivered?: number;
  sentAfter?: number;
  deliveredAfter?: number;
  replyShare?: number;
  callbackOrigin?: string;
  parentPipe?: boolean;
  provider?: 'twilio' | 'telnyx';
  mails?: string;
  mailPort?: number;
}>;

/** `carillon simulator`: the phone network alone. */
export const addSimulatorCommand = (program: Command): void => {
  program
    .command('simulator')
    .description("run the phone network alone: Twilio's or Telnyx's REST API, callbacks and a ledger, on loopback")
    .requiredOption('--port <n>', 'its port; 0 for any free one', wholeNumber(0, 65_535))
    .requiredOption('--ledger <file>', 'JSON lines: every message and every status; read again at the next start')
    .option('--latency <ms>', 'how long its API takes to answer', anyMs)
    .option('--seed <n>', 'decides who is reached', wholeNumber(0, 2 ** 31))
    .option('--list-lag <ms>', 'how long a new message is missing from the list', anyMs)
    .option('--undelivered <share>', 'recipients whom nothing reaches', share)
    .option('--sent-after <ms>', 'from accepted to sent', anyMs)
    .option('--delivered-after <ms>', 'from sent to the last status', anyMs)
    .option('--reply-share <share>', 'people, from 0 to 1, who write back to a message that asks for an answer', share)
    .option('--late <ms>', 'callbacks come up to this much late', anyMs)
    .option('--twice <share>', 'callbacks that come twice', share)
    .option('--shuffle <share>', 'recipients whose callbacks come out of order', share)
    .option('--callback-origin <url>', 'where callbacks go instead of where they were asked for')
    .addOption(new Option('--provider <name>', 'whose API it has').choices(['twilio', 'telnyx']).default('twilio'))
    .option('--mails <folder>', 'take mails too, by SMTP, and keep each as a file in this folder')
    .option('--mail-port <n>', 'the port for mails; 0 for any free one', wholeNumber(0, 65_535))
    .option('--parent-pipe', 'end when stdin closes')
    .action(async (flags: SimulatorFlags) => {
      const { latency, listLag, late, twice, shuffle, undelivered, sentAfter, deliveredAfter, ...same } = flags;
      const { runSimulator } = await import('#wiring/run-simulator.ts');
      process.exitCode = await runSimulator({
        port: same.port,
        ledgerFile: same.ledger,
        seed: same.seed,
        latencyMs: latency,
        listLagMs: listLag,
        lateMs: late,
        twiceShare: twice,
        shuffleShare: shuffle,
        undeliveredShare: undelivered,
        replyShare: same.replyShare,
        sentAfterMs: sentAfter,
        deliveredAfterMs: deliveredAfter,
        callbackOrigin: same.callbackOrigin,
        parentPipe: same.parentPipe,
        network: same.provider,
        mails: same.mails,
        mailPort: same.mailPort,
      });
    });
};
