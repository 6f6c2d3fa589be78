import { connectFirestore, type FirestoreConnection } from '#adapters/firestore/connection.ts';
import { firestoreDocuments } from '#adapters/firestore/documents.ts';
import { firestoreEventStore } from '#adapters/firestore/event-store.ts';
import { documentVault } from '#log/vault.ts';
import type { Faults, OpenedStore } from '../contracts/opened-store.ts';
import { firestoreHost, freshProject } from './emulators.ts';

/** Whoever opens the same project again finds its keys. */
const masterKey = Buffer.alloc(32, 'a master key for tests alone');

export type TestFirestore = Pick<OpenedStore, 'store' | 'documents' | 'vault'> & Readonly<{ connection: FirestoreConnection }>;

/** Log and documents on a connection; several of one process are told apart as if they were of several. */
export const firestoreStoreOn = (connection: FirestoreConnection, onCommit?: (partition: string) => void): TestFirestore => {
  const documents = firestoreDocuments(connection);
  const vault = documentVault({ documents, masterKey });
  return { connection, documents, vault, store: firestoreEventStore({ connection, vault, ...(onCommit && { onCommit }) }) };
};

export const connectTo = async (projectId: string): Promise<FirestoreConnection> =>
  connectFirestore({ projectId, databaseId: '(default)', host: await firestoreHost() });

/** A connection whose next commit can be made to fail, before or after it is made. */
export const faulty = (connection: FirestoreConnection): Readonly<{ connection: FirestoreConnection; faults: Faults }> => {
  let next: 'made' | 'unmade' | undefined;
  const commit: FirestoreConnection['commit'] = async (writes) => {
    const fault = next;
    next = undefined;
    if (fault === 'unmade') throw new Error('the process died');
    await connection.commit(writes);
    if (fault === 'made') throw Object.assign(new Error('the answer was lost'), { code: 14 });
  };
  const faults = { crashBeforeCommit: () => void (next = 'unmade'), loseAnswer: () => void (next = 'made') };
  return { connection: { ...connection, commit }, faults };
};

const everyDocument = { parent: '', structuredQuery: { from: [{ allDescendants: true }] } };

/** All that the database holds, in any order. */
const storedBytes = async (connection: FirestoreConnection): Promise<Buffer> => {
  const { found } = await connection.query(everyDocument);
  const bytesIn = (value: unknown): readonly Buffer[] => {
    if (Buffer.isBuffer(value) || value instanceof Uint8Array) return [Buffer.from(value)];
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([name, part]) => [Buffer.from(name), ...bytesIn(part)]);
    return [Buffer.from(String(value))];
  };
  return Buffer.concat(found.flatMap(({ path, fields }) => [Buffer.from(path), ...bytesIn(fields)]));
};

/** Firestore's emulator with every ability that the contracts know; a project of its own. */
export const openFirestoreStore = async (): Promise<OpenedStore> => {
  const projectId = freshProject();
  const open: FirestoreConnection[] = [];
  const connect = async (): Promise<FirestoreConnection> => {
    const connection = await connectTo(projectId);
    open.push(connection);
    return connection;
  };
  const another = async () => firestoreStoreOn(await connect());
  const plain = await connect();
  const { connection, faults } = faulty(plain);
  return {
    ...firestoreStoreOn(connection),
    another,
    crash: async () => {
      await plain.close();
      return another();
    },
    faults,
    rawBytes: () => storedBytes(plain),
    expiry: { absent: 'a policy of the database removes them, and the emulator has none' },
    close: async () => {
      for (const one of open) await one.close();
    },
  };
};
