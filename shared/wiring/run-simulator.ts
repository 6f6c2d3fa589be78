import { runSimulatorCommand, type RunOptions } from '#adapters/simulator/run-simulator.ts';

/** The phone network until it is told to stop; gives the exit code. The token of its account comes from a house that starts it. */
export const runSimulator = (options: RunOptions): Promise<0 | 1> =>
  runSimulatorCommand({ ...options, authToken: process.env['CARILLON_SIMULATOR_TOKEN'] });
