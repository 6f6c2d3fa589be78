/**
 * V8 left alone lets its heap grow to several times of what is in use; this program handles rows by the thousand and keeps few of them, so
 * collecting early costs next to nothing and halves its memory (bench/load-queue.ts: 361 MB without, 171 MB with).
 */
export const tightFlags = ['--max-semi-space-size=16', '--heap-growing-percent=20'];

/** Becomes the same process with the flags, where that is possible (not on Windows); does nothing when it has them. */
export const becomeTight = (): void => {
  const has = tightFlags.every((flag) => process.execArgv.includes(flag));
  if (has || process.platform === 'win32' || typeof process.execve !== 'function') return;
  process.execve(process.execPath, [process.execPath, ...tightFlags, ...process.execArgv, ...process.argv.slice(1)], process.env);
};
