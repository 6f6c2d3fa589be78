/**
 * V8 left alone lets its heap grow to several times of what is in use; this program handles rows by the thousand and keeps few of them, so
 * collecting early halves its memory for some eight per cent of its speed (bench/load-queue.ts on 60,000 rows: 369 MB and 22,600 rows/s
 * without, 195 MB and 20,900 rows/s with).
 */
export const tightFlags = ['--max-semi-space-size=16', '--heap-growing-percent=20'];

/** Becomes the same process with the flags, where that is possible (not on Windows); does nothing when it has them. */
export const becomeTight = (): void => {
  const has = tightFlags.every((flag) => process.execArgv.includes(flag));
  if (has || process.platform === 'win32' || typeof process.execve !== 'function') return;
  process.execve(process.execPath, [process.execPath, ...tightFlags, ...process.execArgv, ...process.argv.slice(1)], process.env);
};
