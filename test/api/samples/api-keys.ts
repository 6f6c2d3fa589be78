import { issueApiKey } from '#app/issue-api-key.ts';
import type { Samples } from './sample.ts';

export const apiKeySamples: Samples = async ({ companyId, house }) => {
  const cause = { id: 'req_keys', now: house.clock.now() };
  const newKey = async (name: string): Promise<string> =>
    (
      await issueApiKey(
        house,
        { companyId, name, mode: 'live', scopes: ['messages:send'], by: 'usr_test' },
        { ...cause, id: `${cause.id}${name}` },
      )
    ).key.keyId;
  const id = await newKey('Shown');
  return {
    issueApiKey: { body: { name: 'Front desk', scopes: ['messages:send'] } },
    listApiKeys: { query: { limit: '2' } },
    getApiKey: { path: { id } },
    rollApiKey: { path: { id: await newKey('Rolled') }, body: { overlap_seconds: 60 } },
    revokeApiKey: { path: { id: await newKey('Revoked') } },
  };
};
