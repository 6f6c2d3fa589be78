#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { failedWith } from './failure.ts';
import { addCampaignCommands } from './campaign-commands.ts';
import { addHouseCommands } from './house-commands.ts';
import { addReportCommands } from './report-commands.ts';
import { addSimulatorCommand } from './simulator-command.ts';

/** Exit codes: 0 done, 1 failed, 2 used wrongly. Results go to stdout, progress and words to stderr. */
const program = new Command('carillon')
  .description('Files of appointments in, messages at the right hour out, every step in an event log.')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

addHouseCommands(program);
addCampaignCommands(program);
addReportCommands(program);
addSimulatorCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = failedWith(error);
}
