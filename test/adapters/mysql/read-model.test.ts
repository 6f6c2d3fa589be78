import { createPool } from 'mysql2/promise';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import { readModelContract } from '../../contracts/read-model.contract.ts';
import { openMySqlProxy } from '../../support/mysql-proxy.ts';
import { testDatabase } from '../../support/mysql.ts';

const ascii = 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const tables = [
  `CREATE TABLE contract_things (id ${ascii}, words VARCHAR(50) NULL, amount INT NULL, moment DATETIME(3) NULL, PRIMARY KEY (id))`,
  `CREATE TABLE contract_places (packet ${ascii}, row_number_of INT, channel ${ascii}, words VARCHAR(50) NULL, PRIMARY KEY (packet, row_number_of, channel))`,
  `CREATE TABLE contract_counters (id ${ascii}, day DATE, total INT NOT NULL DEFAULT 0, other INT NOT NULL DEFAULT 0, PRIMARY KEY (id, day))`,
  `CREATE TABLE projection_checkpoints (partition_name ${ascii}, position BIGINT NOT NULL, projected_at DATETIME(3) NULL, PRIMARY KEY (partition_name))`,
];

readModelContract('MySQL', async () => {
  const { url, drop } = await testDatabase();
  const pool = createPool({ uri: url });
  for (const sql of tables) await pool.query(sql);
  await pool.end();
  const proxy = await openMySqlProxy(url);
  const open = () => mysqlReadModel({ url: proxy.url, connectTimeoutMs: 5000 });
  const readModel = open();
  const close = async (): Promise<void> => {
    await readModel.close().catch(() => undefined);
    await proxy.close();
    await drop();
  };
  return { ...proxy, readModel, another: async () => open(), close };
});
