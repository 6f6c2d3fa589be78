import type { DatabaseSync } from 'node:sqlite';

/**
 * Ids are never given twice (autoincrement): events are named after the delivery that caused them.
 * There is no lease column: one process owns the file, so whatever is under way when it opens belongs to a process that is gone.
 */
const schema = `
  create table if not exists tasks (
    id integer primary key autoincrement, topic text not null, key text, data text not null,
    attempt integer not null, due_at integer not null, under_way integer not null, context text) strict;
  create index if not exists tasks_waiting on tasks (topic, due_at, id) where under_way = 0;
  create index if not exists tasks_by_key on tasks (topic, key) where key is not null;
  update tasks set under_way = 0 where under_way = 1`;

export type NewTask = Readonly<{ topic: string; key: string | null; data: string; context: string | null; dueAt: number }>;
export type Task = Readonly<{ id: number; topic: string; key: string | null; data: string; context: string | null; attempt: number }>;

/** Files of before messages had a context get the column for it. */
export const addContext = (db: DatabaseSync, table: 'tasks' | 'dead_letters'): void => {
  const columns = db.prepare(`select name from pragma_table_info('${table}')`).all();
  if (!columns.some(({ name }) => name === 'context')) db.exec(`alter table ${table} add column context text`);
};

/** The waiting and the delivered: synchronous, inside whatever transaction is open. Times are real milliseconds. */
export const taskTable = (db: DatabaseSync) => {
  db.exec(schema);
  addContext(db, 'tasks');
  const insert = db.prepare('insert into tasks (topic, key, data, context, attempt, due_at, under_way) values (?, ?, ?, ?, 0, ?, 0)');
  const insertAgain = db.prepare(
    'insert into tasks (id, topic, key, data, context, attempt, due_at, under_way) values (?, ?, ?, ?, ?, 0, ?, 0)',
  );
  const twin = db.prepare('select id, attempt, due_at from tasks where topic = ? and key = ? and under_way = 0 limit 1');
  const hasten = db.prepare('update tasks set due_at = ? where id = ?');
  // Messages of one key go one after the other: side by side they would only get into each other's way.
  const due = db.prepare(
    `select id, topic, key, data, context, attempt from tasks t where topic = ? and under_way = 0 and due_at <= ?
       and not exists (select 1 from tasks u where u.topic = t.topic and u.key = t.key and u.under_way = 1)
     order by due_at, id limit ?`,
  );
  const take = db.prepare('update tasks set under_way = 1, attempt = ? where id = ?');
  const putBack = db.prepare('update tasks set under_way = 0, due_at = ? where id = ?');
  const remove = db.prepare('delete from tasks where id = ?');
  const next = db.prepare('select due_at from tasks where topic = ? and under_way = 0 and due_at > ? order by due_at limit 1');
  const count = db.prepare('select count(*) as tasks from tasks');
  // One process owns the table: it knows of most topics that nothing is due, and need not ask for each of them at every turn.
  const soonest = new Map<string, number>();
  const sooner = (topic: string, dueAt: number): void => {
    const known = soonest.get(topic);
    if (known !== undefined && known > dueAt) soonest.set(topic, dueAt);
  };
  /** When the next task of the topic becomes due by the passing of time alone; Infinity: none will. */
  const lookAhead = (topic: string, now: number): number => Number(next.get(topic, now)?.due_at ?? Infinity);

  return {
    /** False when a message of the same topic and key waits already; that one is then due as early as this one would be, unless it is backing off. */
    add: ({ topic, key, data, context, dueAt }: NewTask): boolean => {
      const waiting = key === null ? undefined : twin.get(topic, key);
      if (waiting === undefined) insert.run(topic, key, data, context, dueAt);
      else if (Number(waiting.attempt) === 0 && Number(waiting.due_at) > dueAt) hasten.run(dueAt, Number(waiting.id));
      sooner(topic, dueAt);
      return waiting === undefined;
    },
    addAgain: (id: number, { topic, key, data, context, dueAt }: NewTask): void => {
      insertAgain.run(id, topic, key, data, context, dueAt);
      sooner(topic, dueAt);
    },
    /** Takes up to `limit` due tasks; their attempt counts from here, so that one that kills its process is not tried for ever. */
    claim: (topic: string, now: number, limit: number): readonly Task[] => {
      if ((soonest.get(topic) ?? -Infinity) > now) return [];
      const keys = new Set<string>();
      const found = due.all(topic, now, limit) as Task[];
      // all that is due was seen: what is left of it waits for the end of another of its key
      if (found.length < limit) soonest.set(topic, lookAhead(topic, now));
      else soonest.delete(topic);
      const claimed = found.filter(({ key }) => key === null || (!keys.has(key) && keys.add(key)));
      return claimed.map((task) => {
        take.run(task.attempt + 1, task.id);
        return { ...task, attempt: task.attempt + 1 };
      });
    },
    putBack: ({ id, topic }: Pick<Task, 'id' | 'topic'>, dueAt: number): void => {
      putBack.run(dueAt, id);
      soonest.delete(topic);
    },
    remove: ({ id, topic }: Pick<Task, 'id' | 'topic'>): void => {
      remove.run(id);
      soonest.delete(topic);
    },
    /** When to look at the topic again, Infinity when nothing becomes due by the passing of time alone. */
    nextDue: (topic: string, now: number): number => {
      const known = soonest.get(topic);
      return known !== undefined && known > now ? known : lookAhead(topic, now);
    },
    /** A transaction was undone, and with it perhaps what was noticed in it. */
    distrust: (): void => soonest.clear(),
    count: (): number => Number(count.get()?.tasks),
  };
};

export type TaskTable = ReturnType<typeof taskTable>;
