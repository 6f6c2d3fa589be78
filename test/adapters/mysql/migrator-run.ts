import { createPool } from 'mysql2/promise';
import { migrateUp } from '#adapters/mysql/migrator.ts';

// A process that migrates, to be killed: migrator-run.ts URL DIR.
const [uri = '', dir = ''] = process.argv.slice(2);
await migrateUp(createPool({ uri, connectionLimit: 1 }), dir);
