import type { Command } from 'commander';
import { ConfigInvalid } from '#wiring/config-invalid.ts';
import { isWell, type Diagnosis } from '#wiring/doctor/check.ts';
import { configOf, dataOption, jsonOption, type CommonOptions } from './options.ts';
import { print } from './output.ts';

const lineOf = (diagnosis: Diagnosis): string =>
  diagnosis.state === 'ok'
    ? `ok     ${diagnosis.name.padEnd(16)}${diagnosis.says}`
    : `WRONG  ${diagnosis.name.padEnd(16)}${diagnosis.says}; ${diagnosis.next}`;

const lookAt = async (options: CommonOptions): Promise<readonly Diagnosis[]> => {
  const { diagnose } = await import('#wiring/doctor.ts');
  try {
    return await diagnose(configOf(options));
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    const next = 'set the variables right; README.md says what they are on one machine, docs/DEPLOY.md (step 10) on Google Cloud';
    return [{ name: 'environment', state: 'wrong', says: error.message, next }];
  }
};

/** `carillon doctor`. */
export const addDoctorCommand = (program: Command): void => {
  program
    .command('doctor')
    .description('look at a deployment or a data folder: what is right, what is wrong, and what to do about it')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const checks = await lookAt(options);
      const well = isWell(checks);
      print({ ok: well, checks }, options.json, () => checks.map(lineOf).join('\n'));
      if (!well) process.exitCode = 1;
    });
};
