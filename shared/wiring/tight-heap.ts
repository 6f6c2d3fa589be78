/**
 * V8 left alone lets its heap grow to several times of what is in use; this program handles rows by the thousand and keeps few of them.
 * Twice of what is in use is a good price (bench/load-queue.ts on 300,000 rows: 278 MB and 46 µs of CPU a row; at a fifth more than is in
 * use, 255 MB and 60 µs; left alone, 100 MB more on a fifth of the rows). Many small files make it plainer still: each is read into
 * buffers outside of the heap, which V8 answers with a collection of the whole heap when that is nearly full.
 */
export const tightFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100'];

/** Becomes the same process with the flags, where that is possible (not on Windows); does nothing when it has them. */
export const becomeTight = (): void => {
  const has = tightFlags.every((flag) => process.execArgv.includes(flag));
  if (has || process.platform === 'win32' || typeof process.execve !== 'function') return;
  process.execve(process.execPath, [process.execPath, ...tightFlags, ...process.execArgv, ...process.argv.slice(1)], process.env);
};
