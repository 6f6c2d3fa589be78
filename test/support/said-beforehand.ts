import type { Event } from '#domain/kernel/event.ts';
import { minutes, type Told } from './story.ts';

const companyId = 'co_said';
const template = (type: string, data: object): Event => ({ type, data: { templateId: 'tpl_a', companyId, by: 'usr_ana', ...data } });
const packet = (type: string, data: object = {}): Event => ({
  type,
  data: { packetId: 'pkt_s', campaignId: 'cmp_a', ...data },
  ...(type === 'PacketAccepted' ? { private: { path: '', fileName: '' } } : {}),
});
const route = { channel: 'sms', provider: 'twilio', accountId: 'AC1', weight: 100, priority: 1, campaigns: ['cmp_a'] };
const way = { companyId, provider: 'twilio', accountId: 'AC1' };
const accepted = { md5: '', bytes: 9, generation: 0, version: 1 };

/** What is said of templates, of messages that go later, and of routes, by stream. */
export const saidBeforehand: Readonly<Record<string, readonly Event[]>> = {
  'template-tpl_a': [
    template('TemplateDrafted', { version: 1, name: 'Glasses', channel: 'sms', template: 'Hi {{ firstName | name }}' }),
    template('TemplateRevised', {
      version: 2,
      by: 'usr_bo',
      template: { text: '{{firstName}}, {{- clinic }}', subject: '{{ firstName }}' },
    }),
    template('TemplateRetired', { by: 'usr_cy' }),
  ],
  'packet-pkt_s': [
    packet('PacketAccepted', { ...accepted, source: 'request', startsAt: minutes(60), acceptedBy: 'key_a' }),
    packet('PacketLoaded', { rows: 3, chunks: 1 }),
    packet('PacketRescheduled', { startsAt: minutes(90), by: 'usr_ana' }),
    packet('PacketCanceled', { by: 'usr_bo' }),
  ],
  'company-co_said': [
    { type: 'RouteStopped', data: { ...way, code: 'credentials_invalid', stoppedAt: minutes(0) } },
    { type: 'RoutesSet', data: { companyId, by: 'usr_ana', routes: [route] } },
    { type: 'RouteStopped', data: { ...way, channel: 'sms', code: 'credentials_invalid', stoppedAt: minutes(2) } },
    { type: 'RouteResumed', data: { ...way, channel: 'sms', by: 'usr_bo' } },
  ],
};
export const storyOf = (...names: readonly string[]): readonly Told[] =>
  names.flatMap((stream) => (saidBeforehand[stream] ?? []).map((event, n) => ({ stream, events: [event], at: minutes(n), companyId })));
