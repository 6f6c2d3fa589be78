import type { Account } from '#domain/company/company.ts';
import type { Clock } from '#ports/clock.ts';
import type { Documents } from '#ports/documents.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { FileStore } from '#ports/file-store.ts';
import type { Log } from '#ports/log.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { Provider } from '#ports/provider.ts';
import type { Registrar } from '#ports/registrar.ts';
import type { ReadModel } from '#ports/read-model.ts';
import type { RowReader } from '#ports/row-reader.ts';
import type { Uploads } from '#ports/uploads.ts';
import type { Vault } from '#ports/vault.ts';
import type { WebhookCaller } from '#ports/webhook-caller.ts';

/** What runs. */
export type About = Readonly<{
  /** of package.json */ version: string;
  /** the host's own name for what was deployed */ revision?: string;
}>;

/**
 * The same house for a verb that makes one commit after the other: each resolves as soon as all that follow stand behind it. Whoever uses it
 * tells nobody outside, and calls nobody, before `settled` resolves: then all of it is safe.
 */
export type Ahead = Readonly<{ house: House; settled: () => Promise<void> }>;

/** Everything that a verb may need. Wiring builds it, embedded or on Google Cloud. */
export type House = Readonly<{
  about?: About;
  store: EventStore;
  documents: Documents;
  /** left out: each commit is safe from a power cut when it resolves, as it is with this house's own `store` and `documents` */
  ahead?: Ahead;
  vault: Vault;
  bus: Pick<MessageBus, 'publish'>;
  /** what waits on the bus, where anybody may be told and asking costs nothing: on Google Cloud a look into a dead-letter topic leases its messages */
  tasks?: Pick<MessageBus, 'pending' | 'deadLetters'>;
  files: FileStore;
  /** where large files come in pieces; left out: this house takes none */
  uploads?: Uploads;
  rows: RowReader;
  readModel: ReadModel;
  clock: Clock;
  log: Log;
  /** the provider behind a company's account; undefined when this house has no credentials for it */
  providerFor: (account: Account) => Provider | undefined;
  /** all that this house has credentials for; left out: those of accounts alone */
  providers?: () => readonly Provider[];
  /** the provider behind `/messages/status/{name}` */
  providerNamed: (name: string) => Provider | undefined;
  /** who registers brands, registrations and numbers for an account; undefined: nobody. Loaded when first asked for */
  registrarFor?: (account: Account) => Promise<Registrar | undefined>;
  /** the registrar of that name, whose notices come to `/messages/status/{name}` */
  registrarNamed?: (name: string) => Promise<Registrar | undefined>;
  /** numbers that nobody has said anything about send nothing to the United States; left out: they do, no carrier is behind a simulated network */
  mustBeRegistered?: boolean;
  /** real time for which a handler owns a work item after its last commit; left out: 90 s */
  leaseMs?: number;
  /** calls customers' servers; left out: this house calls nobody */
  webhooks?: WebhookCaller;
  /** where providers reach our callback doors, without a trailing slash */
  publicUrl: string;
  /** where people reach our pages, without a trailing slash; left out: there too */
  pagesUrl?: string;
  /** whom mails about access come from; left out: an address of `publicUrl` */
  mailFrom?: string;
  /** the number of the key that links are signed with, from 1 on; the one before it is taken still. Left out: 1 */
  linkKey?: number;
}>;
