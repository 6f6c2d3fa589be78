/** Seals what is personal. Keys live per scope (a packet, a conversation); destroying a scope's key forgets its people. */
export type ScopeKey = Readonly<{
  /** authenticated encryption; the result carries its nonce */
  seal: (plain: Uint8Array) => Buffer;
  /** throws when the bytes were changed */
  open: (sealed: Uint8Array) => Buffer;
}>;

export type Vault = Readonly<{
  /** The scope's key, made when there is none yet; undefined when it was destroyed. */
  keyFor: (scope: string) => Promise<ScopeKey | undefined>;
  /** The scope's key if there is one. */
  existingKey: (scope: string) => Promise<ScopeKey | undefined>;
  /** For good: the scope never gets another key. Other processes notice within `forgetWithinMs`. */
  destroy: (scope: string) => Promise<void>;
  /** A company's own fingerprint of a value, to compare without seeing: versioned HMAC-SHA256, base64url, 22 characters and the version. */
  fingerprint: (companyId: string, value: string) => string;
}>;

export const forgetWithinMs = 60_000;
