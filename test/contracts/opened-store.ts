import type { Documents } from '#ports/documents.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Vault } from '#ports/vault.ts';

/** What an adapter can show only with help from outside. Where it can't, it says why, and the rule is skipped with that reason. */
export type Ability<T> = T | Readonly<{ absent: string }>;

export type Faults = Readonly<{
  /** The next commit is not made and fails, as when the process dies before it. */
  crashBeforeCommit: () => void;
  /** The next commit is made, and nobody learns of it. */
  loseAnswer: () => void;
}>;

/** One writer on an empty store. */
export type OpenedStore = Readonly<{
  store: EventStore;
  documents: Documents;
  vault: Vault;
  close: () => Promise<void>;
  /** One more writer on the same data, as another process is; closed by `close`. */
  another: Ability<() => Promise<Pick<OpenedStore, 'store' | 'documents'>>>;
  /** Ends this writer at once, without farewell, and opens the same data again; closed by `close`. */
  crash: Ability<() => Promise<Pick<OpenedStore, 'store' | 'documents'>>>;
  faults: Ability<Faults>;
  /** Everything that is stored, as somebody sees it who steals the disk. */
  rawBytes: Ability<() => Promise<Buffer>>;
  /** Left out where `removeExpired` removes: why it does not. */
  expiry?: Readonly<{ absent: string }>;
}>;

export type Rule = (title: string, body: (opened: OpenedStore, needs: Needs) => Promise<void>) => void;
/** The ability, or the end of the rule: skipped, with the reason. */
export type Needs = <T>(ability: Ability<T>) => T;

/** Every rule gets an empty store of its own. */
export const storeRules = (open: () => Promise<OpenedStore>): Rule => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());
  return (title, body) =>
    it(title, function () {
      const needs: Needs = (ability) => {
        if (typeof ability === 'object' && ability !== null && 'absent' in ability) {
          if (this.test) this.test.title += ` (skipped: ${ability.absent})`;
          return this.skip();
        }
        return ability;
      };
      return body(opened, needs);
    });
};
