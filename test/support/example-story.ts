import { chunk, minutes, say, storyCompany, type Told } from './story.ts';

const campaign = 'campaign-cmp_a';
const twoTouches = { name: 'Reminder', channels: [{ channel: 'sms', template: 'Hi' }], schedule: { offsetDays: [7, 2] } };
const later = { sendAt: '2026-11-05T16:00:00.000Z' };
const paid = { price: '0.0079', currency: 'USD', segments: 2 };

/**
 * A campaign with two touches a row and two packets. pkt_a has 6 rows: of its 12 touches 6 are decided, 6 wait: 4 messages (2 delivered, one of them on the 5th, 1 failed,
 * 1 in doubt), 1 rejected, 1 skipped. pkt_b broke off after 2 rows, which go on: 4 touches wait. Another company has a message of its own.
 */
export const exampleStory: readonly Told[] = [
  { stream: `company-${storyCompany}`, events: [say.registered()] },
  { stream: campaign, events: [say.drafted(twoTouches)] },
  { stream: 'packet-pkt_a', events: [say.accepted()] },
  { stream: chunk, events: [2, 3, 4, 5, 6, 7].map(say.row) },
  { stream: 'packet-pkt_a', events: [say.loaded(6)], at: minutes(1) },
  {
    stream: 'packet-pkt_b',
    events: [
      say.accepted('pkt_b'),
      {
        type: 'PacketFailed',
        data: { packetId: 'pkt_b', campaignId: 'cmp_a', code: 'file_unreadable', rows: 2 },
        private: { message: 'The file ends in the middle of a row.' },
      },
    ],
    at: minutes(2),
  },
  {
    stream: chunk,
    events: [say.queued(2), say.queued(3, later), say.queued(4), say.queued(5), say.rejected(6), say.skipped(7)],
    at: minutes(3),
  },
  { stream: chunk, events: [2, 3, 4, 5].map((row) => say.sending(row)), at: minutes(4) },
  {
    stream: chunk,
    events: [
      say.sent(2, paid),
      say.sent(3, { price: '0.01', currency: 'EUR' }),
      say.failed(4),
      say.ended('MessageDoubted', 5, 'no_answer'),
    ],
    at: minutes(5),
  },
  { stream: chunk, events: [say.reported(2, 'delivered'), say.reported(3, 'delivered'), say.reported(2, 'sent')], at: minutes(6) },
  {
    stream: 'company-co_b',
    companyId: 'co_b',
    events: [{ type: 'CompanyRegistered', data: { companyId: 'co_b', name: 'Other', account: { provider: 'twilio', accountId: 'AC2' } } }],
  },
  { stream: 'chunk-pkt_z-0', companyId: 'co_b', events: [say.queued(2, { campaignId: 'cmp_z' })] },
];
