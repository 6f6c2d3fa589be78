/** What a provider has to do for us. Provider words stop inside its adapter. */
export type OutgoingContent =
  | Readonly<{ channel: 'sms'; body: string }>
  | Readonly<{ channel: 'mms'; body: string; /** addresses of what the provider fetches */ media: readonly string[] }>
  | Readonly<{ channel: 'whatsapp'; body: string }>
  /** a text that the provider has approved under this name, with values for its numbered places */
  | Readonly<{ channel: 'whatsapp'; approved: string; variables: Readonly<Record<string, string>> }>
  | Readonly<{
      channel: 'voice';
      /** what a person who answers is told */
      script: string;
      /** what an answering machine is told; left out: the same */
      machineScript?: string;
      /** BCP 47, like en-US */
      locale: string;
    }>
  | Readonly<{
      channel: 'email';
      subject: string;
      text: string;
      html?: string;
      /** where one click ends all e-mail to this address (RFC 8058) */
      unsubscribeUrl?: string;
    }>
  | Readonly<{ channel: 'messenger' | 'instagram'; body: string }>;

export type Channel = OutgoingContent['channel'];

export type Outgoing = Readonly<{
  messageId: string;
  /** E.164, an e-mail address, or the id that a page knows a person by */
  to: string;
  /** a number, an address or a page of the company's */
  from: string;
  content: OutgoingContent;
  /** the provider must not deliver later than this many seconds from now */
  validitySeconds?: number;
  /** where the provider reports what became of the message; carries our message id */
  callbackUrl: string;
}>;

/**
 * What became of one request. `accepted`: the provider has it. `refused`: it documents that it did not process it; retryable says whether
 * the same request may succeed later. `unknown`: no answer, or one that does not say: the message is in doubt.
 */
export type Outcome =
  | Readonly<{ kind: 'accepted'; reference: string; segments?: number; price?: string; currency?: string }>
  | Readonly<{ kind: 'refused'; code: string; providerCode?: string; retryable: boolean; retryAfterMs?: number }>
  | Readonly<{ kind: 'unknown'; code: string }>;

/** A message as the provider lists it. */
export type Found = Readonly<{
  reference: string;
  to: string;
  /** left out where the provider's list has no words: a call */
  body?: string;
  createdAt: string;
  status: ReportedStatus;
  errorCode?: string;
}>;

export type ReportedStatus = 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'read' | 'canceled';

/** A status report, in our words. */
export type StatusReport = Readonly<{
  messageId: string;
  accountId: string;
  reference: string;
  status: ReportedStatus;
  /** why it was not delivered: our code and the provider's */
  code?: string;
  providerCode?: string;
  /** what somebody who took a call pressed, who was asked for a key */
  keys?: string;
  /** what was billed, where the provider says it with its report */
  segments?: number;
  price?: string;
  currency?: string;
}>;

export type ReportRequest = Readonly<{
  method: string;
  /** exactly as the provider called it */ url: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
  /** milliseconds since 1970; of one that was kept and is read again: when it came, which the time in its signature is held against */
  receivedAtMs?: number;
}>;

/** What a provider wants to hear in the answer itself. */
export type CallbackAnswer = Readonly<{ type: string; body: string }>;

/**
 * `foreign`: no valid signature. `malformed`: not a report of ours; `isSigned` where it is known to be the provider's. `nothing`: the provider's own, and about no message that was
 * sent: it is answered and dropped. `also`: what else one request reports. `follow`: what the provider is to be told right away because of it;
 * never rejects. `answer`: left out, none. `challenge`: how a caller who named himself with nothing is asked to (RFC 7235), for a provider that
 * waits to be asked.
 */
export type ReadReport =
  | Readonly<{
      kind: 'report';
      report: StatusReport;
      also?: readonly StatusReport[];
      follow?: () => Promise<void>;
      answer?: CallbackAnswer;
    }>
  | Readonly<{ kind: 'nothing'; answer?: CallbackAnswer }>
  | Readonly<{ kind: 'foreign'; why: string; challenge?: string }>
  | Readonly<{ kind: 'malformed'; why: string; isSigned?: true }>;

/** What somebody wrote to one of our senders, in our words. */
export type Incoming = Readonly<{
  channel: Channel;
  accountId: string;
  /** the provider's own id of it: the same one again is the same message */
  reference: string;
  /** who wrote: E.164, an e-mail address, or the id that a page knows a person by */
  from: string;
  /** our number, address or page */
  to: string;
  body: string;
  /** addresses of pictures and the like */
  media?: readonly string[];
  /** when it was written or taken, UTC ISO, where the provider says so */
  saidAt?: string;
  /** the provider's id of our message that was quoted, or whose button was pressed */
  quotes?: string;
  /** what the provider has taken it for, and told the person about by itself */
  taken?: 'stop' | 'start' | 'help';
}>;

/** As `ReadReport`. `messages`: one request may bring several. */
export type ReadIncoming =
  | Readonly<{
      kind: 'messages';
      messages: readonly Incoming[];
      /** where one address takes everything: what became of messages */
      reports?: readonly StatusReport[];
      answer?: CallbackAnswer;
    }>
  | Readonly<{ kind: 'nothing'; answer?: CallbackAnswer }>
  | Readonly<{ kind: 'foreign'; why: string; challenge?: string }>
  | Readonly<{ kind: 'malformed'; why: string }>;

/** What the provider says now of a message that it accepted. */
export type Looked = Readonly<{
  status: ReportedStatus;
  code?: string;
  providerCode?: string;
  segments?: number;
  price?: string;
  currency?: string;
}>;

/** Texts of which a provider takes notice, and which it answers, where they stand alone: lower case, without spaces. */
export type OwnReplies = Readonly<{ stop: readonly string[]; start: readonly string[]; help: readonly string[] }>;

export type Provider = Readonly<{
  name: string;
  accountId: string;
  channels: readonly Channel[];
  /** Longest time one send may take, milliseconds; then its outcome is `unknown`. */
  callTimeoutMs: number;
  /** Never throws for an answered request. */
  send: (message: Outgoing) => Promise<Outcome>;
  /** Messages on one channel (sms unless told) to one recipient made within the last `withinMs`, by the provider's own clock; undefined where it has no list. */
  find?: (to: string, withinMs: number, channel?: Channel) => Promise<readonly Found[]>;
  /** For messages that were never reported to an end; undefined: unknown to the provider. Throws when it does not answer. */
  look?: (reference: string, channel: Channel) => Promise<Looked | undefined>;
  /** How long after a message was sent its status may still change, milliseconds; left out: eleven hours. */
  settledAfterMs?: number;
  /** Its reports never say that a message was delivered: what it takes stays `sent`. */
  isMute?: true;
  /** How far the list lags behind, milliseconds: absent before that proves nothing. */
  listLagMs: number;
  readReport: (request: ReportRequest) => ReadReport;
  /** What it tells people about opting out by itself; left out: nothing. */
  ownReplies?: OwnReplies;
  /** What people write to us; left out where nobody can. */
  readIncoming?: (request: ReportRequest) => ReadIncoming;
  close: () => Promise<void>;
}>;
