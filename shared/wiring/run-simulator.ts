import { runSimulatorCommand, type RunOptions } from '#adapters/simulator/run-simulator.ts';

/** The phone network until it is told to stop; gives the exit code. */
export const runSimulator = (options: RunOptions): Promise<0 | 1> => runSimulatorCommand(options);
