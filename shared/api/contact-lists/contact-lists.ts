import { campaignErrors } from '../campaigns/campaign-errors.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { fileErrors } from '../campaigns/preview-schemas.ts';
import type { Resource } from '../resource.ts';
import { forgetContactList } from './forget-contact-list.ts';
import { keepContactFile, keepContactList } from './keep-contact-list.ts';
import { getContact, patchContact, removeContact } from './one-contact.ts';
import { getContactList, listContacts, searchContacts } from './page-contacts.ts';
import { listContactLists } from './list-contact-lists.ts';
import { useContactList } from './use-contact-list.ts';

export const contactLists: Resource = {
  name: 'Contact lists',
  description: 'Contacts that a company keeps under a name, to be used by campaigns as often as it likes.',
  operations: [
    listContactLists,
    keepContactList,
    keepContactFile,
    getContactList,
    listContacts,
    searchContacts,
    getContact,
    patchContact,
    removeContact,
    useContactList,
    forgetContactList,
  ],
  errors: {
    ...borrowedErrors(campaignErrors, 'campaign_unknown', ...fileErrors, 'file_empty', 'header_unreadable'),
    contact_unknown: {
      status: 404,
      title: 'There is no such contact',
      words: 'The list has no contact of this id: it was removed, its person was forgotten, or the list was kept anew.',
    },
    column_unknown: {
      status: 400,
      title: 'The list has no such column',
      words: 'Name one of its columns, as `GET /v1/contact_lists/{name}` tells them.',
    },
    list_unknown: { status: 404, title: 'There is no such list', words: 'This company keeps no list of that name.' },
  },
};
