import { DatabaseSync } from 'node:sqlite';

/**
 * One house a folder: an exclusive lock of the operating system, held through SQLite, that ends with the process however it ends.
 * Undefined when another process holds it.
 */
export const lockFolder = (file: string): (() => void) | undefined => {
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    db.close();
    // SQLITE_BUSY
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw error;
  }
  return () => db.close();
};
