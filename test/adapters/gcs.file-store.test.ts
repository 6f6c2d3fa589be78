import { fileStoreContract } from '../contracts/file-store.contract.ts';
import { openTestStorage } from '../support/storage.ts';

fileStoreContract('Cloud Storage', async () => {
  const { server, files } = await openTestStorage();
  return { files: files(), another: files, close: server.close };
});
