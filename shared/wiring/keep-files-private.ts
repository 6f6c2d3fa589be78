/** What the house writes, people's numbers among it, is nobody else's to read: for this process and the ones that it starts. */
export const keepFilesPrivate = (): void => {
  process.umask(0o077);
};
