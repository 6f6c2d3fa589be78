import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import type { ListedTemplate, TemplateVersion } from '#app/change-template.ts';
import type { PreviewOfCampaign } from '#app/preview-campaign.ts';
import { carryOut } from '#wiring/commands.ts';
import { readConfig } from '#wiring/config.ts';
import { openEmbedded, type Embedded } from '#wiring/embedded.ts';
import type { ShownTemplate } from '#wiring/template-commands.ts';
import { sendNow } from '../support/house-steps.ts';

describe('carillon templates', () => {
  const companyId = 'co_main';
  let folder: string;
  let open: Embedded;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-templates-'));
    open = await openEmbedded(readConfig({}, { CARILLON_DATA: folder, CARILLON_LOG: 'error' }));
  });
  after(async () => {
    await open.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const ask = async <Result>(name: string, input: object = {}): Promise<Result> =>
    (await carryOut(open, name, { companyId, ...input })) as Result;
  const put = (template: unknown) => ask<ShownTemplate>('put-template', { name: 'Glasses', channel: 'sms', template, by: 'Ana' });
  const putCampaign = (template: unknown) =>
    ask<{ campaignId: string; version: number }>('put-campaign', {
      definition: { ...sendNow, channels: [{ channel: 'sms', template }] },
      account: { provider: 'twilio', accountId: 'AC1' },
    });

  it('keep, change and show texts, and bring newer words to campaigns', async () => {
    const { templateId, version } = await put('Hi {{ firstName }}, one.');
    const { campaignId } = await putCampaign({ templateId, version });
    assert.equal((await put('Hi {{ firstName }}, one.')).version, 1, 'the same words make no version');
    const newer = await put('Hi {{ firstName | name }}, two.');
    assert.deepEqual([newer.version, newer.uses.map((use) => [use.campaignId, use.takes])], [2, [[campaignId, [1]]]]);
    const taken = await ask<{ version: number }>('take-template', { templateId, campaignId, by: 'Ana' });
    assert.equal(taken.version, 2);
    const shown = await ask<ShownTemplate>('show-template', { templateId, version: 1 });
    assert.deepEqual([shown.template, shown.newest, shown.uses[0]?.takes], ['Hi {{ firstName }}, one.', 2, [2]]);
    const versions = await ask<readonly TemplateVersion[]>('template-versions', { templateId });
    assert.deepEqual(
      versions.map((one) => [one.version, one.by]),
      [
        [2, 'Ana'],
        [1, 'Ana'],
      ],
    );
    const made = await ask<PreviewOfCampaign>('preview-template', { templateId, fields: { firstName: 'ANA' }, timezone: 'UTC' });
    const [one] = made.shown ?? [];
    assert.ok(one && 'body' in one);
    assert.deepEqual([one.body, one.segments, one.encoding], ['Hi Ana, two.', 1, 'GSM-7']);
    await ask('retire-template', { templateId, by: 'Ana' });
    const [listed] = await ask<readonly ListedTemplate[]>('list-templates');
    assert.deepEqual([listed?.status, listed?.version], ['retired', 2]);
    await assert.rejects(ask('take-template', { templateId, campaignId, by: 'Ana' }), { code: 'template_retired' });
  });

  it('say what is wrong', async () => {
    await assert.rejects(put('Hi {{ firstName | nam }}'), { code: 'campaign_invalid' });
    await assert.rejects(ask('show-template', { templateId: 'tpl_nobody' }), { code: 'template_unknown' });
    await assert.rejects(ask('put-template', { name: 'x', by: 'Ana' }), { code: 'input_invalid' });
  });
});
