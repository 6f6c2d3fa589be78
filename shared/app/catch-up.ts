import type { House } from './house.ts';
import { project } from './project.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';

/** A handler projects no further after this much real time, or so many records: the next one goes on. */
const mostMs = 200_000;
const mostRecords = 20_000;

/** Brings the reports up to the log in one partition, or asks to be called again when that takes too long. Throws ReadModelAway. */
export const catchUp = async (house: House, partition: string): Promise<void> => {
  const isOver = timeLimit(house.clock, mostMs);
  const start = await house.readModel.checkpoint(partition);
  await project(house, partition, { maxRecords: mostRecords, isOver });
  const reached = await house.readModel.checkpoint(partition);
  // who else projects the same partition gets as far, and asks for itself
  if (isOver() || reached - start >= mostRecords) await house.bus.publish(topics.logAppended, [{ data: { partition }, key: partition }]);
};
