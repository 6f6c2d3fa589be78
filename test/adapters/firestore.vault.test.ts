import { randomBytes } from 'node:crypto';
import type { FirestoreConnection } from '#adapters/firestore/connection.ts';
import { firestoreDocuments } from '#adapters/firestore/documents.ts';
import { documentVault } from '#log/vault.ts';
import { vaultContract } from '../contracts/vault.contract.ts';
import { describeOnEmulators, freshProject } from '../support/emulators.ts';
import { connectTo } from '../support/firestore-store.ts';

describeOnEmulators('vaults in Firestore', () => {
  let connection: FirestoreConnection | undefined;
  vaultContract('documents in Firestore', async () => {
    await connection?.close();
    connection = await connectTo(freshProject());
    const documents = firestoreDocuments(connection);
    const masterKey = randomBytes(32);
    let now = 0;
    const another = () => documentVault({ documents, masterKey, monotonicMs: () => now });
    return { vault: another(), another, later: (ms) => void (now += ms), close: () => {} };
  });
  after(() => connection?.close());
});
