import { OAuth2Client } from 'google-auth-library';
import { fileStoreContract } from '../contracts/file-store.contract.ts';
import { openTestStorage } from '../support/storage.ts';

const permissions = ['create', 'get', 'list', 'update', 'delete'].map((verb) => `storage.objects.${verb}`);
const access = { tokens: { 'token-house': 'house' }, bindings: [{ permissions, members: ['house'] }] };

fileStoreContract('Cloud Storage', async () => {
  const { server, files } = await openTestStorage({ access });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'token-house', expiry_date: Date.now() + 3_600_000 });
  const another = () => files({ authClient, useAuthWithCustomEndpoint: true });
  return { files: another(), another, close: server.close };
});
