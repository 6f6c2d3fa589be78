import assert from 'node:assert/strict';
import { cancelAppointment } from '#api/appointments/cancel-appointment.ts';
import { getAppointment } from '#api/appointments/get-appointment.ts';
import { listAppointments } from '#api/appointments/list-appointments.ts';
import { putAppointment } from '#api/appointments/put-appointment.ts';
import { putManyAppointments } from '#api/appointments/put-many-appointments.ts';
import type { Operation } from '#api/operation.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { eventually } from '../support/eventually.ts';
import { deliverAll, settle } from '../support/house-run.ts';
import { activeCampaign, phoneOf, remind } from '../support/house-steps.ts';
import { bodiesTaken, ofType } from '../support/house-story.ts';

/** Nine in Boise on Monday: what is on Wednesday at ten goes at ten, what is on Friday goes the day after tomorrow. */
const calendar: Definition = {
  ...remind,
  name: 'Calendar',
  fields: { ...remind.fields, practitioner: 'doctor', appointment: 'booking' },
  channels: [{ channel: 'sms', template: '{{ firstName }}: {{ practitioner }} {{ appointmentAt | date: "%-d %H:%M" }}' }],
  replies: { confirm: ['C'], cancel: ['X'], reschedule: ['R'] },
  corrections: true,
};
const monday = '2026-11-02T16:00:00.000Z';
const tenOnMonday = '2026-11-02T17:00:00.000Z';

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;
type Told = Readonly<{ status: number; json: Json; headers: Headers }>;

describe('an appointment by the API', () => {
  let api: ApiHouse;
  let campaign: string;
  let people = 0;
  let n: number;
  let id: string;
  before(async () => {
    api = await openApiHouse();
    campaign = await activeCampaign(api.test, calendar);
  });
  after(() => api.close());
  beforeEach(() => {
    people += 1;
    n = people;
    id = `visit-${n}`;
    api.test.clock.set(monday);
  });

  const call = async (operation: Operation, asking: Asking): Promise<Told> => {
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, json: JSON.parse(text) as Json };
  };
  const word = (more: Json = {}): Json => ({
    campaigns: [campaign],
    fields: {
      person: `P${n}`,
      firstName: `Person ${n}`,
      phone: phoneOf(n),
      practitioner: 'Dr. A',
      appointmentDate: '2026-11-04',
      appointmentTime: '10:00',
      ...more,
    },
  });
  const put = (more: Json = {}, asking: Asking = {}) => call(putAppointment, { path: { id }, body: word(more), ...asking });
  const get = async (): Promise<Json> => (await call(getAppointment, { path: { id } })).json;
  const messages = async () => (await get())['messages'].map((one: Json) => [one['status'], one['code'], one['send_at']]);
  const mine = async () => (await bodiesTaken(api.test)).filter((body) => body.startsWith(`Person ${n}:`));

  it('is created, told of at its hour, and confirmed by its person', async () => {
    const made = await put();
    assert.deepEqual([made.status, made.json['status'], made.json['appointment_at']], [201, 'booked', '2026-11-04T17:00:00.000Z']);
    assert.deepEqual(
      made.json['messages'].map((one: Json) => [one['status'], one['send_at']]),
      [['queued', tenOnMonday]],
    );
    assert.equal(made.json['fields']['practitioner'], 'Dr. A');
    assert.equal(made.headers.get('etag'), made.json['etag']);
    api.test.clock.set(tenOnMonday);
    await settle(api.test);
    assert.deepEqual(await mine(), [`Person ${n}: Dr. A 4 10:00`]);
    await api.test.simulator.control.write({ from: phoneOf(n), to: calendar.from, body: 'C' });
    await eventually('the answer', async () => {
      await deliverAll(api.test);
      return (await get())['status'] === 'confirmed';
    });
    assert.equal((await get())['answer']['meaning'], 'confirm');
  });

  it('stands in the log by fingerprints: once for each change, with who, and nothing of its person', async () => {
    const told = async () => {
      const types = ['AppointmentBooked', 'AppointmentRebooked', 'AppointmentWithdrawn'] as const;
      const all = (await Promise.all(types.map((type) => ofType(api.test, type)))).flat();
      return all.filter(({ data }) => data.appointment === key).toSorted((one, other) => one.data.order - other.data.order);
    };
    const key = api.house.vault.fingerprint(api.companyId, JSON.stringify(['booking', id]));
    await put();
    await put();
    await put({ practitioner: 'Dr. B' });
    await call(cancelAppointment, { path: { id } });
    await call(cancelAppointment, { path: { id } });
    await put({ practitioner: 'Dr. B' });
    const [booked, moved, gone, back, ...more] = await told();
    assert.deepEqual(
      [booked, moved, gone, back].map((one) => one?.type),
      ['AppointmentBooked', 'AppointmentRebooked', 'AppointmentWithdrawn', 'AppointmentRebooked'],
    );
    assert.deepEqual(more, []);
    const data = (one: typeof booked): Json => one!.data;
    assert.equal(data(moved)['before'], data(booked)['after']);
    assert.notEqual(data(moved)['before'], data(moved)['after']);
    assert.equal(data(gone)['before'], data(moved)['after']);
    assert.equal(data(back)['after'], data(moved)['after']);
    assert.match(data(gone)['by'], /^key_/);
    assert.equal(data(booked)['places'][0]['campaignId'], campaign);
    assert.doesNotMatch(JSON.stringify([booked, moved, gone, back]), new RegExp(`Person ${n}|Dr\\. |${id}"`));
  });

  it('is the same when it is said again', async () => {
    const first = await put();
    const again = await put();
    assert.deepEqual([again.status, again.json['etag'], again.json['messages'].length], [200, first.json['etag'], 1]);
  });

  it('that moves takes its message along', async () => {
    await put();
    const moved = await put({ appointmentDate: '2026-11-06' });
    assert.deepEqual([moved.status, moved.json['appointment_at']], [200, '2026-11-06T17:00:00.000Z']);
    await settle(api.test);
    assert.deepEqual(await messages(), [['canceled', 'replaced', tenOnMonday]]);
    api.test.clock.set('2026-11-04T17:00:00.000Z');
    await settle(api.test);
    assert.deepEqual(await mine(), [`Person ${n}: Dr. A 6 10:00`]);
    assert.equal((await messages()).length, 2);
  });

  it('that changes on its day is told of once, as it is now', async () => {
    await put();
    await put({ practitioner: 'Dr. B' });
    api.test.clock.set(tenOnMonday);
    await settle(api.test);
    assert.deepEqual(await mine(), [`Person ${n}: Dr. B 4 10:00`]);
  });

  it('that changes after it was told of is corrected', async () => {
    await put();
    api.test.clock.set(tenOnMonday);
    await settle(api.test);
    const changed = await put({ appointmentTime: '10:30' });
    await settle(api.test);
    api.test.clock.set('2026-11-02T17:30:00.000Z');
    await settle(api.test);
    assert.deepEqual(await mine(), [`Person ${n}: Dr. A 4 10:00`, `Person ${n}: Dr. A 4 10:30`]);
    assert.deepEqual(changed.json['problems'], []);
    assert.deepEqual(
      (await get())['messages'].map((one: Json) => one['follow_up']),
      [undefined, 'correction'],
    );
  });

  it('that is canceled is told to nobody, until it is booked again', async () => {
    await put();
    const gone = await call(cancelAppointment, { path: { id } });
    assert.deepEqual([gone.status, gone.json['status']], [200, 'canceled']);
    await settle(api.test);
    assert.deepEqual(await messages(), [['canceled', 'replaced', tenOnMonday]]);
    assert.equal((await call(cancelAppointment, { path: { id } })).status, 200);
    api.test.clock.set(tenOnMonday);
    await settle(api.test);
    assert.deepEqual(await mine(), []);
    const back = await put();
    assert.deepEqual([back.status, back.json['status']], [200, 'booked']);
    await settle(api.test);
    assert.deepEqual(await mine(), [`Person ${n}: Dr. A 4 10:00`]);
  });

  it('that is canceled before its day makes no message', async () => {
    await put({ appointmentDate: '2026-11-06' });
    await call(cancelAppointment, { path: { id } });
    api.test.clock.set('2026-11-04T17:00:00.000Z');
    await settle(api.test);
    assert.deepEqual([await mine(), await messages()], [[], []]);
  });

  it('that can not be told of says why', async () => {
    const { status, json } = await put({ phone: '12' });
    assert.equal(status, 201);
    assert.deepEqual(
      json['problems'].map((one: Json) => [one['code'], one['field']]),
      [['phone_invalid', 'phone']],
    );
    const mended = await put();
    assert.deepEqual([mended.json['problems'], mended.json['messages'].length], [[], 1]);
  });

  it('is changed only as it was seen, where the caller says so', async () => {
    const { json } = await put();
    const stale = await put({ practitioner: 'Dr. B' }, { headers: { 'if-match': '"other"' } });
    assert.deepEqual([stale.status, stale.json['code']], [412, 'version_moved']);
    assert.equal((await put({ practitioner: 'Dr. B' }, { headers: { 'if-match': String(json['etag']) } })).status, 200);
    assert.equal((await put({}, { headers: { 'if-none-match': '*' } })).status, 412);
    assert.equal((await call(cancelAppointment, { path: { id }, headers: { 'if-match': String(json['etag']) } })).status, 412);
  });

  it('of one company is nothing to another, and unknown campaigns are refused', async () => {
    await put();
    assert.equal((await call(getAppointment, { path: { id }, key: api.otherKey })).status, 404);
    assert.equal((await call(cancelAppointment, { path: { id }, key: api.otherKey })).status, 404);
    const foreign = await put({}, { key: api.otherKey });
    assert.deepEqual([foreign.status, foreign.json['code']], [404, 'campaign_unknown']);
    const other = await call(putAppointment, { path: { id }, body: { ...word(), campaigns: [api.campaignId] } });
    assert.deepEqual([other.status, other.json['code']], [409, 'campaign_takes_no_appointments']);
  });

  it('is one of up to a thousand, each with a result, and stands in its day', async () => {
    const day = '2026-12-24';
    const many: Json[] = Array.from({ length: 450 }, (_, at) => ({
      id: `many-${at}`,
      ...word({ phone: phoneOf(1_000 + at), person: `M${at}`, appointmentDate: day }),
      reference: `ref-${at}`,
    }));
    const asked = [...many, { ...many[0]! }, { id: 'many-x', ...word({ phone: '1', appointmentDate: day }) }];
    const { status, json } = await call(putManyAppointments, { body: { appointments: asked } });
    assert.equal(status, 200, JSON.stringify(json));
    const counts: Record<string, number> = {};
    for (const { outcome } of json['data'] as Json[]) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
    assert.deepEqual(counts, { created: 451, refused: 1 });
    const { code, id: twice, row } = json['data'][450];
    assert.deepEqual([code, twice, row], ['appointment_twice', 'many-0', 451]);
    assert.deepEqual(json['data'][451]['problems'][0]['code'], 'phone_invalid');
    assert.equal(json['data'][449]['reference'], 'ref-449');
    const query = { day, timezone: 'America/Boise', limit: '100' };
    const first = await call(listAppointments, { query });
    assert.deepEqual([first.json['data'].length, first.json['has_more']], [100, true]);
    const last = String(first.json['data'].at(-1)['id']);
    const second = await call(listAppointments, { query: { ...query, starting_after: last } });
    const ids = new Set([...first.json['data'], ...second.json['data']].map((one: Json) => one['id']));
    assert.equal(ids.size, 200);
    assert.equal((await call(listAppointments, { query: { ...query, day: '2026-12-25' } })).json['data'].length, 0);
    const moved = many.map((one, at) => ({
      ...one,
      fields: { ...one['fields'], appointmentTime: `11:${String(at % 60).padStart(2, '0')}` },
    }));
    const again = await call(putManyAppointments, { body: { appointments: moved } });
    assert.ok((again.json['data'] as Json[]).every(({ outcome }) => outcome === 'changed'));
    const unknown = { appointments: [{ id: 'many-y', ...word(), campaigns: ['cmp_none'] }] };
    assert.equal((await call(putManyAppointments, { body: unknown })).status, 404);
    assert.ok((await ofType(api.test, 'PacketAccepted')).every(({ data }) => data.acceptedBy?.startsWith('key_')));
  });
});
