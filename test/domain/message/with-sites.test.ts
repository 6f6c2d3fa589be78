import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { appointmentIn } from '#domain/message/appointment-in.ts';
import { assemble, dueOf, personDayIn, type Assembled } from '#domain/message/assemble.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { rowNotes } from '#domain/message/row-notes.ts';
import { withSites, type SiteNamed } from '#domain/message/with-sites.ts';
import { reminder } from '../../support/campaigns.ts';

const window = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '09:00', to: '19:00' };
const placed = {
  ...reminder,
  timezone: 'America/Denver',
  fields: {
    person: 'id',
    phone: 'phone',
    email: 'email',
    timezone: 'zone',
    zip: 'zip',
    location: 'site',
    appointmentDate: 'date',
    appointmentTime: 'time',
  },
  channels: [
    { channel: 'email', from: 'clinic@example.com', template: { subject: 'S', text: '{{ appointmentAt | date: "%b %-d %H:%M" }}' } },
  ],
  schedule: { offsetDays: [1], window: { ...window, days: [...window.days] } },
} as unknown as Definition;

const zones: Readonly<Record<string, string>> = {
  here: 'America/Denver',
  phoenix: 'America/Phoenix',
  honolulu: 'Pacific/Honolulu',
  'new york': 'America/New_York',
};
const siteNamed: SiteNamed = (text) => {
  const timezone = zones[text.toLowerCase()];
  return timezone === undefined ? undefined : { name: text, timezone };
};

type Cells = Readonly<Partial<Record<'phone' | 'zone' | 'zip' | 'site' | 'date' | 'time', string>>>;
const header = ['id', 'phone', 'email', 'zone', 'zip', 'site', 'date', 'time'];

const at = (definition: Definition, cells: Cells, named: SiteNamed | undefined = siteNamed) => {
  const all: Readonly<Record<string, string | undefined>> = {
    id: 'P',
    email: 'ana@example.com',
    date: '2026-12-08',
    time: '10:00',
    ...cells,
  };
  const row = { row: 2, cells: header.map((name) => all[name] ?? '') };
  const bound = bindColumns(definition, header);
  assert.ok(bound.kind === 'bound');
  const compiled = withSites(compileDefinition(definition), named);
  const input = { compiled, binding: bound.binding, row, now: '2026-12-01T00:00:00.000Z' };
  const assembled = (): Assembled => assemble({ ...input, touch: compiled.touches[0]! });
  return {
    message: () => {
      const made = assembled();
      assert.ok(made.kind === 'message', JSON.stringify(made));
      return made;
    },
    assembled,
    due: () => dueOf(input)[0],
    personDay: () => personDayIn(input),
    overtaken: (now: string): readonly string[] => compiled.touches.map((touch) => assemble({ ...input, touch, now }).kind),
    appointment: () => appointmentIn({ ...input, listed: true })?.id,
    notes: () => rowNotes(compiled, bound.binding, row),
  };
};

describe("the clock of a row's location", () => {
  it('reads and tells its appointment, says on which day its reminder goes and when that may be queued', () => {
    const { body, validUntil, sendAt } = at(placed, { site: 'New York' }).message();
    assert.deepEqual([body, validUntil, sendAt], ['Dec 8 10:00', '2026-12-08T15:00:00.000Z', '2026-12-07T15:00:00.000Z']);
    assert.equal(at(placed, { site: 'New York' }).due(), '2026-12-07T05:00:00.000Z');
    assert.equal(at(placed, { site: 'here' }).due(), '2026-12-07T07:00:00.000Z');
  });

  it('keeps the hour of the appointment where its clocks do not change and those of the campaign do', () => {
    // Denver's clocks go forward on that day: a day before is 23 hours before there, 24 in Phoenix
    const { sendAt } = at(placed, { site: 'phoenix', date: '2027-03-14', time: '12:00' }).message();
    assert.equal(sendAt, '2027-03-13T19:00:00.000Z');
    assert.equal(at(placed, { site: 'here', date: '2027-03-14', time: '12:00' }).message().sendAt, '2027-03-13T19:00:00.000Z');
    assert.equal(at(placed, { site: 'here', date: '2027-03-14', time: '12:00' }).message().validUntil, '2027-03-14T18:00:00.000Z');
  });

  it('says which of two reminders is the later one', () => {
    const twice = { ...placed, schedule: { offsets: [{ days: 1 }, { hours: 23 }] } } as Definition;
    // a day before is 24 hours before in Phoenix; in Denver it would be 23 on this day, and neither the later one
    const late = at(twice, { site: 'phoenix', date: '2027-03-14', time: '12:00' });
    assert.deepEqual(late.overtaken('2027-03-13T20:30:00.000Z'), ['skipped', 'message']);
  });

  it('says which appointments are of one day', () => {
    const joined = { ...placed, join: 'personDay' } as Definition;
    const late = at(joined, { site: 'honolulu', time: '21:30' }).personDay();
    assert.equal(late, at(joined, { site: 'honolulu', time: '08:00' }).personDay());
    assert.match(late ?? '', /2026-12-08/);
    assert.match(at(placed, { site: 'honolulu', time: '21:30' }).appointment() ?? '', /2026-12-08/);
  });

  it('counts for the hours of sending where zone, ZIP code and phone of the row say nothing, before the campaign', () => {
    const zonesOf = (cells: Cells) => at(placed, { site: 'honolulu', ...cells }).message().reach?.zones;
    const cells = { zone: 'America/Chicago', zip: '10001', phone: '(415) 555-0100' };
    assert.deepEqual(zonesOf(cells), ['America/Chicago']);
    assert.deepEqual(zonesOf({ ...cells, zone: 'UTC' }), ['America/New_York']);
    assert.deepEqual(zonesOf({ phone: cells.phone }), ['America/Los_Angeles']);
    assert.deepEqual(zonesOf({}), ['Pacific/Honolulu']);
    assert.equal(zonesOf({ site: '' }), undefined);
    assert.equal(zonesOf({ site: 'Nampa' }), undefined);
    assert.equal(zonesOf({ site: 'here' }), undefined);
    // seven in Honolulu is before its window, whatever the campaign's clock says
    const early = at(placed, { site: 'honolulu', time: '07:00' }).message();
    assert.equal(early.sendAt, '2026-12-07T19:00:00.000Z');
    assert.equal(at({ ...placed, clock: 'campaign' }, { site: 'honolulu' }).message().reach, undefined);
  });

  it('leaves the firings of a rule to the campaign, and quiet hours to the recipient', () => {
    const every = { every: 'FREQ=DAILY', start: '2026-12-01T09:00' };
    const recurring = at({ ...placed, schedule: every }, { site: 'honolulu' });
    assert.equal(recurring.due(), '2026-12-01T07:00:00.000Z');
    const sms = {
      ...placed,
      quietHours: true,
      channels: [{ channel: 'sms', template: 'Hi' }],
      schedule: { offsetDays: [1] },
    } as Definition;
    // five in the morning in Phoenix is seven in New York
    const { sendAt, reach } = at(sms, { site: 'phoenix', time: '05:00', phone: '(212) 555-0100' }).message();
    assert.deepEqual([sendAt, reach], ['2026-12-07T13:00:00.000Z', { zones: ['America/New_York'], regions: ['US-NY'] }]);
  });
});

describe('a row that names a location nobody knows', () => {
  const told = { ...placed, channels: [{ channel: 'sms', template: 'At {{ location.name }}' }] } as Definition;
  const phone = '(208) 555-0100';

  it('is rejected by a message that tells of it, unless that has words for it', () => {
    const why = (cells: Cells, definition = told, named?: SiteNamed) => {
      const made = at(definition, { phone, ...cells }, named).assembled();
      return made.kind === 'message' ? made.body : made.kind === 'rejected' ? [made.code, made.field, made.value] : made.kind;
    };
    assert.equal(why({ site: 'PHOENIX' }), 'At PHOENIX');
    assert.deepEqual(why({ site: 'Nampa' }), ['location_invalid', 'location', 'Nampa']);
    assert.deepEqual(why({}), ['field_missing', 'location', '']);
    assert.deepEqual(
      why({ site: 'Nampa' }, told, () => undefined),
      ['location_invalid', 'location', 'Nampa'],
    );
    const address = { ...told, channels: [{ channel: 'sms', template: 'At {{ location.address }}' }] } as Definition;
    assert.deepEqual(why({ site: 'phoenix' }, address), ['field_missing', 'location.address', '']);
    const without = { ...told, channels: [{ channel: 'sms', template: "At {{ location.address | default: 'home' }}" }] } as Definition;
    assert.equal(why({ site: 'Nampa' }, without), 'At home');
    const asked = {
      ...told,
      channels: [{ channel: 'sms', template: 'At{% if location.name %} {{ location.name }}{% else %} x{% endif %}' }],
    };
    assert.deepEqual([why({ site: 'Nampa' }, asked as Definition), why({ site: 'here' }, asked as Definition)], ['At x', 'At here']);
  });

  it('is counted once, and so is none that is empty or of a company without locations', () => {
    assert.deepEqual(at(told, { phone, site: 'Nampa' }).notes(), ['location_invalid']);
    assert.deepEqual(at(told, { phone, site: 'here' }).notes(), []);
    assert.deepEqual(at(told, { phone }).notes(), []);
    const compiled = compileDefinition(told);
    assert.equal(withSites(compiled, undefined), compiled);
  });

  it('still says its own word where a text names the column alone', () => {
    const column = { ...told, channels: [{ channel: 'sms', template: 'At {{ location }}, {{ campaign.name }}' }] } as Definition;
    const made = at(column, { phone, site: 'phoenix' }).message();
    assert.equal(made.body, `At phoenix, ${placed.name}`);
    const looped = {
      ...told,
      channels: [{ channel: 'sms', template: '{% if campaign.name %}At {{ location }}{% endif %}' }],
    } as Definition;
    assert.equal(at(looped, { phone, site: 'phoenix' }).message().body, 'At phoenix');
  });

  it('is news where a row moves to another location that its message tells', () => {
    const says = (site: string) => at(told, { phone, site }).message().says.text;
    assert.notEqual(says('phoenix'), says('here'));
    assert.equal(says('phoenix'), says('phoenix'));
  });
});
