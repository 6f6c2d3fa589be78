/** Where mail is handed over, and how the line to it is kept from others. */
export type ServerAddress = Readonly<{
  host: string;
  port: number;
  /** TLS from the first byte on (smtps); else STARTTLS unless `isPlain` */
  isSecure: boolean;
  /** without TLS: only to this machine, or where somebody says so */
  isPlain: boolean;
  auth?: Readonly<{ user: string; pass: string }>;
}>;

export class ServerAddressInvalid extends Error {
  constructor() {
    super('a mail server is smtps://user:password@host:465 or smtp://user:password@host:587; user and password percent-encoded');
    this.name = 'ServerAddressInvalid';
  }
}

const loopback = /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/;
const usualPort = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * Reads the URL of a mail server. TLS is demanded of every server that is not on this machine; `tls: 'none'` is for a relay on a network of
 * one's own. Throws ServerAddressInvalid, which tells nothing of the URL: it holds a password.
 */
export const serverAddressOf = (url: string, tls?: 'required' | 'none'): ServerAddress => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const protocol = parsed?.protocol;
  if (!parsed || (protocol !== 'smtp:' && protocol !== 'smtps:') || parsed.hostname === '') throw new ServerAddressInvalid();
  const { hostname, port, username, password } = parsed;
  const isSecure = protocol === 'smtps:';
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? usualPort[protocol] : Number(port),
      isSecure,
      isPlain: !isSecure && (tls === 'none' || (tls === undefined && loopback.test(hostname))),
      ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    };
  } catch {
    throw new ServerAddressInvalid();
  }
};
