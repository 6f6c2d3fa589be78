const fourth = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i;

/** The first 48 bits of an IPv6 address, which may leave out zeros; undefined where it is none, or of this machine. */
const sixth = (address: string): string | undefined => {
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':') || address === '::1') return undefined;
  const [left = ''] = address.split('::');
  const groups = left === '' ? [] : left.split(':');
  return [0, 1, 2].map((n) => groups[n] ?? '0').join(':');
};

/** From where somebody calls, about: the network, never the machine. Behind Google's front end it is the last address that this has added. */
export const placeOf = (headers: Readonly<Record<string, string | undefined>>): string => {
  const address = headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '';
  const four = fourth.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  const six = sixth(address);
  return six === undefined ? 'this machine' : `${six}::/48`;
};
