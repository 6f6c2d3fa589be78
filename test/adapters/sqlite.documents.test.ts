import { documentsContract } from '../contracts/documents.contract.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';

documentsContract('SQLite', openSqliteStore);
