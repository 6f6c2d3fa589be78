import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { assemble, dueOf, personDayIn, type Assembled, type Row } from '#domain/message/assemble.ts';
import { appointmentIn } from '#domain/message/appointment-in.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { reminder } from '../../support/campaigns.ts';

const now = '2026-12-06T17:00:00.000Z';
const header = ['id', 'first', 'phone', 'mail', 'psid', 'igsid', 'date', 'time', 'language'];
const cells = ['P-17', 'SANDRA', '(208) 555-0100', 'Sandra@Example.com', '617283940516', '617283940517', '2026-12-08', '12:45', ''];
const fields = {
  person: 'id',
  firstName: 'first',
  phone: 'phone',
  email: 'mail',
  messengerId: 'psid',
  instagramId: 'igsid',
  appointmentDate: 'date',
  appointmentTime: 'time',
};

const rowOf = (change: Readonly<Record<string, string>> = {}): Row => ({
  row: 2,
  cells: header.map((name, i) => change[name] ?? cells[i] ?? ''),
});

const campaign = (channels: unknown, change: object = {}) => {
  const definition: Definition = readDefinition({ ...reminder, filters: [], fields, schedule: 'now', limits: {}, channels, ...change });
  const compiled = compileDefinition(definition);
  const bound = bindColumns(definition, header);
  assert.ok(bound.kind === 'bound');
  return { compiled, binding: bound.binding };
};

const all = (channels: unknown, row = rowOf(), change: object = {}): readonly Assembled[] => {
  const given = campaign(channels, change);
  return given.compiled.touches.map((touch) => assemble({ ...given, row, touch, now }));
};

/** What goes to whom, of a campaign with one channel. */
const sent = (channel: object, row = rowOf(), change: object = {}) => {
  const [made] = all([channel], row, change);
  if (made?.kind !== 'message') return made;
  const { from, to, body, content, segments } = made;
  return { from, to, body, ...(content === undefined ? {} : { content }), segments };
};

const number = '+12085550199';
const phone = '+12085550100';
const html = '<p>Hi {{ firstName | name }}, see you on {{ appointmentAt | date }}.</p>';

describe('a message of a channel', () => {
  it('that is a text is counted in segments', () => {
    const template = `Hi {{ firstName | name }}. ${'x'.repeat(170)}`;
    assert.deepEqual(sent({ channel: 'sms', template }), { from: number, to: phone, body: `Hi Sandra. ${'x'.repeat(170)}`, segments: 2 });
  });

  it('that has a picture is one, however long its text is', () => {
    const template = { text: 'x'.repeat(400), media: ['https://example.com/{{ firstName }}.png'] };
    const content = { media: ['https://example.com/SANDRA.png'] };
    assert.deepEqual(sent({ channel: 'mms', template }), { from: number, to: phone, body: 'x'.repeat(400), content, segments: 1 });
  });

  it('that is an approved text carries its values, and shows them', () => {
    const whatsapp = { content: 'HX01', variables: { 1: '{{ firstName | name }}', 2: '{{ appointmentAt | date: "short" }}' } };
    const content = { approved: 'HX01', variables: { 1: 'Sandra', 2: 'Tue, Dec 8' } };
    const shown = sent({ channel: 'whatsapp', template: { whatsapp } });
    assert.deepEqual(shown, { from: number, to: phone, body: 'Sandra · Tue, Dec 8', content, segments: 1 });
    const told = sent({ channel: 'whatsapp', template: { text: 'See you, {{ firstName }}', whatsapp } });
    assert.deepEqual(told, { from: number, to: phone, body: 'See you, SANDRA', content, segments: 1 });
    const bare = sent({ channel: 'whatsapp', template: { whatsapp: { content: 'HX02', variables: {} } } });
    assert.deepEqual(bare, { from: number, to: phone, body: 'HX02', content: { approved: 'HX02', variables: {} }, segments: 1 });
  });

  it('that is a plain text on WhatsApp, Messenger or Instagram is that text', () => {
    assert.deepEqual(sent({ channel: 'whatsapp', template: 'Hi' }), { from: number, to: phone, body: 'Hi', segments: 1 });
    const page = '1029384756';
    assert.deepEqual(sent({ channel: 'messenger', from: page, template: 'Hi' }), {
      from: page,
      to: '617283940516',
      body: 'Hi',
      segments: 1,
    });
    assert.deepEqual(sent({ channel: 'instagram', from: page, template: 'Hi' }), {
      from: page,
      to: '617283940517',
      body: 'Hi',
      segments: 1,
    });
  });

  it('that is a voice has its script, words for machines, and a language', () => {
    const template = {
      text: 'not said',
      voice: 'Hello {{ firstName | name }}. Press 1.',
      voiceMachine: 'Call us, {{ firstName | name }}.',
    };
    const content = { machine: 'Call us, Sandra.', locale: 'en-US' };
    assert.deepEqual(sent({ channel: 'voice', template }), {
      from: number,
      to: phone,
      body: 'Hello Sandra. Press 1.',
      content,
      segments: 1,
    });
    const plain = { from: number, to: phone, body: 'Hi', content: { locale: 'en-US' }, segments: 1 };
    assert.deepEqual(sent({ channel: 'voice', template: 'Hi' }), plain);
  });

  it('that is a voice speaks as the row says, else as the campaign does', () => {
    const spoken = (language: string, change: object = {}) => {
      const made = sent({ channel: 'voice', template: 'Hi' }, rowOf({ language, phone }), {
        fields: { ...fields, locale: 'language' },
        ...change,
      });
      return made && 'content' in made ? made.content?.locale : undefined;
    };
    assert.deepEqual([spoken('Spanish'), spoken('es-MX'), spoken('')], ['es-US', 'es-MX', 'en-US']);
    assert.equal(spoken('', { locale: 'pt', region: 'BR' }), 'pt-BR');
  });

  it('that is an e-mail has a subject of one line, HTML, and a text that says the same', () => {
    const from = 'clinic@example.com';
    const subject = 'See you,\n {{ firstName }}';
    const written = '<p>Hi Sandra, see you on Tuesday, December 8, 2026.</p>';
    const content = { subject: 'See you, SANDRA', html: written };
    const to = 'Sandra@example.com';
    const inHtml = sent({ channel: 'email', from, template: { subject, html } });
    assert.deepEqual(inHtml, { from, to, body: 'Hi Sandra, see you on Tuesday, December 8, 2026.', content, segments: 1 });
    const both = sent({ channel: 'email', from, template: { subject, html, text: 'In plain' } });
    assert.deepEqual(both, { from, to, body: 'In plain', content, segments: 1 });
    const inPlain = sent({ channel: 'email', from, template: { subject, text: 'In plain' } });
    assert.deepEqual(inPlain, { from, to, body: 'In plain', content: { subject: content.subject }, segments: 1 });
    const picture = '<img src="https://example.com/a.png">';
    const pictured = sent({ channel: 'email', from, template: { subject, html: picture } });
    assert.deepEqual(pictured, { from, to, body: content.subject, content: { subject: content.subject, html: picture }, segments: 1 });
  });

  it('escapes values in HTML, and nowhere else', () => {
    const made = sent(
      { channel: 'email', from: 'a@example.com', template: { subject: '{{ firstName }}', html: '<p>{{ firstName }}</p>' } },
      rowOf({ first: 'A & <b>' }),
    );
    assert.ok(made && 'content' in made);
    assert.deepEqual(made.content, { subject: 'A & <b>', html: '<p>A &amp; &lt;b&gt;</p>' });
  });

  it('is finished by the filters for whole messages, wherever it says something', () => {
    const filters = [{ replace: 'SANDRA', with: 'you' }];
    const machine = sent({ channel: 'voice', template: { voice: 'Hi {{ firstName }}', voiceMachine: 'Oh {{ firstName }}' } }, rowOf(), {
      filters,
    });
    assert.deepEqual(machine && 'content' in machine && [machine.body, machine.content?.machine], ['Hi you', 'Oh you']);
    const whatsapp = { content: 'HX', variables: { 1: '{{ firstName }}' } };
    const approved = sent({ channel: 'whatsapp', template: { whatsapp } }, rowOf(), { filters });
    assert.deepEqual(approved && 'content' in approved && approved.content?.variables, { 1: 'you' });
  });

  it('wants of a row what its own variants name, and nothing that is for other channels', () => {
    const template = { text: 'Hi', subject: '{{ nobody }}', html: '<p>{{ nobody }}</p>', voice: '{{ nobody }}' };
    assert.equal(sent({ channel: 'sms', template })?.['body' as never], 'Hi');
    const lacking = all([{ channel: 'email', from: 'a@example.com', template }])[0];
    assert.deepEqual(lacking, { kind: 'rejected', code: 'field_missing', field: 'nobody', value: '' });
  });

  it('is too long past what its channel takes', () => {
    const long = (channel: string, length: number) => {
      const text = `{{ firstName }}${'x'.repeat(length % 4_000)}`.concat('{{ firstName }}'.repeat(Math.floor(length / 4_000)));
      const made = all(
        [{ channel, from: channel === 'instagram' ? '12345' : number, template: text }],
        rowOf({ first: 'y'.repeat(4_000) }),
      )[0];
      return made?.kind === 'rejected' ? made.code : made?.kind;
    };
    for (const channel of ['whatsapp', 'voice', 'instagram']) assert.equal(long(channel, 100), 'too_long', channel);
  });
});

describe('a row of a campaign with several channels', () => {
  const channels = [
    { channel: 'sms', template: 'Hi' },
    { channel: 'email', from: 'a@example.com', template: { subject: 's', text: 'Hi' } },
    { channel: 'voice', template: 'Hi' },
  ];
  const kinds = (row: Row): readonly string[] => all(channels, row).map((one) => ('code' in one ? one.code : one.kind));

  it('is judged channel by channel', () => {
    assert.deepEqual(kinds(rowOf()), ['message', 'message', 'message']);
    assert.deepEqual(kinds(rowOf({ phone: '' })), ['phone_missing', 'message', 'phone_missing']);
    assert.deepEqual(kinds(rowOf({ mail: 'none' })), ['message', 'email_invalid', 'message']);
    assert.deepEqual(kinds(rowOf({ phone: '+442079460018' })), ['phone_landline', 'message', 'message']);
    assert.deepEqual(
      all(channels, { ...rowOf(), fault: 'row_too_wide' }).map((one) => 'code' in one && one.code),
      Array(3).fill('row_too_wide'),
    );
  });

  it('waits for its day on those that reach the person, and is reported at once on the others', () => {
    const given = campaign(channels, { schedule: { offsetDays: [1] } });
    const [sms, email] = dueOf({ ...given, row: rowOf({ phone: '' }), now });
    assert.deepEqual([sms, email], [now, '2026-12-07T07:00:00.000Z']);
  });

  it('claims for each of them', () => {
    const claims = all(channels).map((one) => (one.kind === 'message' ? one.claimText : ''));
    assert.equal(new Set(claims).size, 3);
  });

  it('is known with its appointment by the first that reaches the person', () => {
    const given = campaign(channels, { fields: { ...fields, appointment: 'language' } });
    const of = (change: Readonly<Record<string, string>>) => appointmentIn({ ...given, row: rowOf({ language: 'A1', ...change }) })?.id;
    assert.deepEqual([of({}), of({ phone: '' }), of({ phone: '', mail: '' })], ['["A1"]', '["A1"]', undefined]);
  });

  it('is joined where one inbox has several appointments, and not where they go to two', () => {
    const together = [
      {
        channel: 'email',
        from: 'a@example.com',
        template: { subject: 's', text: '{% for one in appointments %}{{ one.time }} {% endfor %}' },
      },
    ];
    const given = campaign(together, { join: 'personDay' });
    const [touch] = given.compiled.touches;
    assert.ok(touch);
    const rows = [rowOf(), { ...rowOf({ time: '15:00' }), row: 3 }, { ...rowOf({ time: '16:00', mail: 'other@example.com' }), row: 4 }];
    const bodies = rows.map((row) => {
      const made = assemble({ ...given, row, touch, now, joined: rows });
      return made.kind === 'message' ? [made.to, made.body, made.head] : made;
    });
    assert.deepEqual(bodies, [
      ['Sandra@example.com', '12:45 15:00', undefined],
      ['Sandra@example.com', '12:45 15:00', 2],
      ['other@example.com', '16:00', undefined],
    ]);
    assert.notEqual(personDayIn({ ...given, row: rows[0]! }), undefined);
  });
});
