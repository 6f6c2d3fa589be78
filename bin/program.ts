import { Command, CommanderError } from 'commander';
import { checkLogin } from '#wiring/check-login.ts';
import { failedWith } from './failure.ts';
import { addAnswersCommand } from './answers-command.ts';
import { addCampaignCommands } from './campaign-commands.ts';
import { addCompanyCommands } from './company-commands.ts';
import { addConsentCommands } from './consent-commands.ts';
import { addContactsCommands } from './contacts-commands.ts';
import { addCostCommand } from './cost-command.ts';
import { addDoubtsCommand } from './doubts-command.ts';
import { addDropUrlCommand } from './drop-url-command.ts';
import { addDeadLettersCommand } from './dead-letters-command.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { addEndpointsCommand } from './endpoints-command.ts';
import { addFailuresCommand } from './failures-command.ts';
import { addHouseCommands } from './house-commands.ts';
import { addInboxCommand } from './inbox-command.ts';
import { addWebhooksCommand } from './webhooks-command.ts';
import { addKeysCommand } from './keys-command.ts';
import { addUsersCommand } from './users-command.ts';
import { addListenCommand } from './listen-command.ts';
import { addMapCommand } from './map-command.ts';
import { addPacketsCommand } from './packets-command.ts';
import { addPeopleCommands } from './people-commands.ts';
import { addPreviewCommand } from './preview-command.ts';
import { addReportCommands } from './report-commands.ts';
import { addResendCommand } from './resend-command.ts';
import { addRoutesCommands } from './routes-commands.ts';
import { addSendCommand } from './send-command.ts';
import { addRegistrationCommands } from './registration-commands.ts';
import { addSendersCommands } from './senders-commands.ts';
import { addSimulatorCommand } from './simulator-command.ts';
import { configOf } from './options.ts';
import { addAuditCommand } from './audit-command.ts';
import { addSupportCommand } from './support-command.ts';
import { addSmokeCommand } from './smoke-command.ts';
import { addTemplatesCommand } from './templates-command.ts';
import { addTestSendCommand } from './test-send-command.ts';
import { addTicksCommand } from './ticks-command.ts';

/** What asks nobody at Google, or says itself what is missing there. */
const needNoLogin: ReadonlySet<string> = new Set(['start', 'demo', 'simulator', 'cost', 'doctor', 'drop-url']);

const carillon = (): Command => {
  const program = new Command('carillon')
    .description('Files of appointments in, messages at the right hour out, every step in an event log.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) })
    .showHelpAfterError('"--help" behind a command shows how it is used')
    .hook('preAction', async (_, command) => {
      if (!needNoLogin.has(command.name())) await checkLogin(configOf({}));
    });

  addHouseCommands(program);
  addCampaignCommands(program);
  addCompanyCommands(program);
  addTemplatesCommand(program);
  addSendCommand(program);
  addResendCommand(program);
  addDoubtsCommand(program);
  addInboxCommand(program);
  addWebhooksCommand(program);
  addAnswersCommand(program);
  addContactsCommands(program);
  addConsentCommands(program);
  addPeopleCommands(program);
  addKeysCommand(program);
  addSupportCommand(program);
  addAuditCommand(program);
  addUsersCommand(program);
  addListenCommand(program);
  addEndpointsCommand(program);
  addMapCommand(program);
  addPreviewCommand(program);
  addTestSendCommand(program);
  addPacketsCommand(program);
  addFailuresCommand(program);
  addReportCommands(program);
  addSendersCommands(program);
  addRegistrationCommands(program);
  addRoutesCommands(program);
  addSimulatorCommand(program);
  addTicksCommand(program);
  addDeadLettersCommand(program);
  addDoctorCommand(program);
  addCostCommand(program);
  addDropUrlCommand(program);
  addSmokeCommand(program);
  return program;
};

/** Timers of a database that died under its questions (mysql2) would keep the process for minutes after its work is done. */
const lingerMs = 1_000;

/** Exit codes: 0 done, 1 failed, 2 used wrongly. Results go to stdout, progress and words to stderr. */
export const runProgram = async (): Promise<void> => {
  try {
    await carillon().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = failedWith(error);
  }
  setTimeout(() => process.exit(), lingerMs).unref();
};
