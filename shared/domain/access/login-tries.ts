/** Wrong passwords, of one account or from one address. All times real, milliseconds. */
export type LoginTries = Readonly<{ fails: number; lastAt: number; untilAt: number }>;

/** `free` tries, then waits that double. Nothing is locked for longer than `longestMs`, so that nobody locks others out for ever. */
export type TryRule = Readonly<{ free: number; firstMs: number; longestMs: number; forgetMs: number }>;

const minute = 60_000;

/** Of one account from one address: whoever has forgotten his password. */
export const pairRule: TryRule = { free: 5, firstMs: minute, longestMs: 15 * minute, forgetMs: 60 * minute };
/** Of one account from everywhere but the addresses that its user has signed in from: many machines that guess together. */
export const accountRule: TryRule = { free: 20, firstMs: minute, longestMs: 15 * minute, forgetMs: 60 * minute };
/** From one address for all accounts: an office has many people. */
export const addressRule: TryRule = { free: 60, firstMs: minute, longestMs: 15 * minute, forgetMs: 60 * minute };

/** Mails about a new password to one address. */
export const resetRule: TryRule = { free: 3, firstMs: 15 * minute, longestMs: 60 * minute, forgetMs: 60 * minute };

export type Try = Readonly<{ isFree: true; tries: LoginTries; isLast: boolean }> | Readonly<{ isFree: false; waitMs: number }>;

/** Mails with an invitation, of one company to one address. */
export const invitationRule: TryRule = { free: 5, firstMs: 15 * minute, longestMs: 60 * minute, forgetMs: 60 * minute };

/** A try is counted before the password is looked at: many at once are no way around the limit. */
export const takeTry = (before: LoginTries | undefined, rule: TryRule, now: number): Try => {
  if (before && before.untilAt > now) return { isFree: false, waitMs: before.untilAt - now };
  const isForgotten = !before || now - Math.max(before.lastAt, before.untilAt) > rule.forgetMs;
  const fails = (isForgotten ? 0 : before.fails) + 1;
  const over = fails - rule.free;
  const waitMs = over < 0 ? 0 : Math.min(rule.firstMs * 2 ** Math.min(over, 20), rule.longestMs);
  return { isFree: true, tries: { fails, lastAt: now, untilAt: now + waitMs }, isLast: over >= 0 };
};
