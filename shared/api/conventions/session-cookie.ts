/** Of this host alone, over HTTPS alone, never told to a script or with a request that another site has made (RFC 6265bis). */
const name = '__Host-carillon';
const about = 'Path=/; Secure; HttpOnly; SameSite=Strict';

type Headers = Readonly<Record<string, string | undefined>>;

export const sessionCookie = (token: string): string => `${name}=${token}; ${about}`;
export const noSessionCookie = `${name}=; ${about}; Max-Age=0`;

/** The token of the session, where the request has one. */
export const sessionTokenOf = (headers: Headers): string | undefined =>
  (headers['cookie'] ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
