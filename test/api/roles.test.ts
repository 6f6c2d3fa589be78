import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allows } from '#domain/access/allows.ts';
import { roles, scopesOf } from '#domain/access/roles.ts';
import { signedUp, login, sessionHeaders } from '../support/access.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse } from '../support/api-house.ts';

const page = readFileSync(new URL('../../docs/SECURITY.md', import.meta.url), 'utf8');

/** `| messages:send | ✓ | … |` */
const written = page
  .split('\n')
  .filter((line) => /^\| `[a-z_]+:[a-z_]+` \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

const scopes = [...new Set(operations.flatMap(({ open, scope }) => (open ? [] : [scope])))].sort();

describe('what each role may do', () => {
  it('is said of every scope in docs/SECURITY.md, and of no other', () => {
    assert.deepEqual(
      written.map(([, scope]) => scope),
      scopes,
    );
  });
  for (const [n, role] of roles.entries())
    it(`is for a ${role} what docs/SECURITY.md says`, () => {
      const may = scopes.filter((scope) => allows(scopesOf(role), scope));
      const said = written.flatMap((cells) => (cells[n + 2] === 'yes' ? [cells[1]] : []));
      assert.deepEqual(may, said);
    });
  it('keeps the audit log from whoever may read everything else', () => {
    assert.equal(allows(['*:read'], 'audit:read'), false);
    for (const given of ['audit:read', 'audit:*', '*']) assert.equal(allows([given], 'audit:read'), true, given);
  });

  describe('over HTTP', () => {
    let api: ApiHouse;
    before(async () => {
      api = await openApiHouse();
    });
    after(() => api.close());
    const ask = async (role: (typeof roles)[number], id: string, body?: unknown) => {
      const email = `${role}.${id.toLowerCase()}@example.com`;
      await signedUp(api.house, { companyId: api.companyId, email, role });
      const headers = sessionHeaders((await login(api.house, email)).session);
      const operation = operations.find((one) => one.id === id)!;
      const { status } = await callOperation(api.origin, operation, { path: { id: api.campaignId }, headers, ...(body ? { body } : {}) });
      return status;
    };
    // 503: the house has no reports
    for (const [role, audit, approval] of [
      ['owner', 503, 200],
      ['admin', 503, 200],
      ['manager', 403, 200],
      ['sender', 403, 403],
      ['viewer', 403, 403],
    ] as const)
      it(`answers ${audit} to the ${role} who asks for the audit log, and ${approval} to his approval`, async () => {
        assert.deepEqual([await ask(role, 'listAuditEntries'), await ask(role, 'approveCampaign', { version: 1 })], [audit, approval]);
      });
  });
});
