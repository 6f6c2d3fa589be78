import { documentsContract } from '../contracts/documents.contract.ts';
import { describeOnEmulators } from '../support/emulators.ts';
import { openFirestoreStore } from '../support/firestore-store.ts';

describeOnEmulators('documents in Firestore', () => {
  documentsContract('Firestore', openFirestoreStore);
});
