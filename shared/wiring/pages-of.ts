import type { House } from '#app/house.ts';
import type { Config } from './config.ts';

type Told = 'pagesUrl' | 'linkKey' | 'mailFrom';

/** Where people reach our pages, the key that links to them are signed with, and whom our own mails come from, as far as the configuration says so. */
export const pagesOf = ({ pagesUrl, linkKey, mailFrom }: Pick<Config, Told>): Pick<House, Told> => ({
  ...(pagesUrl === undefined ? {} : { pagesUrl }),
  ...(linkKey === undefined ? {} : { linkKey }),
  ...(mailFrom === undefined ? {} : { mailFrom }),
});
