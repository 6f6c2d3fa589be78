import type { Event } from '../kernel/event.ts';
import { meaningOf } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/** Replies by what they were read as; `waiting`: by nobody yet. */
export type RepliesTally = Readonly<
  Record<'confirm' | 'cancel' | 'reschedule' | 'stop' | 'start' | 'help' | 'keyword' | 'yes' | 'no' | 'unclear' | 'waiting', number>
>;

/** What the log says of the replies of a company, one entry for each: an opt-out that a person looks at besides is an opt-out. */
export const tallyReplies = () => {
  const read = new Map<string, keyof RepliesTally>();
  return {
    count: (event: Event): void => {
      const said = event as ConversationEvent;
      if (said.type === 'MessageReceived') read.set(said.data.reply, read.get(said.data.reply) ?? 'waiting');
      else if (said.type === 'ReplyRead') read.set(said.data.reply, said.data.consent);
      else if (said.type === 'ReplyUnclear' && read.get(said.data.reply) === 'waiting') read.set(said.data.reply, 'unclear');
      else {
        const meaning = meaningOf(said);
        if (meaning !== undefined) read.set(said.data.reply, meaning);
      }
    },
    total: (): RepliesTally => {
      const total = { confirm: 0, cancel: 0, reschedule: 0, stop: 0, start: 0, help: 0, keyword: 0, yes: 0, no: 0, unclear: 0, waiting: 0 };
      for (const name of read.values()) total[name] += 1;
      return total;
    },
  };
};
