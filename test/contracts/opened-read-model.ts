import type { ReadModel, ReadModelWriter, Row, Table } from '#ports/read-model.ts';
import type { Cut } from '../support/mysql-proxy.ts';

/** Keys are texts of up to 40 ASCII characters, `words` of up to 50, `amount` and `total` whole numbers, `moment` a time; all but keys may be null. */
export const contractTables = {
  things: { name: 'contract_things', key: ['id'], columns: ['id', 'words', 'amount', 'moment'] },
  places: {
    name: 'contract_places',
    key: ['packet', 'row_number_of', 'channel'],
    columns: ['packet', 'row_number_of', 'channel', 'words'],
  },
  counters: { name: 'contract_counters', key: ['id', 'day'], columns: ['id', 'day', 'total', 'other'] },
} as const satisfies Record<string, Table>;

export type OpenedReadModel = Readonly<{
  readModel: ReadModel;
  /** the same tables for another process */
  another: () => Promise<ReadModel>;
  /** breaks the way to the database at the nth statement from now on */
  cutAt: (nth: number, cut: Cut) => void;
  /** whether it came to that */
  wasCut: () => boolean;
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type Rule = (title: string, body: (opened: OpenedReadModel) => Promise<void>) => void;

export const readModelRules = (open: () => Promise<OpenedReadModel>): Rule => {
  let opened: OpenedReadModel | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  return (title, body) =>
    it(title, async () => {
      opened = await open();
      await body(opened);
    });
};

export const thing = (id: string, words: string | null = 'words', amount = 1): Row => ({
  id,
  words,
  amount,
  moment: '2026-11-02 15:00:00.123',
});

/** What stands in a table under these keys, looked at by a transaction that leaves no trace. */
export const standing = async (model: ReadModelWriter, table: Table, keys: readonly Row[]): Promise<readonly Row[]> => {
  let found: readonly Row[] = [];
  const look = new Error('only looking');
  const after = await model.checkpoint('looking');
  await model
    .transact({ partition: 'looking', after, upTo: after + 1 }, async (tx) => {
      found = await tx.load(table, keys);
      throw look;
    })
    .catch((error: unknown) => {
      if (error !== look) throw error;
    });
  return found.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
};
