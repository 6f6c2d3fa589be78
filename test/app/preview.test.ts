import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { lookUpIn } from '#app/look-up-in.ts';
import { preview, type Preview } from '#app/preview.ts';
import { rowsTogether } from '#app/rows-together.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { wantedFields } from '#domain/message/wanted-fields.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { FileUnreadable } from '#ports/row-reader.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, askingOf, load, numbers, people, phoneOf, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType, story } from '../support/house-story.ts';

const day = '2026-11-12';

describe('a preview', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const previewOf = (content: string, definition: Definition = sendNow, row?: number): Promise<Preview> =>
    preview({
      reader: test.house.rows,
      file: { open: async (start) => Readable.from([Buffer.from(content).subarray(start)]), name: 'people.csv' },
      definition,
      lookUp: lookUpIn(test.house, askingOf(definition)),
      now: test.clock.now(),
      row,
      price: 0.01,
    });

  it('counts what would be sent, and stores nothing', async () => {
    await activeCampaign(test, remind);
    const before = await story(test);
    const made = await previewOf(people(1_200, { day }), remind);
    assert.deepEqual(
      [made.rows, made.touches, made.messages, made.byChannel, made.segments, made.cost],
      [1_200, 1_200, 1_200, { sms: 1_200 }, 1_200, 12],
    );
    assert.deepEqual(made.when, [{ day: '2026-11-10', hour: 10, messages: 1_200 }]);
    assert.equal(made.movedByWindow, 0);
    assert.deepEqual(made.columns, { person: 'id', firstName: 'name', phone: 'phone', appointmentDate: 'date', appointmentTime: 'time' });
    assert.equal((await story(test)).length, before.length);
    for (const collection of ['packets', 'rowChunks', 'queue', 'claims']) {
      assert.deepEqual(await test.house.documents.due(collection, '9999', 10), [], collection);
    }
  });

  it("says what the campaign's limits hold back, and that some of it comes to nothing", async () => {
    const { heldBack } = await previewOf(people(50), { ...sendNow, limits: { perDay: 10 } });
    assert.deepEqual(heldBack, { perDay: 10, until: '2026-11-05', expiring: 10 });
  });

  it('names what the template wants and nothing in the file answers to', async () => {
    const template = 'Hi {{ firstName }}, {{ room | default: "ground floor" }}, {{ phone }}, {{ id }}.';
    const made = await previewOf(people(2), { ...sendNow, channels: [{ channel: 'sms', template }] });
    assert.deepEqual([made.messages, made.unknownNames], [2, ['room']]);
    assert.deepEqual((await previewOf(people(2))).unknownNames, []);
  });

  it('names the problems with their rows, columns and cells', async () => {
    const made = await previewOf(
      `id,name,phone,date,time\n\nP1,Ana,12,${day},10:00\nP2,Ben,${phoneOf(1)},soon,10:00\nP3,,${phoneOf(2)},${day},9:00\n`,
      remind,
    );
    assert.deepEqual(made.rejected, { phone_invalid: 1, date_invalid: 1, field_missing: 1 });
    assert.deepEqual(
      made.problems.map(({ row, column, cell, code }) => [row, column, cell, code]),
      [
        [3, 'phone', '12', 'phone_invalid'],
        [4, 'date', 'soon', 'date_invalid'],
        [5, 'name', '', 'field_missing'],
      ],
    );
    for (const { words } of made.problems) assert.match(words, /^[A-Z].*\.$/);
  });

  it('tells of fifty problems and counts the others', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `P${n},Ana,none`);
    const made = await previewOf(['id,name,phone', ...lines, ''].join('\n'));
    assert.deepEqual([made.problems.length, made.moreProblems, made.rejected], [50, 10, { phone_invalid: 60 }]);
  });

  it('finds duplicates within the file, those that were sent before, and who opted out', async () => {
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(3));
    await settle(test);
    await test.house.documents.write([{ path: suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(4) }), data: {} }]);
    const twice = people(2, { from: 5 }).split('\n').slice(1).join('\n');
    const made = await previewOf(`${people(7)}${twice}`);
    assert.deepEqual(made.skipped, { duplicate: 5, opted_out: 1 });
    assert.deepEqual(made.duplicates, { known: 3, inFile: 2 });
    assert.equal(made.messages, 3);
  });

  it('tells a newer word about an appointment from the same again', async () => {
    const definition: Definition = { ...remind, name: 'Corrects', corrections: true };
    const campaignId = await activeCampaign(test, definition);
    await load(test, campaignId, people(4, { day }));
    test.clock.set('2026-11-10T08:00:00.000Z');
    await settle(test);
    const moved = people(4, { day }).replaceAll('10:00', '11:00');
    const mixed = [...people(2, { day }).trimEnd().split('\n'), ...moved.trimEnd().split('\n').slice(3), ''].join('\n');
    const waiting = await previewOf(mixed, definition);
    assert.deepEqual([waiting.messages, waiting.skipped, waiting.changes], [2, { duplicate: 2 }, { replaced: 2, corrected: 0 }]);
    test.clock.set('2026-11-10T17:30:00.000Z');
    await settle(test);
    const sent = await previewOf(mixed, definition);
    assert.deepEqual([sent.messages, sent.skipped, sent.changes], [0, { duplicate: 2, corrected: 2 }, { replaced: 0, corrected: 2 }]);
    assert.equal((await previewOf(mixed, { ...definition, corrections: false })).skipped['duplicate'], 4);
  });

  it('decides as loading and queueing do', async () => {
    const definition: Definition = {
      ...remind,
      name: 'Limits',
      limits: { perPersonPerDay: 1 },
      dedupe: ['day', 'person', 'practitioner', 'contactPoint'],
    };
    const campaignId = await activeCampaign(test, definition);
    const lines = [
      ...people(5, { day }).trimEnd().split('\n'),
      `P1,Person 1,${phoneOf(1)},${day},11:00`,
      `P1,Person 1,${phoneOf(77)},${day},11:00`,
      `P9,Person 9,${phoneOf(9)},2026-11-01,10:00`,
      'P10,Person 10,none,2026-11-12,10:00',
      '',
    ].join('\n');
    const made = await previewOf(lines, definition);
    await load(test, campaignId, lines);
    test.clock.set('2026-11-10T08:00:00.000Z');
    await settle(test);
    const events = await story(test);
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    assert.equal(made.messages, count('MessageQueued'));
    assert.equal(
      Object.values(made.rejected).reduce((sum, one) => sum + one, 0),
      count('TouchRejected'),
    );
    assert.equal(
      Object.values(made.skipped).reduce((sum, one) => sum + one, 0),
      count('TouchSkipped'),
    );
  });

  describe('of a campaign that joins', () => {
    const together: Definition = {
      ...remind,
      fields: { ...remind.fields, practitioner: 'doctor' },
      channels: [
        {
          channel: 'sms',
          template: '{{ firstName }}:{% for one in appointments %} {{ one.time }} {{ one.practitioner }}{% endfor %}',
        },
      ],
      join: 'personDay',
    };
    const visit = (n: number, time: string, { doctor = 'A', on = day, phone = phoneOf(n) } = {}): string =>
      `P${n},Person ${n},${phone},${doctor},${on},${time}`;
    const file = (...lines: readonly string[]): string => ['id,name,phone,doctor,date,time', ...lines, ''].join('\n');
    const others = Array.from({ length: 1_200 }, (_, n) => visit(n + 100, '11:00'));
    const content = file(
      visit(1, '14:00', { doctor: 'B' }),
      visit(2, '10:00'),
      visit(1, 'noon'),
      visit(3, '09:30', { phone: 'none' }),
      visit(4, '15:00'),
      ...others,
      visit(1, '10:00'),
      visit(1, '11:00', { on: '2026-11-13' }),
      visit(4, '16:00', { doctor: 'C' }),
    );

    it('decides as queueing does, wherever the rows of a person stand', async () => {
      const definition = { ...together, name: 'Joins' };
      const campaignId = await activeCampaign(test, definition);
      const made = await previewOf(content, definition);
      assert.deepEqual([made.rows, made.touches, made.joined, made.rejected], [1_208, 1_208, 2, { time_invalid: 1, phone_invalid: 1 }]);
      await load(test, campaignId, content);
      test.clock.set('2026-11-11T08:00:00.000Z');
      await settle(test);
      const types = await countTypes(test);
      assert.deepEqual([made.messages, made.joined], [types['MessageQueued'], types['TouchJoined']]);
      const segments = (await ofType(test, 'MessageQueued')).reduce((sum, { data }) => sum + data.segments, 0);
      assert.equal(made.segments, segments);
      const again = await previewOf(content, definition);
      assert.deepEqual(
        [again.messages, again.joined, again.skipped, again.duplicates],
        [0, 0, { duplicate: 1_206 }, { known: 1_206, inFile: 0 }],
      );
    });

    it('shows the message of them all, and where a row is told', async () => {
      const definition = { ...together, name: 'Shows' };
      const [head] = (await previewOf(content, definition, 1_207)).shown ?? [];
      assert.equal(head && 'body' in head && head.body, 'Person 1: 10:00 A 14:00 B');
      assert.deepEqual((await previewOf(content, definition)).unknownNames, []);
      assert.ok(!Object.hasOwn(wantedFields(definition), 'appointments'));
      const [told] = (await previewOf(content, definition, 2)).shown ?? [];
      assert.equal(told && 'code' in told && told.code, 'joined');
    });

    it('says of people who opted out that none of their rows is told', async () => {
      await test.house.documents.write([{ path: suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(1) }), data: {} }]);
      const made = await previewOf(file(visit(1, '14:00'), visit(1, '10:00')), { ...together, name: 'Out' });
      assert.deepEqual([made.messages, made.joined, made.skipped], [0, 0, { opted_out: 2 }]);
    });

    it('tells of twenty appointments in a message, as queueing does', async () => {
      const visits = Array.from({ length: 22 }, (_, n) => visit(1, `1${Math.floor(n / 4)}:${(n % 4) * 15 || '00'}`));
      const made = await previewOf(file(...visits), { ...together, name: 'Twenty' });
      assert.deepEqual([made.messages, made.joined, made.skipped, made.duplicates.inFile], [1, 19, { duplicate: 2 }, 2]);
    });

    it('keeps back no more rows than it may', async () => {
      const compiled = compileDefinition(together);
      const header = ['id', 'name', 'phone', 'doctor', 'date', 'time'];
      const bound = bindColumns(together, header);
      assert.ok(bound.kind === 'bound');
      const twice = [...numbers(10), ...numbers(10)].map((n, at) => ({ row: at + 2, cells: visit(n, '10:00').split(',') }));
      const rows = async function* () {
        for (const row of twice) yield await Promise.resolve(row);
      };
      const joins = { compiled, binding: bound.binding, again: () => Promise.resolve(rows()), mostHeld: 4 };
      const told: number[] = [];
      let waits = 0;
      for await (const some of rowsTogether(rows(), joins)) {
        waits += 1 - some.length;
        assert.ok(waits <= 4, String(waits));
        told.push(...some.map(({ row }) => row.row));
      }
      assert.deepEqual(
        told.toSorted((one, other) => one - other),
        twice.map(({ row }) => row),
      );
    });
  });

  it('shows a row as its recipient will see it, or why there will be nothing', async () => {
    const content = `${people(2, { day })}P3,Zoë,none,${day},10:00\n`;
    const [good] = (await previewOf(content, remind, 3)).shown ?? [];
    assert.deepEqual(good, {
      row: 3,
      channel: 'sms',
      from: '+12085550199',
      to: phoneOf(1),
      body: 'Hi Person 1, see you on Nov 12.',
      sendAt: '2026-11-10T17:00:00.000Z',
      localTime: '2026-11-10 10:00',
      segments: 1,
      encoding: 'GSM-7',
    });
    const [bad] = (await previewOf(content, remind, 4)).shown ?? [];
    assert.deepEqual(bad && 'code' in bad && bad.code, 'phone_invalid');
    await assert.rejects(previewOf(content, remind, 99), (error) => error instanceof Refusal && error.code === 'row_unknown');
  });

  it('shows the longest message, and the first whose characters cost more', async () => {
    const made = await previewOf(`id,name,phone\nP1,Ana,${phoneOf(1)}\nP2,Ana ő Ő,${phoneOf(2)}\nP3,Maximiliana Guadalupe,${phoneOf(3)}\n`);
    assert.deepEqual([made.first?.row, made.longest?.row, made.special?.row], [2, 4, 3]);
    assert.deepEqual(
      made.special?.costly?.map(({ character, count }) => [character, count]),
      [
        ['ő', 1],
        ['Ő', 1],
      ],
    );
    assert.deepEqual(made.encodings, { 'GSM-7': 2, 'UCS-2': 1 });
  });

  it('says how many leave later because of a window', async () => {
    const early = `P1,Ana,${phoneOf(1)},${day},06:30\nP2,Ben,${phoneOf(2)},${day},11:00\n`;
    const made = await previewOf(`id,name,phone,date,time\n${early}`, remind);
    assert.equal(made.movedByWindow, 1);
    assert.deepEqual(
      made.when.map(({ hour }) => hour),
      [10, 11],
    );
  });

  it('refuses a file that lacks a column, and one that is no table', async () => {
    await assert.rejects(
      previewOf('id,name\nP1,Ana\n'),
      (error) => error instanceof Refusal && error.code === 'column_missing' && /"id", "name"/.test(error.message),
    );
    await assert.rejects(previewOf(''), (error) => error instanceof FileUnreadable && error.code === 'file_empty');
  });
});
