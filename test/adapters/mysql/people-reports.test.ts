import assert from 'node:assert/strict';
import { listOptOuts } from '#app/list-opt-outs.ts';
import { project } from '#app/project.ts';
import { consentStory } from '../../support/consent-story.ts';
import { exampleStory } from '../../support/example-story.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { openTestStore } from '../../support/store.ts';
import { storyCompany, storyStart } from '../../support/story.ts';

const companyId = storyCompany;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('reports that are read a page at a time', () => {
  let reporting: Reporting;
  before(async () => {
    reporting = await openReporting();
    const { store, close } = openTestStore();
    for (const [n, { stream, events, companyId: of = companyId, at = storyStart }] of exampleStory.entries())
      await store.append({ stream, companyId: of, events, cause: { id: `req_${n}`, now: at } });
    for (const [n, { stream, event }] of consentStory.entries())
      await store.append({ stream, companyId, events: [event], cause: { id: `req_consent${n}`, now: storyStart } });
    for (const partition of store.partitions()) await project({ store, readModel: reporting.readModel, log: quiet }, partition);
    close();
  });
  after(() => reporting.close());

  it('have every opt-out once, however short the pages are (opt-out-page)', async () => {
    const paged: (string | undefined)[] = [];
    for (let last: string | undefined, hasMore = true; hasMore;) {
      const found = await listOptOuts(reporting, { companyId, limit: 1, after: last });
      paged.push(...found.items.map(({ contactPoint }) => contactPoint));
      last = found.items.at(-1)?.cursor;
      hasMore = found.hasMore;
    }
    assert.deepEqual(
      paged.map(String).toSorted((one, other) => (one < other ? -1 : 1)),
      ['+12085550100', '+12085550101'],
    );
    assert.equal((await listOptOuts(reporting, { companyId, status: 'ended', family: 'sms', limit: 9 })).items.length, 1);
    assert.deepEqual((await listOptOuts(reporting, { companyId: 'co_other', limit: 9 })).items, []);
    assert.ok((await reporting.readModel.report('opt-out-page', await optOutParams())).rows.length > 0);
  });
  it('have what was sent and said of one contact point (person-messages, person-replies)', async () => {
    const asked = { companyId, phone: '+12085550123', beforeAt: null, beforeId: null, limit: 10 };
    const { rows } = await reporting.readModel.report('person-messages', asked);
    const [first] = rows;
    assert.ok(first);
    const behind = { ...asked, beforeAt: String(first['send_at']), beforeId: String(first['id']) };
    assert.equal((await reporting.readModel.report('person-messages', behind)).rows.length, rows.length - 1);
    assert.deepEqual((await reporting.readModel.report('person-replies', asked)).rows, []);
  });
  it('have every row that failed once, however short the pages are (failure-page)', async () => {
    const start = { companyId, campaignId: null, packetId: null };
    const none = { afterPacket: null, afterRow: null, afterChannel: null, afterOffset: null };
    const { rows } = await reporting.readModel.report('failure-page', { ...start, ...none, limit: 100 });
    assert.ok(rows.length > 1);
    const [first] = rows;
    const behind = {
      afterPacket: String(first?.['packet_id']),
      afterRow: Number(first?.['row']),
      afterChannel: String(first?.['channel']),
      afterOffset: Number(first?.['touch_offset']),
    };
    assert.deepEqual((await reporting.readModel.report('failure-page', { ...start, ...behind, limit: 100 })).rows, rows.slice(1));
  });
  it('refuse a cursor that is none', async () => {
    await assert.rejects(listOptOuts(reporting, { companyId, limit: 1, after: 'oo_x' }), { code: 'cursor_unknown' });
  });
});

const optOutParams = async () => ({
  companyId,
  status: null,
  family: null,
  from: null,
  to: null,
  beforeAt: null,
  beforeContact: null,
  beforeFamily: null,
  beforeBrand: null,
  limit: 10,
});
