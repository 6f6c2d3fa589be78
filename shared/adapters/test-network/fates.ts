import type { ReportedStatus } from '#ports/provider.ts';

/** What becomes of a message to a recipient: by a number that everybody may use, or by the part of an address before its @. */
export type Fate =
  /** the request itself is refused */
  | Readonly<{ kind: 'refused'; code: string; providerCode: string }>
  /** nobody can tell whether it was taken */
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{
      kind: 'taken';
      /** in the order in which they are reported; none: nobody ever reports anything */
      reports: readonly Report[];
      /** what its recipient writes back */
      reply?: string;
      /** its reports come only when somebody asks after so long, milliseconds */
      lateMs?: number;
    }>;

export type Report = Readonly<{ status: ReportedStatus; code?: string; providerCode?: string }>;

const sent: Report = { status: 'sent' };
const delivered: Report = { status: 'delivered' };
const ends = (status: ReportedStatus, code: string, providerCode: string): Fate => ({
  kind: 'taken',
  reports: [sent, { status, code, providerCode }],
});
const refused = (code: string, providerCode: string): Fate => ({ kind: 'refused', code, providerCode });
const replies = (reply: string): Fate => ({ kind: 'taken', reports: [sent, delivered], reply });

const fine: Fate = { kind: 'taken', reports: [sent, delivered] };

/** The first ones are Twilio's (twilio.com/docs/iam/test-credentials), with its codes. */
export const fatesOfNumbers: Readonly<Record<string, Fate>> = {
  '+15005550001': refused('number_invalid', '21211'),
  '+15005550002': refused('route_missing', '21612'),
  '+15005550003': refused('country_not_allowed', '21408'),
  '+15005550004': refused('blocked', '21610'),
  '+15005550009': refused('not_mobile', '21614'),
  '+15005550006': fine,
  '+15005550010': ends('undelivered', 'handset_unreachable', '30003'),
  '+15005550011': ends('undelivered', 'unknown_handset', '30005'),
  '+15005550012': ends('undelivered', 'landline', '30006'),
  '+15005550013': ends('undelivered', 'carrier_filtered', '30007'),
  '+15005550014': ends('failed', 'provider_error', '30008'),
  '+15005550020': replies('C'),
  '+15005550021': replies('X'),
  '+15005550022': replies('R'),
  '+15005550023': replies('STOP'),
  '+15005550024': replies('Who is this?'),
  '+15005550030': { kind: 'taken', reports: [sent, delivered], lateMs: 120_000 },
  '+15005550031': { kind: 'taken', reports: [delivered, sent] },
  '+15005550032': { kind: 'taken', reports: [sent, sent, delivered, delivered] },
  '+15005550033': { kind: 'taken', reports: [] },
  '+15005550034': { kind: 'unknown' },
};

const fatesOfAddresses: Readonly<Record<string, Fate>> = {
  bounce: ends('undelivered', 'address_unknown', '5.1.1'),
  full: ends('undelivered', 'mailbox_full', '4.2.2'),
  blocked: ends('undelivered', 'mail_filtered', '5.7.1'),
  refused: refused('address_invalid', '5.1.3'),
  late: { kind: 'taken', reports: [sent, delivered], lateMs: 120_000 },
};

const fatesOfSenders: Readonly<Record<string, Fate>> = {
  '+15005550001': refused('sender_not_allowed', '21212'),
  '+15005550007': refused('sender_not_allowed', '21606'),
  '+15005550008': refused('queue_full', '21611'),
};

const known = (fates: Readonly<Record<string, Fate>>, key: string): Fate | undefined =>
  Object.hasOwn(fates, key) ? fates[key] : undefined;

/** Whoever is none of these gets it at once. */
export const fateOf = ({ from, to }: Readonly<{ from: string; to: string }>): Fate =>
  known(fatesOfSenders, from) ?? known(fatesOfNumbers, to) ?? known(fatesOfAddresses, to.includes('@') ? to.split('@')[0]! : '') ?? fine;
