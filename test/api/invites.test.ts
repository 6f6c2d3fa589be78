import assert from 'node:assert/strict';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { settle } from '../support/house-run.ts';
import { receivedBy } from '../support/house-story.ts';

type Json = Readonly<Record<string, unknown>>;

describe('delivery invites over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, json: JSON.parse(text) as Json };
  };
  const proof = 'https://www.example.com/forms/new-patient';
  const invite = (recipients: readonly object[], more: object = {}) =>
    call('inviteRecipients', { path: { id: api.campaignId }, body: { recipients, proof, ...more } });

  it('ask each once, and say of each what became of it', async () => {
    await call('addOptOut', { body: { to: '+12085550102' } });
    await call('addConsent', { body: { to: '+12085550103', purpose: 'transactional', proof } });
    const recipients = [
      { to: '+12085550101', reference: 'patient-1' },
      { to: '+12085550102' },
      { to: '12' },
      { to: '(208) 555-0101', reference: 'patient-1 again' },
      { to: '+12085550103' },
    ];
    const { status, json } = await invite(recipients);
    assert.equal(status, 200, JSON.stringify(json));
    const results = json['results'] as readonly Json[];
    const told = results.map(({ row, reference, outcome, code }) => [row, reference, outcome, code]);
    assert.deepEqual(told, [
      [1, 'patient-1', 'invited', undefined],
      [2, undefined, 'refused', 'opted_out'],
      [3, undefined, 'refused', 'contact_point_invalid'],
      [4, 'patient-1 again', 'invited', undefined],
      [5, undefined, 'agreed', undefined],
    ]);
    assert.equal(results[3]?.['message'], results[0]?.['message'], 'one question, however often his number stands there');
    await settle(api.test);
    assert.deepEqual([...(await receivedBy(api.test)).keys()], ['+12085550101']);
  });

  it('want what shows that they may be asked, and a campaign of the company', async () => {
    assert.equal((await invite([{ to: '+12085550104' }], { proof: undefined })).status, 400);
    const foreign = await call('inviteRecipients', {
      key: api.otherKey,
      path: { id: api.campaignId },
      body: { recipients: [{ to: '+12085550104' }], proof },
    });
    assert.deepEqual([foreign.status, foreign.json['code']], [404, 'campaign_unknown']);
  });
});
