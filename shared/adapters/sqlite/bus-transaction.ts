import type { DatabaseSync } from 'node:sqlite';

/**
 * One transaction of the bus. Everything in it is synchronous, so it never meets another one on the shared connection.
 * What is not `durable` (taking tasks, noting that they are done) goes without a sync of its own: a power cut that takes it back means
 * one more delivery, which everybody behind the bus expects anyway.
 */
export const busTransaction = (db: DatabaseSync): ((durable: boolean, work: () => void) => void) => {
  const usual = Number(db.prepare('pragma synchronous').get()?.synchronous);
  const run = (work: () => void): void => {
    db.exec('begin immediate');
    try {
      work();
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      throw error;
    }
  };
  return (durable, work) => {
    if (durable) return run(work);
    db.exec('pragma synchronous = normal');
    try {
      run(work);
    } finally {
      db.exec(`pragma synchronous = ${usual}`);
    }
  };
};
