import type { Resource } from '../resource.ts';
import { cancelOne } from './cancel-message.ts';
import { getMessage } from './get-message.ts';
import { listMessages } from './list-messages.ts';
import { sendMessage } from './send-message.ts';
import { sendMessages } from './send-messages.ts';

export const messages: Resource = {
  name: 'Messages',
  description: 'One communication to one contact point: sent now by an active campaign, followed to its end.',
  operations: [sendMessage, sendMessages, getMessage, listMessages, cancelOne],
  errors: {
    campaign_unknown: { status: 404, title: 'There is no such campaign', words: 'No campaign of this company has this id.' },
    campaign_not_active: {
      status: 409,
      title: 'The campaign is not active',
      words: 'Only an active campaign sends: approve and activate it first.',
    },
    company_halted: { status: 409, title: 'The company is stopped', words: 'Somebody has stopped everything that this company sends.' },
    message_unknown: { status: 404, title: 'There is no such message', words: 'No message of this company has this id.' },
    message_not_waiting: {
      status: 409,
      title: 'It is too late for that',
      words: 'Only a message that waits for its hour or its turn can be called off.',
    },
    row_empty: { status: 400, title: 'A message says nothing', words: 'Give its fields something to go by, or leave it out.' },
    rows_missing: { status: 400, title: 'There is nobody to send to', words: 'Name at least one recipient.' },
    too_many_rows: { status: 400, title: 'Too many messages', words: 'A request takes up to 1,000 messages: upload a file instead.' },
    too_many_columns: { status: 400, title: 'Too many fields', words: 'A request takes up to 200 different fields.' },
    request_too_large: {
      status: 413,
      title: 'The request is too large',
      words: 'Half a megabyte of fields goes into a request: send two, or upload a file.',
    },
    not_on_team_list: {
      status: 400,
      title: 'A recipient is not on your list',
      words: 'A team key sends to the phones and addresses of the team list alone: put them there, or use a live key.',
    },
  },
};
