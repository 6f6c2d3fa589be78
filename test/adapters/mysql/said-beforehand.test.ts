import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { saidBeforehand, storyOf } from '../../support/said-beforehand.ts';
import { openTestStore } from '../../support/store.ts';
import { storyStart } from '../../support/story.ts';

const companyId = 'co_said';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('tables of what is said before anything is sent', () => {
  let reporting: Reporting;
  before(async () => {
    reporting = await openReporting();
    const { store, close } = openTestStore();
    const takenFrom = { templateId: 'tpl_a', version: 1 };
    const definition = { name: 'Takes', channels: [{ channel: 'sms', template: 'x', takenFrom }], schedule: 'now' };
    const drafted = { type: 'CampaignDrafted', data: { campaignId: 'cmp_said', version: 1, definition } };
    const said = [...storyOf(...Object.keys(saidBeforehand)), { stream: 'campaign-cmp_said', events: [drafted], at: storyStart }];
    for (const [n, { stream, events, at = storyStart }] of said.entries())
      await store.append({ stream, companyId, events, cause: { id: `req_said${n}`, now: at } });
    for (const partition of store.partitions()) await project({ store, readModel: reporting.readModel, log: quiet }, partition);
    close();
  });
  after(() => reporting.close());

  const one = async (name: string, params: Readonly<Record<string, Value>>): Promise<Row> => {
    const { rows } = await reporting.readModel.report(name, { companyId, ...params });
    assert.equal(rows.length, 1);
    return rows[0]!;
  };

  it('show templates with the campaigns that have words of them', async () => {
    const { template_id, status, version, campaigns } = await one('templates', {});
    assert.deepEqual([template_id, status, version, Number(campaigns)], ['tpl_a', 'retired', 2, 1]);
  });

  it('show what goes later, by the last word', async () => {
    const { request_id, recipients, status, changed_by } = await one('scheduled', { from: '2026-11-02 16:30:00.000', limit: 10 });
    assert.deepEqual([request_id, recipients, status, changed_by], ['pkt_s', 3, 'canceled', 'usr_bo']);
    const { rows } = await reporting.readModel.report('scheduled', { companyId, from: '2026-11-02 16:30:00.001', limit: 10 });
    assert.deepEqual(rows, []);
  });

  it('show the routes of a company', async () => {
    const rules = await reporting.ask("SELECT rule_count, stopped_ways, set_by FROM routing_rules WHERE company_id = 'co_said'");
    assert.deepEqual(
      rules.map((row) => ({ ...row })),
      [{ rule_count: 1, stopped_ways: 0, set_by: 'usr_ana' }],
    );
  });
});
