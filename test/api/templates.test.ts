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

  describe('in campaigns that took them', () => {
    const words = async (n: number, name: string) => {
      const made = await create(name, `Hi {{ firstName }}, words ${n}.`);
      return String(made.body['id']);
    };
    const revise = (id: string, template: string) =>
      call('editTemplate', { path: { id }, headers: { 'if-match': '*' }, body: { template } });
    const channelsOf = (body: Body) => Object(body['definition']).channels as readonly Body[];
    let templateId = '';
    let path = { id: '' };
    before(async () => {
      templateId = await words(1, 'Remembered');
      const channels = [{ channel: 'sms', template: { templateId, version: 1 } }];
      const made = await call('createCampaign', { body: { ...sendNow, name: 'Remembers', channels } });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      path = { id: String(made.body['id']) };
    });

    it('are remembered with their version, as long as the words are theirs', async () => {
      const shown = await call('getCampaign', { path });
      const [entry] = channelsOf(shown.body);
      assert.deepEqual(entry?.['takenFrom'], { templateId, version: 1 });
      const again = await call('editCampaign', { path, headers: { 'if-match': shown.etag }, body: shown.body['definition'] });
      assert.deepEqual([again.status, again.body['version']], [200, 1], 'what was shown, put again, is the same');
      const own = { ...(shown.body['definition'] as object), channels: [{ ...entry, template: 'Hi, own words.' }] };
      const edited = await call('editCampaign', { path, headers: { 'if-match': shown.etag }, body: own });
      assert.deepEqual(channelsOf(edited.body)[0], { channel: 'sms', template: 'Hi, own words.' });
      await call('editCampaign', { path, headers: { 'if-match': '*' }, body: shown.body['definition'] });
    });

    it('say who has older words when they are edited, and are taken over for it', async () => {
      await call('approveCampaign', { path, body: { version: Number((await call('getCampaign', { path })).body['version']) } });
      const edited = await revise(templateId, 'Hi {{ firstName }}, words 2.');
      const use = { object: 'template_use', id: path.id, name: 'Remembers', status: 'ready', takes: [1], sends: [1], behind: true };
      assert.deepEqual(edited.body['used_by'], [use]);
      const { etag } = await call('getCampaign', { path });
      const late = await call('takeTemplate', { path, headers: { 'if-match': '"other"' }, body: { template: templateId } });
      assert.equal(late.status, 412);
      const taken = await call('takeTemplate', { path, headers: { 'if-match': etag }, body: { template: templateId } });
      const [entry] = channelsOf(taken.body);
      assert.deepEqual([entry?.['template'], entry?.['takenFrom']], ['Hi {{ firstName }}, words 2.', { templateId, version: 2 }]);
      const uses = await call('listTemplateCampaigns', { path: { id: templateId } });
      assert.deepEqual(uses.body['data'], [{ ...use, takes: [2], behind: false }], 'what is approved goes on saying the older words');
      assert.deepEqual((await call('listTemplateCampaigns', { path: { id: templateId }, query: { behind: 'true' } })).body['data'], []);
      const back = await call('takeTemplate', { path, headers: { 'if-match': '*' }, body: { template: templateId, version: 1 } });
      assert.deepEqual(channelsOf(back.body)[0]?.['takenFrom'], { templateId, version: 1 });
      const none = await call('takeTemplate', { path, headers: { 'if-match': '*' }, body: { template: templateId, version: 9 } });
      assert.deepEqual([none.status, none.body['code']], [404, 'template_unknown']);
      const strange = await call('takeTemplate', { path, headers: { 'if-match': '*' }, body: { template: await words(1, 'Not taken') } });
      assert.deepEqual([strange.status, strange.body['code']], [409, 'template_not_taken']);
    });

    it('are named by fallbacks too', async () => {
      const mail = await create('By mail', { subject: 'Soon', text: 'Hi {{ firstName }}' }, 'email');
      const fallback = { afterMinutes: 30, channel: 'email', from: 'a@example.com', template: { templateId: mail.body['id'], version: 1 } };
      const channels = [{ channel: 'sms', template: 'Hi', fallbacks: [fallback] }];
      const fields = { ...sendNow.fields, email: 'mail' };
      const made = await call('createCampaign', { body: { ...sendNow, name: 'Falls back', fields, channels } });
      const [first] = (channelsOf(made.body)[0]?.['fallbacks'] ?? []) as readonly Body[];
      assert.deepEqual([first?.['template'], first?.['takenFrom']], [mail.body['template'], { templateId: mail.body['id'], version: 1 }]);
      const path = { id: String(made.body['id']) };
      await call('editTemplate', {
        path: { id: String(mail.body['id']) },
        headers: { 'if-match': '*' },
        body: { template: { subject: 'Soon', text: 'Hello' } },
      });
      const taken = await call('takeTemplate', { path, headers: { 'if-match': '*' }, body: { template: mail.body['id'] } });
      const [entry] = channelsOf(taken.body);
      assert.deepEqual(entry?.['template'], 'Hi', 'words of its own stay');
      assert.deepEqual(((entry?.['fallbacks'] ?? []) as readonly Body[])[0]?.['template'], { subject: 'Soon', text: 'Hello' });
      const wrong = [{ channel: 'sms', template: 'Hi', fallbacks: [{ ...fallback, template: { templateId: 'tpl_none', version: 1 } }] }];
      const refused = await call('createCampaign', { body: { ...sendNow, name: 'Falls', fields, channels: wrong } });
      assert.equal((refused.body['errors'] as readonly Body[])[0]?.['pointer'], '/body/channels/0/fallbacks/0/template');
    });

    it('show all that they ever said, and who wrote it', async () => {
      const id = await words(1, 'Versions');
      await revise(id, 'Hi {{ firstName }}, words 2.');
      const { body } = await call('listTemplateVersions', { path: { id }, query: { limit: '1' } });
      const [newest] = body['data'] as readonly Body[];
      assert.deepEqual([newest?.['version'], newest?.['template'], body['has_more']], [2, 'Hi {{ firstName }}, words 2.', true]);
      assert.match(String(newest?.['created_by']), /^key_/);
    });
  });
});
