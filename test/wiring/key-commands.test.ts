import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { findApiKey } from '#app/find-api-key.ts';
import type { IssuedKey } from '#app/issue-api-key.ts';
import type { ApiKey } from '#domain/access/api-key.ts';
import { carryOut } from '#wiring/commands.ts';
import { readConfig } from '#wiring/config.ts';
import { openEmbedded, type Embedded } from '#wiring/embedded.ts';
import { sendNow } from '../support/house-steps.ts';

describe('carillon keys', () => {
  const companyId = 'co_main';
  let folder: string;
  let open: Embedded;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-keys-'));
    open = await openEmbedded(readConfig({}, { CARILLON_DATA: folder, CARILLON_LOG: 'error' }));
    await carryOut(open, 'put-campaign', { companyId, definition: sendNow, account: { provider: 'twilio', accountId: 'AC1' } });
  });
  after(async () => {
    await open.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const ask = async <Result>(name: string, input: object = {}): Promise<Result> =>
    (await carryOut(open, name, { companyId, by: 'Ana', ...input })) as Result;
  const kindOf = async (secret: string): Promise<string> => (await findApiKey({ ...open.house }, secret)).kind;

  it('issues, lists, rolls and revokes', async () => {
    const { key, secret } = await ask<IssuedKey>('issue-key', { name: 'Desk', scopes: ['messages:send'] });
    assert.deepEqual([key.mode, key.scopes, key.issuedBy, await kindOf(secret)], ['live', ['messages:send'], 'Ana', 'works']);
    const next = await ask<IssuedKey>('roll-key', { keyId: key.keyId, overlapSeconds: 0 });
    assert.deepEqual([await kindOf(secret), await kindOf(next.secret)], ['expired', 'works']);
    await ask('revoke-key', { keyId: next.key.keyId });
    assert.equal(await kindOf(next.secret), 'revoked');
    const listed = await ask<readonly (ApiKey & { works: boolean })[]>('list-keys');
    assert.deepEqual(
      listed.map(({ keyId, works }) => [keyId, works]),
      [
        [next.key.keyId, false],
        [key.keyId, false],
      ],
    );
    assert.doesNotMatch(JSON.stringify(listed), new RegExp(secret.slice(14)));
  });

  it('revokes all that work at once, and nothing of another company', async () => {
    const other = 'co_other';
    await carryOut(open, 'put-campaign', { companyId: other, definition: sendNow, account: { provider: 'twilio', accountId: 'AC1' } });
    const theirs = await ask<IssuedKey>('issue-key', { companyId: other, name: 'Theirs' });
    const live = await ask<IssuedKey>('issue-key', { name: 'Live' });
    const test = await ask<IssuedKey>('issue-key', { name: 'Test', mode: 'test' });
    const { revoked } = await ask<{ revoked: readonly string[] }>('revoke-all-keys');
    assert.deepEqual([...revoked].sort(), [live.key.keyId, test.key.keyId].sort());
    const kinds = [live, test, theirs].map(({ secret }) => kindOf(secret));
    assert.deepEqual(await Promise.all(kinds), ['revoked', 'revoked', 'works']);
    assert.deepEqual(await ask('revoke-all-keys'), { revoked: [] });
  });

  it('says what is wrong', async () => {
    await assert.rejects(ask('issue-key', { companyId: 'co_nobody', name: 'x' }), { code: 'company_unknown' });
    await assert.rejects(ask('issue-key', { name: 'x', scopes: ['everything'] }), { code: 'input_invalid' });
    await assert.rejects(ask('revoke-key', { keyId: 'key_nobody' }), { code: 'api_key_unknown' });
  });
});
