import { eventStoreContract } from '../contracts/event-store.contract.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';

eventStoreContract('SQLite', openSqliteStore);
