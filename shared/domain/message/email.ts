export type EmailFault = 'email_missing' | 'email_invalid';
export type Email = Readonly<{ address: string }> | Readonly<{ fault: EmailFault }>;

/** RFC 5321, 4.5.3.1: octets of the part before the @, of a domain's label, of its whole name, and of an address. */
const most = { local: 64, label: 63, domain: 253, address: 254 };

/** A dot-atom of RFC 5322 with the letters of RFC 6531. Quoted local parts and comments are legal, and in a list of people always a slip. */
const atoms = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
/** No country or kind of company is a number or one letter. */
const lastLabel = /^(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})$/iu;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** `Ann <ann@example.com>` and `mailto:ann@example.com`, as mail programs and spreadsheets copy them. */
const bare = (text: string): string => (/^[^<>@]*<([^<>]+)>$/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || octets(domain) > most.domain || !lastLabel.test(last)) return false;
  return labels.every((one) => octets(one) <= most.label && label.test(one));
};

/**
 * An address that mail can go to, its domain in small letters; the part before the @ stays as it is written, for only its host knows whether
 * case counts there. Nothing is looked up: whether the domain takes mail shows when it is sent.
 */
export const readEmail = (text: string): Email => {
  const written = text.trim();
  if (written === '') return { fault: 'email_missing' };
  const address = written.length > 400 ? '' : bare(written);
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at)).normalize('NFC');
  const domain = address
    .slice(at + 1)
    .normalize('NFC')
    .toLowerCase();
  const good = at > 0 && octets(local) <= most.local && atoms.test(local) && isDomain(domain);
  const whole = `${local}@${domain}`;
  return good && octets(whole) <= most.address ? { address: whole } : { fault: 'email_invalid' };
};
