/** A command's result on stdout: JSON for machines, else the words for people. */
export const print = (result: unknown, json: boolean | undefined, words: () => string): void => {
  process.stdout.write(`${json ? JSON.stringify(result) : words()}\n`);
};

/** Progress and words, on stderr. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
