import ipaddr from 'ipaddr.js';

export type Reach = Readonly<{
  /** addresses of this machine, and plain HTTP: for development in an embedded house */
  loopback: boolean;
}>;

/** Reached from inside of a cloud alone, though it looks like any address (the host's own, Azure). */
const others = new Set(['168.63.129.16']);

/** All that is given out to the world by IPv6 so far; whatever stands outside leads into a network, or is another address in disguise. */
const global = ipaddr.parseCIDR('2000::/3');

/** Whether an address may be called. `::ffff:10.0.0.1` is 10.0.0.1; whatever else hides an IPv4 address (NAT64, 6to4, Teredo) is refused. */
export const mayReach = (address: string, { loopback }: Reach): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return loopback;
  if (range !== 'unicast' || others.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(global);
};

/** The host of a URL as an address, without the brackets of IPv6; undefined where it is a name. */
export const addressIn = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
};

const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

/** Ports of everything else that listens below stay closed to whoever names them. */
const mayUsePort = (port: number): boolean => port === 443 || (port >= 1_024 && port <= 65_535);

const writingProblem = ({ protocol, username, password, hash }: URL): string | undefined => {
  if (!/^https?:$/.test(protocol)) return 'an address begins with https://';
  if (username !== '' || password !== '') return 'leave name and password out of the address: calls are signed, check the signature';
  return hash === '' ? undefined : 'leave out what stands behind #: it is never sent';
};

const hostProblem = (url: URL, reach: Reach): string | undefined => {
  const address = addressIn(url);
  const host = url.hostname.replace(/\.$/, '');
  const isHere = isLocalName(host) || (address !== undefined && ipaddr.process(address).range() === 'loopback');
  if (url.protocol === 'http:' && !(reach.loopback && isHere)) return 'only https:// is called: what is told may name people';
  if (isHere) return reach.loopback ? undefined : 'this is an address of our own machine: name one that is reached from the Internet';
  if (address !== undefined && !mayReach(address, reach)) return 'this is no address of the Internet, but one of a private network';
  if (address === undefined && !host.includes('.')) return 'this name has no dot: name a host that is reached from the Internet';
  return mayUsePort(url.port === '' ? 443 : Number(url.port)) ? undefined : 'use port 443, or one from 1024 on';
};

/** What is wrong with an address, in words for whoever typed it; undefined: nothing that can be seen. */
export const urlProblem = (text: string, reach: Reach): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url ? (writingProblem(url) ?? hostProblem(url, reach)) : 'an address begins with https://';
};
