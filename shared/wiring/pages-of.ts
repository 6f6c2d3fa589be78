import type { House } from '#app/house.ts';
import type { Config } from './config.ts';

/** Where people reach our pages, and the key that links to them are signed with, as far as the configuration says so. */
export const pagesOf = ({ pagesUrl, linkKey }: Pick<Config, 'pagesUrl' | 'linkKey'>): Pick<House, 'pagesUrl' | 'linkKey'> => ({
  ...(pagesUrl === undefined ? {} : { pagesUrl }),
  ...(linkKey === undefined ? {} : { linkKey }),
});
