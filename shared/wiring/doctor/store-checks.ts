import { dropsPrefix } from '#app/accept-drop.ts';
import type { House } from '#app/house.ts';
import { ok, wrong, type Check } from './check.ts';

/** Every collection that something falls due in, and so every index that such a question needs. */
const dueCollections = ['campaignClock', 'campaigns', 'packets', 'queue', 'rowChunks'] as const;

const failedPrecondition = 9;

const needsIndex = (error: unknown): boolean =>
  (error as { code?: number }).code === failedPrecondition && /index/i.test((error as Error).message);

const documentsCheck = ({ documents }: House): Check => ({
  name: 'documents',
  next: 'see that the database is there and that this account may use it (roles/datastore.user; terraform apply)',
  run: async () => {
    await documents.get('doctor/none');
    return ok('they answer');
  },
});

/** Firestore answers some questions only with an index of their own; asking them is the only proof that all of these are there. */
const indexCheck = ({ documents, store, clock }: House): Check => ({
  name: 'indexes',
  next: 'they could not be looked at: mend what "documents" says first',
  run: async () => {
    const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
      ...dueCollections.map((name) => [name, () => documents.due(name, clock.now(), 1)] as const),
      ...dueCollections.map((name) => [name, () => documents.nextDue(name)] as const),
      ['one parent alone', () => documents.due('campaigns/cmp_none/rowChunks', clock.now(), 1)],
      ['the log by streams', () => store.read('company-co_doctor')],
    ];
    const missing: string[] = [];
    for (const [name, ask] of questions)
      await ask().catch((error: unknown) => {
        if (!needsIndex(error)) throw error;
        missing.push(name);
      });
    if (missing.length === 0) return ok(`all ${questions.length} questions that need one are answered`);
    const names = [...new Set(missing)].join(', ');
    return wrong(
      `Firestore has no index for ${names}`,
      'run terraform apply, which makes those of firestore.indexes.json, and wait until they are built',
    );
  },
});

const mostPartitions = 100;
const readRecords = 20;

/** What was sealed last is opened: that needs the log, its key's document, and the right master key. */
const logCheck = ({ store }: House): Check => ({
  name: 'log',
  next: 'if the master key is the wrong one, put the right one back: without it nobody can read what was sealed',
  run: async () => {
    const tails = await Promise.all(
      store
        .partitions()
        .slice(0, mostPartitions)
        .map(async (partition) => ({ partition, at: await store.tail(partition) })),
    );
    const longest = tails.toSorted((one, other) => other.at - one.at)[0];
    if (!longest || longest.at === 0) return ok('it is empty');
    const { events } = await store.feed(longest.partition, Math.max(0, longest.at - readRecords), readRecords);
    const opened = events.filter((event) => event.private !== undefined).length;
    return ok(`its newest records are read: ${events.length} events, the private parts of ${opened} opened`);
  },
});

const filesCheck = ({ files }: House): Check => ({
  name: 'files',
  next: 'see that the bucket or folder of drops is there and that this account may read it',
  run: async () => {
    await files.list(dropsPrefix, 1);
    return ok('the place of drops is read');
  },
});

/** What every house has, whatever it stands on. */
export const storeChecks = (house: House): readonly Check[] => [
  documentsCheck(house),
  indexCheck(house),
  logCheck(house),
  filesCheck(house),
];
