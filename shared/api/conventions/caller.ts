import type { KeyLimits } from '#domain/access/events.ts';
import type { Role } from '#domain/access/roles.ts';
import type { SendingMode } from '#domain/kernel/sending-mode.ts';

/** Who calls, and for which company: whatever he names of another one is not there. */
export type Caller = Readonly<{
  companyId: string;
  /** the company whose key it is: with a test key `companyId` is the one that stands for it in tests, whose data is its own */
  accountId: string;
  mode: SendingMode;
  /** what he may do: `messages:send`, `messages:*`, `*:read`, `*` */
  scopes: readonly string[];
  /** for the records: the key's id, or the user's */
  by: string;
  /** whose requests are counted together, and how many there may be where that is not what all have */
  countedAs: string;
  limits?: KeyLimits | undefined;
  /** somebody of the platform's staff whom the company has let in: each of his requests is noted, with who he is */
  support?: Readonly<{ who: string }>;
  /** somebody who is signed in; `brands` left out: all that the company has */
  user?: Readonly<{ token: string; csrf: string; role: Role; brands?: readonly string[] }>;
}>;
