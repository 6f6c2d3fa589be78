import assert from 'node:assert/strict';
import type { Row } from '#projections/projection.ts';
import { saidBeforehand, storyOf } from '../support/said-beforehand.ts';
import { recorded } from '../support/story.ts';
import { contentOf, projected, rowsOf } from '../support/tables.ts';

const after = (stream: string, table: string, n: number): Row => rowsOf(projected(recorded(storyOf(stream).slice(0, n))), table)[0]!;

describe('what is said before anything is sent', () => {
  it('a template: its newest words, the names in them, and who said so', () => {
    const first = after('template-tpl_a', 'message_templates', 1);
    assert.deepEqual(
      [first['version'], first['template_content'], first['variables']],
      [1, '"Hi {{ firstName | name }}"', '["firstName"]'],
    );
    const { version, variables, status, created_by, changed_by, created_at, changed_at } = after('template-tpl_a', 'message_templates', 3);
    assert.deepEqual([version, variables, status, created_by, changed_by], [2, '["firstName","clinic"]', 'retired', 'usr_ana', 'usr_cy']);
    assert.deepEqual([created_at, changed_at], ['2026-11-02 15:00:00.000', '2026-11-02 15:02:00.000']);
  });

  it('messages that go later: when, how many, by whose word', () => {
    const row = (n: number) => after('packet-pkt_s', 'scheduled_messages', n);
    assert.deepEqual([row(1)['scheduled_at'], row(1)['recipients'], row(1)['created_by']], ['2026-11-02 16:00:00.000', 0, 'key_a']);
    assert.deepEqual([row(3)['scheduled_at'], row(3)['recipients'], row(3)['changed_by']], ['2026-11-02 16:30:00.000', 3, 'usr_ana']);
    assert.deepEqual([row(4)['status'], row(4)['changed_by']], ['canceled', 'usr_bo']);
    const first = saidBeforehand['packet-pkt_s']![0]!;
    const { startsAt: _, ...atOnce } = first.data as Row;
    const { source: __, ...file } = first.data as Row;
    for (const data of [atOnce, file]) {
      const events = recorded([{ stream: 'packet-pkt_s', events: [{ ...first, data }] }]);
      assert.deepEqual(rowsOf(projected(events), 'scheduled_messages'), []);
    }
  });

  it('routes of a company: the rules that stand, and how many ways are stopped', () => {
    const row = (n: number) => after('company-co_said', 'routing_rules', n);
    assert.deepEqual([row(1)['rules'], row(1)['stopped_ways'], row(1)['set_by']], ['[]', 1, null]);
    assert.deepEqual(
      [JSON.parse(String(row(2)['rules'])), row(2)['rule_count'], row(2)['stopped_ways']],
      [(saidBeforehand['company-co_said']![1]!.data as Readonly<{ routes: unknown }>).routes, 1, 0],
    );
    assert.deepEqual([row(3)['stopped_ways'], row(4)['stopped_ways'], row(4)['set_by']], [1, 0, 'usr_ana']);
  });

  it('is the same told twice, in other batches, and with the streams in another order', () => {
    const names = Object.keys(saidBeforehand);
    const events = recorded(storyOf(...names));
    const once = projected(events);
    assert.deepEqual(projected(events, { records: 2, tables: projected(events, { records: 3 }) }), once);
    const own = (tables: ReturnType<typeof projected>) => {
      // a packet names the request that it came by, which is numbered by its place in the story
      const { packets: _, ...others } = contentOf(tables) as Readonly<Record<string, unknown>>;
      return others;
    };
    assert.deepEqual(own(projected(recorded(storyOf(...names.toReversed())))), own(once));
  });
});
