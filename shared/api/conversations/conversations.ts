import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { messages } from '../messages/messages.ts';
import type { Resource } from '../resource.ts';
import { assignConversation } from './assign-conversation.ts';
import { downloadAnswers } from './download-answers.ts';
import { getConversation } from './get-conversation.ts';
import { listAnswers } from './list-answers.ts';
import { listConversations } from './list-conversations.ts';
import { reopenConversation } from './reopen-conversation.ts';
import { replayConversation } from './replay-conversation.ts';
import { replyToConversation } from './reply-to-conversation.ts';
import { resolveConversation } from './resolve-conversation.ts';

export const conversations: Resource = {
  name: 'Conversations',
  description: 'What people wrote back: the inbox of what a person has to read, threads per contact, and what each day was answered.',
  operations: [
    listConversations,
    getConversation,
    replyToConversation,
    assignConversation,
    resolveConversation,
    reopenConversation,
    replayConversation,
    listAnswers,
    downloadAnswers,
  ],
  errors: {
    ...borrowedErrors(messages.errors, 'campaign_unknown', 'campaign_not_active', 'message_unknown'),
    reply_unknown: { status: 404, title: 'There is no such reply', words: 'No reply of this company has this id.' },
    reply_resolved: { status: 409, title: 'It needs nobody any more', words: 'This reply was looked after already.' },
    reply_read: {
      status: 409,
      title: 'It was read as something else',
      words: "The appointment has another answer already: change it in the appointment's own system.",
    },
    reply_not_parked: { status: 409, title: 'It is not parked', words: 'Only a reply that could not be read is read once more.' },
    message_missing: {
      status: 400,
      title: 'Which message is it about?',
      words: 'Several messages may be meant, or none: name one in "message". `may_answer` of the conversation lists them.',
    },
    text_missing: {
      status: 400,
      title: 'There is nothing to write',
      words: 'Give "body", or the name of a text that the campaign has ready.',
    },
    body_too_long: { status: 400, title: 'That is too long', words: 'It is longer than a message of this channel may be.' },
    opted_out: { status: 409, title: 'This person opted out', words: 'Nothing was sent: call instead, or wait until START comes.' },
    address_gone: { status: 409, title: 'Nobody has this address', words: 'Nothing was sent: messages to it come back.' },
  },
};
