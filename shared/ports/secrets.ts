/** A secret while it rotates: what is made now is made with `current`; what was made with `previous` is still taken. */
export type Secret = Readonly<{ current: Buffer; previous?: Buffer }>;

export type Secrets = Readonly<{
  /**
   * The newest enabled version and the one before it. Remembered for some minutes; `fresh` looks again (every few seconds at most), for
   * whoever has met something that was made with neither. Throws SecretUnreadable.
   */
  read: (name: string, options?: Readonly<{ fresh?: boolean }>) => Promise<Secret>;
  /** Reads once, then gives what is known at any time without waiting, and keeps it fresh meanwhile. Throws SecretUnreadable. */
  follow: (name: string) => Promise<() => Secret>;
  close: () => Promise<void>;
}>;

/** `away`: nobody answered, later it may be there. Everything else has to be mended. */
export type SecretTrouble = 'away' | 'missing' | 'forbidden' | 'disabled' | 'open' | 'broken';

/** Names the secret, never its content, and says what to do. */
export class SecretUnreadable extends Error {
  readonly code = 'secret_unreadable';
  readonly trouble: SecretTrouble;
  constructor(name: string, trouble: SecretTrouble, detail: string) {
    super(`the secret ${name} can't be used: ${detail}`);
    this.name = 'SecretUnreadable';
    this.trouble = trouble;
  }
}
