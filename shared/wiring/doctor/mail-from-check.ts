import { ok, wrong, type Check } from './check.ts';

/** Whom invitations and mails about passwords come from: a server that other people's mail comes from takes no address that it does not know. */
export const mailFromCheck = (mailFrom: string | undefined): Check => ({
  name: 'mails about access',
  next: 'set CARILLON_MAIL_FROM',
  run: () =>
    Promise.resolve(
      mailFrom === undefined
        ? wrong(
            'invitations and mails about passwords come from no-reply at the host of CARILLON_PUBLIC_URL, which hardly any mail server vouches for',
            'set CARILLON_MAIL_FROM to an address that your mail server sends for',
          )
        : ok(`invitations and mails about passwords come from ${mailFrom}`),
    ),
});
