import assert from 'node:assert/strict';
import { apiKeys, works, type IssueApiKey, type RollApiKey } from '#domain/access/api-key.ts';
import type { AccessEvent } from '#domain/access/events.ts';
import { specFor } from '../../support/given.ts';

const companyId = 'co_a';
const at = '2026-11-20T10:00:00.000Z';
const tomorrow = '2026-11-21T10:00:00.000Z';
const { given } = specFor(apiKeys);

const issue = (keyId: string, more: Partial<IssueApiKey['data']> = {}): IssueApiKey => ({
  type: 'IssueApiKey',
  data: { companyId, keyId, name: 'Desk', mode: 'live', scopes: ['messages:send'], lastFour: 'abcd', at, by: 'usr_a', ...more },
});
const issued = (keyId: string, more: object = {}): AccessEvent => ({
  type: 'ApiKeyIssued',
  data: {
    companyId,
    keyId,
    name: 'Desk',
    mode: 'live',
    scopes: ['messages:send'],
    lastFour: 'abcd',
    issuedAt: at,
    issuedBy: 'usr_a',
    ...more,
  },
});
const roll = (keyId: string, more: Partial<RollApiKey['data']> = {}): RollApiKey => ({
  type: 'RollApiKey',
  data: { companyId, keyId, newKeyId: 'key_b', lastFour: 'efgh', at, by: 'usr_b', worksUntil: tomorrow, ...more },
});
const rolled: AccessEvent = {
  type: 'ApiKeyRolled',
  data: { companyId, keyId: 'key_a', replacedBy: 'key_b', worksUntil: tomorrow, rolledBy: 'usr_b' },
};
const revoke = { type: 'RevokeApiKey', data: { companyId, keyId: 'key_a', at: tomorrow, by: 'usr_b' } } as const;
const revoked: AccessEvent = { type: 'ApiKeyRevoked', data: { companyId, keyId: 'key_a', revokedAt: tomorrow, revokedBy: 'usr_b' } };

describe('the API keys of a company', () => {
  it('are issued, each once', () => {
    given().when(issue('key_a')).then(issued('key_a'));
    given()
      .when(issue('key_a', { expiresAt: tomorrow, limits: { perMinute: 5 } }))
      .then(issued('key_a', { expiresAt: tomorrow, limits: { perMinute: 5 } }));
    given(issued('key_a')).when(issue('key_a')).thenNothing();
  });
  it('do not expire before they begin, and are no more than fifty that work', () => {
    given()
      .when(issue('key_a', { expiresAt: at }))
      .thenRefused('expiry_past');
    const many = Array.from({ length: 50 }, (_, n) => issued(`key_${n}`));
    given(...many)
      .when(issue('key_a'))
      .thenRefused('api_keys_too_many');
    given(...many)
      .when(roll('key_1'))
      .thenRefused('api_keys_too_many');
    const { data } = revoked;
    given(...many, { ...revoked, data: { ...data, keyId: 'key_3' } })
      .when(issue('key_a'))
      .then(issued('key_a'));
  });
  it('are rolled: the new one may do what the old one may, which works on for a while', () => {
    given(issued('key_a', { expiresAt: '2027-01-01T00:00:00.000Z', limits: { perHour: 9 } }))
      .when(roll('key_a'))
      .then(
        issued('key_b', {
          lastFour: 'efgh',
          issuedBy: 'usr_b',
          expiresAt: '2027-01-01T00:00:00.000Z',
          limits: { perHour: 9 },
          replaces: 'key_a',
        }),
        rolled,
      );
    given(issued('key_a'), issued('key_b'), rolled).when(roll('key_a')).thenNothing();
  });
  it('are not rolled twice, nor when they work no more, nor with a long overlap', () => {
    given(issued('key_a'), issued('key_b'), rolled)
      .when(roll('key_a', { newKeyId: 'key_c' }))
      .thenRefused('api_key_not_active');
    given(issued('key_a'), revoked).when(roll('key_a')).thenRefused('api_key_not_active');
    given(issued('key_a'))
      .when(roll('key_a', { worksUntil: '2026-11-27T10:00:00.001Z' }))
      .thenRefused('overlap_too_long');
    given().when(roll('key_a')).thenRefused('api_key_unknown');
  });
  it('are revoked, once', () => {
    given(issued('key_a')).when(revoke).then(revoked);
    given(issued('key_a'), revoked).when(revoke).thenNothing();
    given().when(revoke).thenRefused('api_key_unknown');
    given()
      .when({ ...revoke, data: { ...revoke.data, keyId: 'constructor' } })
      .thenRefused('api_key_unknown');
  });
  it('work until they are revoked, or end', () => {
    const state = [issued('key_a'), issued('key_b'), rolled].reduce(apiKeys.evolve, apiKeys.initial);
    assert.deepEqual([works(state['key_a']!, at), works(state['key_a']!, tomorrow), works(state['key_b']!, tomorrow)], [true, false, true]);
    assert.equal(works(apiKeys.evolve(state, revoked)['key_a']!, at), false);
  });
});
