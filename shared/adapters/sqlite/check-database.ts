import { DatabaseSync } from 'node:sqlite';

/** What SQLite finds broken in the file, undefined when nothing is. Reads the whole file and changes nothing; may run beside its house. */
export const checkDatabase = (file: string): string | undefined => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const found = db.prepare('PRAGMA quick_check(1)').get();
    const says = String(Object.values(found ?? {})[0]);
    return says === 'ok' ? undefined : says;
  } finally {
    db.close();
  }
};
