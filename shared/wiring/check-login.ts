import { getToken } from '#adapters/google-login/get-token.ts';
import type { Config } from './config.ts';
import { googleTrouble } from './google-trouble.ts';
import { HouseUnavailable } from './house-unavailable.ts';

/**
 * Asked before anything of Google's is opened: without a login its clients fail one by one, some of them where nobody can catch it. Beside
 * emulators nobody logs in. Throws HouseUnavailable.
 */
export const checkLogin = async ({ googleCloud }: Config, get = getToken): Promise<void> => {
  if (!googleCloud || (googleCloud.firestoreHost !== undefined && googleCloud.pubsubHost !== undefined)) return;
  try {
    await get();
  } catch (error) {
    throw new HouseUnavailable(
      googleTrouble(error) ??
        'Google gives this account no token: log in again with "gcloud auth application-default login", or look at the network',
    );
  }
};
