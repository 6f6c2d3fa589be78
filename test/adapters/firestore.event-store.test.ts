import { eventStoreContract } from '../contracts/event-store.contract.ts';
import { describeOnEmulators } from '../support/emulators.ts';
import { openFirestoreStore } from '../support/firestore-store.ts';

describeOnEmulators('the log in Firestore', () => {
  eventStoreContract('Firestore', openFirestoreStore);
});
