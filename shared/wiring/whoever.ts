import { userInfo } from 'node:os';

/** Who sits at this machine. */
export const whoever = (): string => {
  try {
    return userInfo().username;
  } catch {
    // an account without a name
    return 'command line';
  }
};
