/**
 * Which columns of a file of opt-outs say what, by their place; undefined: none. Names as CRMs and the providers write them in their exports and lists of opt-outs
 * (developers.telnyx.com, messaging opt-outs: from, to, keyword, created_at; twilio.com, consent management: contact_id, sender_id, status, date_of_consent).
 */
export type OptOutColumns = Readonly<Record<OptOutField, number | undefined>>;

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

/** The first name that a file has counts: what can only be the person stands before what may be ours. */
const names = {
  to: list(
    'contact point, contact id, phone, phone number, phonenumber, mobile, mobile number, cell, cell phone, email, email address, e mail, recipient, recipient number, subscriber, consumer, customer number, msisdn, destination, telephone, telefono, celular, correo, correo electronico, telefone, numero, number, address, contact, from, from number, to, to number',
  ),
  channel: list('channel, family, contact method, medium, messaging channel, canal'),
  brandId: list('brand, brand id, marca'),
  until: list('expires, expires at, expiry, expiration, expiry date, until, end date, valid until, vence'),
  saidAt: list(
    'opted out at, opt out date, opt out time, optout date, opted out date, date opted out, unsubscribed at, unsubscribe date, date of consent, created at, date created, timestamp, received at, date, fecha, data',
  ),
  status: list('status, consent status, opt status, subscription status, opt out, opted out, is opted out, optout, state, estado'),
  word: list('keyword, word, opt out type, optouttype, body, message, text, reason, opt out reason'),
} as const;

export type OptOutField = keyof typeof names;
export const optOutFields = Object.keys(names) as readonly OptOutField[];

/** `said`: field → name of a column, as somebody said it; it counts before all others. `absent`: what was said and is not there. */
export const findOptOutColumns = (
  header: readonly string[],
  said: Readonly<Partial<Record<OptOutField, string>>> = {},
): Readonly<{ columns: OptOutColumns; absent: readonly string[] }> => {
  const written = header.map(plain);
  const absent: string[] = [];
  const place = (field: OptOutField): number | undefined => {
    const named = said[field];
    if (named !== undefined) {
      const at = written.indexOf(plain(named));
      if (at >= 0) return at;
      absent.push(named);
      return undefined;
    }
    const found = names[field].find((name) => written.includes(name));
    return found === undefined ? undefined : written.indexOf(found);
  };
  const columns = Object.fromEntries(optOutFields.map((field) => [field, place(field)])) as OptOutColumns;
  return { columns, absent };
};
