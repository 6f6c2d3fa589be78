const login = 'Google does not know who you are: log in with "gcloud auth application-default login", and try again';

/** What a code of gRPC means to whoever has given a command. Google's own text is left out: it may quote what it was given. */
const meanings: Readonly<Record<number, string>> = {
  4: 'Google Cloud does not answer (DEADLINE_EXCEEDED): try again in a minute',
  5: 'what this needs is not there (NOT_FOUND): look at GOOGLE_CLOUD_PROJECT and CARILLON_FIRESTORE_DATABASE, then run terraform apply',
  7: 'this account may not do that (PERMISSION_DENIED): terraform gives the rights to its `operators`',
  8: 'a limit of Google Cloud is reached (RESOURCE_EXHAUSTED): try again in a minute',
  9: 'something that this needs is not there yet (FAILED_PRECONDITION), like an index: run terraform apply',
  14: 'Google Cloud, or an emulator in its place, does not answer (UNAVAILABLE): try again in a minute',
  16: login,
};

const codeOf = (error: unknown): number | undefined => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return typeof code === 'number' && typeof message === 'string' && new RegExp(`(^|Error: )${code} [A-Z_]+:`).test(message)
    ? code
    : undefined;
};

const unknownPerson = /default credentials|invalid_grant|invalid_rapt|reauth|could not refresh access token/i;

/** Nobody is logged in at Google on this machine, or no longer. */
export const isNotLoggedIn = (error: unknown): boolean =>
  codeOf(error) === 16 || (error instanceof Error && unknownPerson.test(error.message));

/** An error of Google's SDKs in words for people; undefined: it is none that we know. */
export const googleTrouble = (error: unknown): string | undefined => (isNotLoggedIn(error) ? login : meanings[codeOf(error) ?? -1]);
