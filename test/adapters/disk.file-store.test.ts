import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { fileStoreContract } from '../contracts/file-store.contract.ts';

fileStoreContract('disk', async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-files-'));
  const another = () => diskFileStore(root);
  return { files: another(), another, close: () => fs.rmSync(root, { recursive: true, force: true }) };
});
