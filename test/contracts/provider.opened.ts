import type { Outcome, Outgoing, OutgoingContent, Provider, ReadReport, ReportRequest, ReportedStatus } from '#ports/provider.ts';
import type { CallbackReceiver } from '../support/callback-receiver.ts';

/** How a provider's answer can go wrong. `after accept`: it has the message, and only the answer is lost. */
export type Trouble = 'too many requests' | 'error' | 'unavailable' | 'silence' | 'cut' | 'cut after accept' | 'malformed after accept';

/** Words of a report that a test changes; left out: as an ordinary report of a delivered message has them. */
export type ReportChange = Readonly<{ accountId?: string; status?: string; errorCode?: string; reference?: string; query?: string }>;

/** A documented way to fail afterwards: what the provider reports, and what that means to us. */
export type ReportedFailure = Readonly<{
  change: ReportChange;
  report: Readonly<{ status: ReportedStatus; code: string; providerCode?: string }>;
}>;

/** One channel of a provider with its network, as the contract drives it. */
export type OpenedProvider = Readonly<{
  provider: Provider;
  receiver: CallbackReceiver;
  /** whom the contract writes to, and as whom; the network delivers to this recipient */
  to: string;
  from: string;
  /** a message of this channel that says these words; they may hold any character, and half a surrogate pair */
  content: (words: string) => OutgoingContent;
  /** the next request goes wrong like this */
  trouble: (kind: Trouble) => Promise<void>;
  /** what the network has for a recipient, in our words again */
  received: (to: string) => Promise<readonly Readonly<{ to: string; from: string; content: OutgoingContent }>[]>;
  /** requests that the provider documents as refused */
  refusals: readonly Readonly<{ title: string; message: Partial<Outgoing>; outcome: Outcome }>[];
  /** the same provider, with its network on another port of this machine */
  on: (port: number) => Promise<Provider>;
  /** the same with a key that the network does not know */
  stranger: () => Promise<Provider>;
  /** well formed, and nobody's */
  strangeReference: string;
  /** what the network reports of a message that it delivers, one callback for each; undefined: it makes no callbacks */
  reports?: readonly ReportedStatus[];
  /** a report of this provider, signed by it, with some of its words changed */
  signed?: (change: ReportChange) => ReportRequest;
  /** how it never reports; left out: GET */
  otherMethod?: string;
  /** ways to fail that the provider documents for what it has accepted */
  failures?: readonly ReportedFailure[];
  /** another account of the same provider, as its reports name it */
  otherAccountId?: string;
  /** what no outcome and no error may show */
  secrets: readonly string[];
  close: () => Promise<void>;
}>;

export type Rule = (title: string, body: (opened: OpenedProvider) => Promise<void>) => void;

export const words = 'Hi Ana, you see Dr. Ng on Tue at 9:30 AM. 10% off & more? +1 = “ok” 👍';
export const messageId = 'msg_abc-1-2-sms-0';

export const outgoing = ({ receiver, to, from, content }: OpenedProvider, change: Partial<Outgoing> = {}): Outgoing => ({
  messageId,
  to,
  from,
  content: content(words),
  callbackUrl: `${receiver.origin}/messages/status/provider?m=${messageId}`,
  ...change,
});

/** The same where the provider makes reports; a rule that needs them is skipped where it does not. */
export const reportsOf = (
  opened: OpenedProvider,
): Readonly<{
  statuses: readonly ReportedStatus[];
  signed: (change: ReportChange) => ReportRequest;
  failures: readonly ReportedFailure[];
  read: (request: ReportRequest) => ReadReport;
}> => {
  const { reports, signed, provider, failures = [] } = opened;
  if (!reports || !signed) throw new Error('a provider that makes no reports names this rule among those that it skips');
  return { statuses: reports, signed, failures, read: (request) => provider.readReport(request) };
};
