/** From where somebody calls, about: the network, never the machine. Behind Google's front end it is the last address that this has added. */
export const placeOf = (headers: Readonly<Record<string, string | undefined>>): string => {
  const address = headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '';
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  const six = /^[0-9a-f:]+$/i.test(address) && address.includes(':') ? address.split(':').slice(0, 3).join(':') : undefined;
  return six === undefined || six === '::' ? 'this machine' : `${six}::/48`;
};
