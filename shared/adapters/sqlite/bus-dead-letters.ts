import type { DatabaseSync } from 'node:sqlite';
import type { DeadLetter } from '#ports/message-bus.ts';
import { addContext, type Task } from './bus-tasks.ts';

const schema = `
  create table if not exists dead_letters (
    seq integer primary key, id integer not null unique, topic text not null, key text, data text not null,
    attempts integer not null, error text not null, dead_at text not null, context text) strict`;

/** Beyond these the oldest go: a dead letter is a hint, what it stood for is found by the next sweep. */
const kept = 10_000;

type Row = { id: number; topic: string; key: string | null; data: string; attempts: number; error: string; dead_at: string };

export const deliveryId = (id: number): string => `tsk_${id}`;
const rowId = (id: string): number => Number(/^tsk_(\d{1,15})$/.exec(id)?.[1] ?? 0);

/** Messages that were given up. Synchronous, inside whatever transaction is open. */
export const deadLetterTable = (db: DatabaseSync) => {
  db.exec(schema);
  addContext(db, 'dead_letters');
  const insert = db.prepare(
    'insert into dead_letters (id, topic, key, data, context, attempts, error, dead_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const trim = db.prepare('delete from dead_letters where seq <= (select seq from dead_letters order by seq desc limit 1 offset ?)');
  const newest = db.prepare('select id, topic, key, data, attempts, error, dead_at from dead_letters order by seq desc limit ?');
  const take = db.prepare('delete from dead_letters where id = ? returning topic, key, data, context');

  return {
    bury: (task: Task, attempts: number, error: string): void => {
      insert.run(task.id, task.topic, task.key, task.data, task.context, attempts, error, new Date().toISOString());
      trim.run(kept);
    },
    /** The newest first. */
    list: (limit: number): readonly DeadLetter[] =>
      (newest.all(limit) as Row[]).map(({ id, topic, data, attempts, error, dead_at }) => ({
        id: deliveryId(id),
        topic,
        data: JSON.parse(data) as Record<string, unknown>,
        attempts,
        error,
        deadAt: dead_at,
      })),
    /** Removes it; undefined when there is none of that id. */
    take: (id: string): Omit<Task, 'attempt'> | undefined => {
      const row = take.get(rowId(id)) as Omit<Task, 'id' | 'attempt'> | undefined;
      return row && { ...row, id: rowId(id) };
    },
  };
};

export type DeadLetterTable = ReturnType<typeof deadLetterTable>;
