import { randomUUID } from 'node:crypto';
import { connectFirestore, type FirestoreConnection, type FirestoreOptions } from '#adapters/firestore/connection.ts';
import { firestoreDocuments } from '#adapters/firestore/documents.ts';
import { firestoreEventStore } from '#adapters/firestore/event-store.ts';
import { documentVault } from '#log/vault.ts';
import { timed } from './log-append.ts';
import { findEmulators, startFirestoreEmulator } from '#wiring/emulators.ts';

/** Google's emulator of Firestore for one benchmark. */
export const withFirestore = async <T>(work: (host: string) => Promise<T>): Promise<T> => {
  const jars = await findEmulators();
  if ('missing' in jars) throw new Error(jars.missing);
  const emulator = await startFirestoreEmulator(jars);
  try {
    return await work(emulator.host);
  } finally {
    await emulator.close();
  }
};

const masterKey = Buffer.alloc(32, 'a master key for benchmarks alone');

/** Log, documents and vault in a project; a new one unless named. */
export const openFirestore = (host: string, more: Partial<FirestoreOptions> = {}) => {
  const connection: FirestoreConnection = connectFirestore({ projectId: `bench-${randomUUID()}`, databaseId: '(default)', host, ...more });
  const documents = firestoreDocuments(connection);
  const vault = documentVault({ documents, masterKey });
  return { connection, documents, vault, store: firestoreEventStore({ connection, vault }) };
};

/** Java becomes quick by use: a database that has served for a while is what is measured. */
export const warmUp = async ({ documents }: Pick<ReturnType<typeof openFirestore>, 'documents'>): Promise<void> => {
  const commits = Array.from({ length: 150 }, (_, n) =>
    Array.from({ length: 200 }, (_d, m) => ({ path: `warm/${n}-${m}`, data: { n, m } })),
  );
  await timed(commits.length, 8, async (n) => {
    const writes = commits[n] ?? [];
    await documents.write(writes.map((write) => ({ ...write, ifAbsent: true, expiresAt: '2026-12-04T00:00:00.000Z' })));
    await documents.getMany(writes.map(({ path }) => `${path}-none`));
  });
};
