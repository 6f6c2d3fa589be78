import type { Resource } from '../resource.ts';
import { getKey } from './get-key.ts';
import { issueKey } from './issue-key.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';
import { rollKey } from './roll-key.ts';

export const apiKeys: Resource = {
  name: 'API keys',
  description: 'What programs show to be let in. Several may work at once; each may do what its scopes say.',
  operations: [issueKey, listKeys, getKey, rollKey, revokeKey],
  errors: {
    api_key_unknown: { status: 404, title: 'There is no such key', words: 'No key of this company has this id.' },
    api_key_not_active: {
      status: 409,
      title: 'The key works no more',
      words: 'It was rolled, revoked or has expired: roll the one that took its place, or issue one.',
    },
    api_keys_too_many: {
      status: 409,
      title: 'Too many keys',
      words: 'A company has up to 50 keys that work: revoke one that nobody uses.',
    },
    expiry_past: { status: 400, title: 'That time is over', words: 'A key that expires in the past works never: name a later time.' },
    overlap_too_long: { status: 400, title: 'That is too long', words: 'The old key may work for up to seven days beside the new one.' },
    scope_beyond: { status: 403, title: 'That is more than this key has', words: 'Nobody gives away more than he has himself.' },
  },
};
