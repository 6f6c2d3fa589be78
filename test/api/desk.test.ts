import assert from 'node:assert/strict';
import { putAppointments } from '#app/put-appointments.ts';
import { project } from '#app/project.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { sendOne } from '#app/send-one.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import { accessCause } from '../support/access.ts';
import { operations, type Answered } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { idsIn } from '../support/foreign-places.ts';
import { remind } from '../support/house-steps.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { furnishBrand, furnishNumber, putCampaign, signedIn, type OfBrand } from '../support/two-brands.ts';
import { wrote } from './samples/conversations.ts';
import type { Sample } from './samples/sample.ts';

type Json = Readonly<{
  code?: string;
  is_new?: boolean;
  data?: readonly Readonly<Record<string, unknown>>[];
  lines?: readonly Readonly<Record<string, unknown>>[];
  [name: string]: unknown;
}>;

/** Nobody else has such a name, phone and reference. */
const theirs = { phone: '+12085550191', name: 'Quintessa' };
const personal = /5550191|Quintessa|brd_b|reg_b|5550199/;

/** One company with two brands. Whatever the samples of operations make is of the second, whose number their campaigns have. */
describe('who sits at the desk of one brand', () => {
  let reporting: Reporting;
  let api: ApiHouse;
  let desk: Readonly<Record<string, string>>;
  let samples: ReadonlyMap<string, Sample>;
  let marks: readonly string[];
  const mine: OfBrand = { brand: 'brd_a', registration: 'reg_a', number: '+12085550171', campaign: '', message: '', packet: '' };
  const other = { brand: 'brd_b', registration: 'reg_b', number: '+12085550199' };

  const projected = async (): Promise<void> => {
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
  };
  const ask = (id: string, asking: Asking = {}): Promise<Answered> => {
    const headers = { ...asking.headers, ...desk };
    return callOperation(
      api.origin,
      operations.find((one) => one.id === id)!,
      { ...asking, headers },
    );
  };
  const json = async (id: string, asking: Asking = {}): Promise<Json> => JSON.parse((await ask(id, asking)).text) as Json;

  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
    const { house, companyId, campaignId } = api;
    const cause = () => accessCause(house);
    await furnishBrand(api, mine);
    await sendOne(house, { companyId, campaignId, rows: [{ ...theirs, id: 'MARKED-77' }], reference: 'marked' }, cause());
    await sendOne(house, { companyId, campaignId, rows: [{ phone: '+12085550123', name: 'Ana', id: 'X' }], reference: 'same' }, cause());
    for (const [of, reply] of [
      [mine, 'rpl_mine'],
      [mine, 'rpl_close'],
      [{ ...mine, campaign: campaignId }, 'rpl_others'],
    ] as const)
      await wrote(house, { companyId, campaignId: of.campaign, messageId: of.message, reply, sender: of.number });
    const about = { companyId, channel: 'sms', scope: 'channel', source: 'api', person: { by: 'usr_test' } } as const;
    await recordOptOut(house, { ...about, to: theirs.phone, brandId: 'brd_b' }, cause());
    await recordOptOut(house, { ...about, to: '+12085550130', brandId: 'brd_a' }, cause());
    await recordOptOut(house, { ...about, to: '+12085550131' }, cause());
    samples = await samplesOf(api);
    // from now on what they have made is of the other brand
    await furnishNumber(api, other);
    await projected();
    const shared = /^(?:tpl_|pool_|co_|aud_|brd_a$|reg_a$)/;
    const named = [...samples.values()].flatMap(idsIn).map(({ value }) => value);
    marks = [...new Set(named)].filter((id) => !shared.test(id) && !id.startsWith('+'));
    desk = await signedIn(api, 'desk@example.com', ['brd_a']);
  });
  after(async () => {
    await api.close();
    await reporting.close();
  });

  const assertTellsNothing = ({ text }: Answered, asking: Asking): void => {
    const said = JSON.stringify([asking.path, asking.query, asking.body]);
    for (const mark of marks) if (!said.includes(mark)) assert.ok(!text.includes(mark), `it tells of ${mark}: ${text.slice(0, 600)}`);
    assert.doesNotMatch(text.replaceAll(said, ''), personal);
  };

  describe('finds nothing of another brand', () => {
    for (const operation of operations) {
      const { id, open, scope, path } = operation;
      // a template's example has a number that is nobody's
      if (open || scope.startsWith('session:') || id === 'renderTemplate') continue;
      it(`by ${id}`, async () => {
        const { session: _, ...asking } = samples.get(id) ?? {};
        const answer = await ask(id, asking);
        const isClosed = answer.status === 403 && answer.text.includes('brand_limited');
        assert.ok(isClosed || answer.status === 404 || answer.status < 300, `${answer.status} ${answer.text.slice(0, 400)}`);
        if (path.includes('{') && !/templates|reports|companies/.test(path)) assert.ok(answer.status >= 400, answer.text.slice(0, 400));
        if (answer.status < 300) assertTellsNothing(answer, asking);
      });
    }
  });

  describe('looks after the inbox of his own', () => {
    const path = { id: 'rpl_mine' };
    it('lists it', async () => {
      const { data, has_more: hasMore } = await json('listConversations');
      assert.deepEqual([data?.map(({ id }) => id).toSorted(), hasMore], [['rpl_close', 'rpl_mine'], false]);
      assert.deepEqual(data?.[0]?.['may_answer'], [mine.message]);
      assert.deepEqual((await json('listConversations', { query: { limit: '1' } })).data?.length, 1);
    });
    it('reads the thread, without what others have said', async () => {
      const { lines } = await json('getConversation', { path });
      assert.deepEqual([...new Set(lines?.map(({ message }) => message).filter(Boolean))], [mine.message]);
      assert.ok(lines?.some(({ reply }) => reply === 'rpl_mine'));
      assert.ok(!lines?.some(({ reply }) => reply === 'rpl_others'));
    });
    it('answers, takes it over, and closes it', async () => {
      assert.equal((await ask('replyToConversation', { path, body: { body: 'Of course.' } })).status, 201);
      assert.equal((await ask('assignConversation', { path, body: { assignee: 'me' } })).status, 200);
      const closed = await json('resolveConversation', { path: { id: 'rpl_close' }, body: { as: 'confirm' } });
      assert.equal(closed.is_new, true);
    });
    it('lists what was looked after, and what was said besides, a page at a time; and opens it again', async () => {
      await projected();
      const ids = async (query: Readonly<Record<string, string>>) => (await json('listConversations', { query })).data?.map(({ id }) => id);
      assert.deepEqual(await ids({ status: 'resolved' }), ['rpl_close']);
      assert.deepEqual((await ids({ status: 'all' }))?.toSorted(), ['rpl_close', 'rpl_mine']);
      const [first = ''] = (await ids({ status: 'all', limit: '1' })) ?? [];
      assert.equal((await ids({ status: 'all', limit: '1', starting_after: String(first) }))?.length, 1);
      assert.deepEqual(await ids({ status: 'all', assignee: 'nobody', to: mine.number, channel: 'sms', campaign: mine.campaign }), [
        'rpl_close',
      ]);
      const { data } = await json('listConversations', { query: { status: 'resolved' } });
      assert.deepEqual([data?.[0]?.['status'], data?.[0]?.['read_as']], ['resolved', 'confirm']);
      assert.deepEqual((await json('reopenConversation', { path: { id: 'rpl_close' } })).is_new, true);
      assert.deepEqual((await json('reopenConversation', { path: { id: 'rpl_close' } })).is_new, false);
      assert.deepEqual((await ids({}))?.toSorted(), ['rpl_close', 'rpl_mine']);
      await projected();
      assert.deepEqual(await ids({ status: 'resolved' }), []);
      assert.deepEqual(await ids({ channel: 'email' }), []);
    });
    it('has no page behind one of others', async () => {
      assert.equal(
        (await json('listConversations', { query: { starting_after: `rpl_${api.companyId.slice(3)}waits` } })).code,
        'cursor_unknown',
      );
    });
  });

  it('sees messages and files of his own', async () => {
    const ids = (await json('listMessages')).data?.map(({ campaign }) => campaign);
    assert.deepEqual([...new Set(ids)], [mine.campaign]);
    assert.deepEqual((await json('listMessages', { query: { campaign: api.campaignId } })).data, []);
    assert.deepEqual((await json('listPackets')).data, []);
  });

  it('sees who opted out of his brand, and writes opt-outs of it down', async () => {
    const to = async () => (await json('listOptOuts')).data?.map((one) => one['to']);
    assert.deepEqual(await to(), ['+12085550130']);
    assert.match((await ask('exportOptOuts')).text, /5550130/);
    const body = { to: '+12085550132', said: 'No more' };
    assert.equal((await ask('addOptOut', { body: { ...body, brand: 'brd_a' } })).status, 200);
    assert.equal((await ask('addOptOut', { body: { ...body, brand: 'brd_b' } })).status, 404);
    assert.equal((await ask('addOptOut', { body: { ...body, brand: 'brd_nowhere' } })).status, 404);
    await projected();
    assert.deepEqual((await to())?.toSorted(), ['+12085550130', '+12085550132']);
    assert.deepEqual((await json('searchConsents', { body: { to: theirs.phone } }))['ledger'], []);
  });

  it('finds a person through his brand alone', async () => {
    const seen = (await json('searchPeople', { body: { to: '+12085550123' } })) as {
      messages?: { data: { campaign: string }[] };
      replies?: { data: { id: string }[] };
    };
    assert.deepEqual([...new Set(seen.messages?.data.map(({ campaign }) => campaign))], [mine.campaign]);
    assert.ok(seen.replies?.data.every(({ id }) => ['rpl_mine', 'rpl_close'].includes(id)));
    const { messages, replies, lists } = (await json('searchPeople', { body: { to: theirs.phone } })) as Record<string, unknown>;
    assert.deepEqual([messages, replies, lists], [{ data: [] }, { data: [] }, undefined]);
  });

  it('keeps the appointments of his campaigns, and no others', async () => {
    const { house, companyId } = api;
    const definition = {
      ...remind,
      name: 'Calendar of mine',
      from: mine.number,
      region: 'GB',
      fields: { ...remind.fields, appointment: 'booking' },
    };
    const campaign = await putCampaign(api, definition);
    const fields = { phone: '+12085550111', firstName: 'Ana', appointmentDate: '2027-02-01', appointmentTime: '11:00' };
    const put = (id: string, campaigns: readonly string[]) => ask('putAppointment', { path: { id }, body: { campaigns, fields } });
    assert.equal((await put('mine-1', [campaign])).status, 201);
    const { campaigns: theirCampaign } = samples.get('putAppointment')!.body as { campaigns: string[] };
    assert.equal((await put('mine-2', [campaign, ...theirCampaign])).status, 404);
    assert.equal((await put('visit-1', [campaign])).status, 404);
    const batch = {
      appointments: [
        { id: 'mine-3', campaigns: [campaign], fields },
        { id: 'visit-1', campaigns: [campaign], fields },
      ],
    };
    assert.equal((await ask('putAppointments', { body: batch })).status, 404);
    await putAppointments(
      house,
      { companyId, by: 'key_x', words: [{ id: 'both', campaigns: [campaign, ...theirCampaign], fields, reference: undefined }] },
      accessCause(house),
    );
    const listed = await json('listAppointments', { query: { day: '2027-02-01', timezone: 'America/Boise', limit: '1' } });
    assert.deepEqual([listed.data?.map(({ id }) => id), listed['has_more']], [['mine-1'], false]);
    assert.equal((await ask('cancelAppointment', { path: { id: 'both' } })).status, 404);
    assert.equal((await ask('cancelAppointment', { path: { id: 'mine-1' } })).status, 200);
  });

  it('reads reports and events of his own', async () => {
    const campaigns = (await json('getReport', { path: { report: 'campaigns' } })).data?.map((row) => row['campaign_id']);
    assert.ok(campaigns?.includes(mine.campaign) && !campaigns.includes(api.campaignId));
    const [days] = (await json('getReport', { path: { report: 'days' } })).data ?? [];
    const all = await callOperation(
      api.origin,
      operations.find(({ id }) => id === 'getReport')!,
      { key: api.key, path: { report: 'days' } },
    );
    assert.ok(Number(days?.['messages']) < Number((JSON.parse(all.text) as Json).data?.[0]?.['messages']), 'the totals are of his own');
    const events = (await json('listEvents')).data ?? [];
    assert.ok(events.length > 0);
    assert.doesNotMatch(JSON.stringify(events), personal);
  });
});
