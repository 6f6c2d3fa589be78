import type { Event } from '#domain/kernel/event.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { storyCompany } from './story.ts';

const said = (type: string, to: string, words: string, more: object): Readonly<{ stream: string; event: Event }> => ({
  stream: contactStream(storyCompany, `contact${to.slice(-1)}`),
  event: {
    type,
    data: { family: 'sms', source: 'reply', scope: 'channel', ...more },
    private: { contactPoint: to, said: words },
  },
});

/** Two people opt out, and one of them comes back. */
export const consentStory = [
  said('ConsentWithdrawn', '+12085550100', 'STOP', { word: 'stop' }),
  said('ConsentWithdrawn', '+12085550101', 'STOP', { word: 'stop' }),
  said('ConsentGiven', '+12085550100', 'START', { purpose: 'transactional' }),
];
