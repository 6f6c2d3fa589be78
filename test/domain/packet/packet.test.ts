import type { PacketEvent } from '#domain/packet/events.ts';
import { packet } from '#domain/packet/packet.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(packet);
const at = { packetId: 'pkt_a', campaignId: 'cmp_a' };
const names = { path: 'drops/co_a/cmp_a/monday.csv', fileName: 'monday.csv' };
const file = { ...at, md5: 'a1', bytes: 120, generation: 7, version: 1 };

const accepted = (change: object = {}) => ({ type: 'PacketAccepted', data: { ...file, ...change }, private: names }) as const;
const loaded: PacketEvent = { type: 'PacketLoaded', data: { ...at, rows: 2, chunks: 1 }, private: { header: ['phone'] } };
const failed = (code = 'column_missing', rows = 0) =>
  ({ type: 'PacketFailed', data: { ...at, code, rows }, private: { message: 'Mend it.' } }) as const;
const row: PacketEvent = { type: 'RowLoaded', data: { row: 2 }, private: { cells: ['x'] } };

const accept = (change: object = {}) => ({ type: 'AcceptPacket', data: { ...file, ...names, ...change } }) as const;
const finish = { type: 'FinishLoading', data: { ...at, rows: 2, chunks: 1, header: ['phone'] } } as const;
const fail = (change: object = {}) =>
  ({ type: 'FailPacket', data: { ...at, code: 'column_missing', rows: 0, message: 'Mend it.', ...change } }) as const;

describe('a file that is no packet yet', () => {
  it('becomes one, its name in private', () => given().when(accept()).then(accepted()));
  it('may fail at the door', () => given().when(fail()).then(failed()));
  it('can not have been loaded', () => given().when(finish).thenRefused('packet_unknown'));
});

describe('an accepted packet', () => {
  it('is accepted once', () => given(accepted()).when(accept()).thenNothing());
  it('is loaded', () => given(accepted(), row).when(finish).then(loaded));
  it('fails', () => given(accepted()).when(fail()).then(failed()));
  it('keeps the header that it failed with', () =>
    given(accepted())
      .when(fail({ code: 'file_replaced', rows: 500, header: ['phone'] }))
      .then({
        type: 'PacketFailed',
        data: { ...at, code: 'file_replaced', rows: 500 },
        private: { message: 'Mend it.', header: ['phone'] },
      }));
  it('goes on with the newer file when the same content is dropped again', () =>
    given(accepted())
      .when(accept({ generation: 8, version: 2 }))
      .then(accepted({ generation: 8 })));
  it('leaves an older drop alone that comes late', () =>
    given(accepted())
      .when(accept({ generation: 6 }))
      .thenNothing());
});

describe('a loaded packet', () => {
  const past = [accepted(), loaded] as const;
  it('is loaded once', () =>
    given(...past)
      .when(finish)
      .thenNothing());
  it('does not fail afterwards', () =>
    given(...past)
      .when(fail())
      .thenNothing());
  it('is not loaded again when its file is dropped again', () =>
    given(...past)
      .when(accept({ generation: 8 }))
      .thenNothing());
});

describe('a failed packet', () => {
  const past = [accepted(), failed()] as const;
  it('fails once', () =>
    given(...past)
      .when(fail({ code: 'file_empty' }))
      .thenNothing());
  it('is not loaded', () =>
    given(...past)
      .when(finish)
      .thenNothing());
  it('stays as it is when its drop is told again', () =>
    given(...past)
      .when(accept())
      .thenNothing());
  it('gets another try when its file is dropped again, under its old version', () =>
    given(...past)
      .when(accept({ generation: 8, version: 5 }))
      .then(accepted({ generation: 8 })));
  it('loads after all', () =>
    given(...past, accepted({ generation: 8 }))
      .when(finish)
      .then(loaded));
  it('is accepted once its campaign is there', () => given(failed('campaign_unknown')).when(accept()).then(accepted()));
});
