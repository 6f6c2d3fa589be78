import { packet } from '#domain/packet/packet.ts';
import type { PacketEvent } from '#domain/packet/events.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(packet);
const on = { packetId: 'pkt_a', campaignId: 'cmp_a' };
const counts = { ...on, vanished: 3, relisted: 17 };
const loaded: readonly PacketEvent[] = [
  {
    type: 'PacketAccepted',
    data: { ...on, md5: 'm', bytes: 1, generation: 1, version: 1, list: 'full' },
    private: { path: 'drops/x.csv', fileName: 'x.csv' },
  },
  { type: 'PacketLoaded', data: { ...on, rows: 17, chunks: 1 }, private: { header: ['id'] } },
];
const held: PacketEvent = { type: 'PacketHeld', data: counts };
const confirmed: PacketEvent = { type: 'PacketConfirmed', data: { ...on, confirmedBy: 'usr_ann' } };
const compared: PacketEvent = { type: 'PacketCompared', data: counts };
const confirm = { type: 'ConfirmPacket', data: { ...on, confirmedBy: 'usr_ann' } } as const;

describe('a full list', () => {
  it('is held once', () => {
    given(...loaded)
      .when({ type: 'HoldPacket', data: counts })
      .then(held);
    given(...loaded, held)
      .when({ type: 'HoldPacket', data: counts })
      .thenNothing();
  });
  it('is not done with before somebody has looked', () => {
    given(...loaded, held)
      .when({ type: 'FinishComparing', data: counts })
      .thenNothing();
    given(...loaded, held, confirmed)
      .when({ type: 'FinishComparing', data: counts })
      .then(compared);
    given(...loaded)
      .when({ type: 'FinishComparing', data: counts })
      .then(compared);
    given(...loaded, compared)
      .when({ type: 'FinishComparing', data: counts })
      .thenNothing();
  });
  it('is confirmed while it is held, and once', () => {
    given(...loaded, held)
      .when(confirm)
      .then(confirmed);
    given(...loaded, held, confirmed)
      .when(confirm)
      .thenNothing();
    given(...loaded)
      .when(confirm)
      .thenRefused('packet_not_held');
    given(...loaded, compared)
      .when(confirm)
      .thenRefused('packet_not_held');
  });
});
