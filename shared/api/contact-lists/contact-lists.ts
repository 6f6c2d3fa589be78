import { campaignErrors } from '../campaigns/campaign-errors.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import type { Resource } from '../resource.ts';
import { forgetContactList } from './forget-contact-list.ts';
import { listContactLists } from './list-contact-lists.ts';
import { useContactList } from './use-contact-list.ts';

export const contactLists: Resource = {
  name: 'Contact lists',
  description: 'Contacts that a company keeps under a name, to be used by campaigns as often as it likes.',
  operations: [listContactLists, useContactList, forgetContactList],
  errors: {
    ...borrowedErrors(campaignErrors, 'campaign_unknown'),
    list_unknown: { status: 404, title: 'There is no such list', words: 'This company keeps no list of that name.' },
  },
};
