import assert from 'node:assert/strict';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { operations } from '../support/api-answers.ts';
import { sendNow } from '../support/house-steps.ts';

type Body = Readonly<Record<string, unknown>>;

describe('templates over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, headers, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, body: JSON.parse(text) as Body, etag: headers.get('etag') ?? '' };
  };
  const create = (name: string, template: unknown, channel = 'sms') => call('createTemplate', { body: { name, channel, template } });

  it('have versions that never change, each made from the one that was seen', async () => {
    const made = await create('Glasses', 'Hi {{ firstName }}, one.');
    const path = { id: String(made.body['id']) };
    const edited = await call('editTemplate', { path, headers: { 'if-match': made.etag }, body: { template: 'Hi {{ firstName }}, two.' } });
    assert.deepEqual([edited.status, edited.body['version']], [200, 2]);
    const late = await call('editTemplate', { path, headers: { 'if-match': made.etag }, body: { template: 'Hi, three.' } });
    assert.deepEqual([late.status, late.body['code']], [412, 'version_moved']);
    assert.equal((await call('getTemplate', { path, query: { version: '1' } })).body['template'], 'Hi {{ firstName }}, one.');
    assert.equal((await call('getTemplate', { path, query: { version: '3' } })).status, 404);
    const again = await create('Glasses', 'Another');
    assert.deepEqual([again.status, again.body['code']], [409, 'template_exists']);
  });

  it('are checked as a campaign checks its own, with line and column', async () => {
    const wrong = await create('Wrong', 'Hi\n{{ firstName | nam }}');
    const [first] = wrong.body['errors'] as readonly Body[];
    assert.deepEqual(
      [wrong.status, wrong.body['code'], first?.['pointer'], first?.['line']],
      [400, 'template_invalid', '/body/template', 2],
    );
    const reserved = await create('Reserved', 'Reply CANCEL to cancel your appointment');
    assert.equal(reserved.status, 400);
    const mail = await create('Mail', { text: 'Hi' }, 'email');
    assert.deepEqual((mail.body['errors'] as readonly Body[])[0]?.['pointer'], '/body/template/subject');
  });

  it('are rendered for a sample, with their segments', async () => {
    const { body } = await create('Rendered', 'Hi {{ firstName | name }}, see you on {{ appointmentAt | date: "%b %-d" }} ✓');
    const fields = { firstName: 'ANA', appointmentDate: '2026-12-01', appointmentTime: '10:00' };
    const made = await call('renderTemplate', { path: { id: String(body['id']) }, body: { fields, timezone: 'America/Boise' } });
    const [shown] = made.body['shown'] as readonly Body[];
    assert.deepEqual([shown?.['body'], shown?.['encoding'], shown?.['segments']], ['Hi Ana, see you on Dec 1 ✓', 'UCS-2', 1]);
  });

  it('are taken by campaigns by version, which keep what they took', async () => {
    const made = await create('Taken', 'Hi {{ firstName }}, as it was.');
    const templateId = String(made.body['id']);
    const named = (version: number, channel = 'sms') => ({
      ...sendNow,
      name: 'Takes',
      channels: [{ channel, template: { templateId, version } }],
    });
    const campaign = await call('createCampaign', { body: named(1) });
    assert.equal(campaign.status, 201, JSON.stringify(campaign.body));
    await call('editTemplate', { path: { id: templateId }, headers: { 'if-match': '*' }, body: { template: 'Other words' } });
    const kept = await call('getCampaign', { path: { id: String(campaign.body['id']) } });
    assert.equal(Object(kept.body['definition']).channels[0].template, 'Hi {{ firstName }}, as it was.');
    for (const body of [
      named(9),
      named(1, 'mms'),
      { ...named(1), channels: [{ channel: 'sms', template: { templateId: 'tpl_none', version: 1 } }] },
    ]) {
      const refused = await call('editCampaign', { path: { id: String(campaign.body['id']) }, headers: { 'if-match': '*' }, body });
      assert.deepEqual([refused.status, (refused.body['errors'] as readonly Body[])[0]?.['pointer']], [400, '/body/channels/0/template']);
    }
    const foreign = await call('createCampaign', { key: api.otherKey, body: named(1) });
    assert.equal(foreign.status, 400, "another company's template does not exist");
    await call('retireTemplate', { path: { id: templateId } });
    assert.equal((await call('createCampaign', { body: { ...named(2), name: 'Too late' } })).status, 400);
    assert.deepEqual(
      ((await call('listTemplates', { query: { status: 'retired' } })).body['data'] as readonly Body[]).map(({ id }) => id),
      [templateId],
    );
  });
});
