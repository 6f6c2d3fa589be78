import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoResult } from '#wiring/demo-result.ts';
import { carillon, dataFolder, nobodyLeft, printed, type DataFolder, type Ended } from '../support/carillon.ts';
import { acceptedIn, outcomeOf, sentTwice } from './demo-outcome.ts';

const examples = join(import.meta.dirname, '../../examples');
const appointments = join(examples, 'appointments.csv');

const none = { joined: 0, waiting: 0, followUps: 0, read: 0, failed: 0, expired: 0, canceled: 0, in_doubt: 0 };
const replies = { confirm: 0, cancel: 0, reschedule: 0, stop: 0, unclear: 0 };
const checks = { touches_add_up: true, log_equals_mysql: true, log_equals_simulator: true };
/** examples/README.md says which rows these are. */
const known = {
  ...none,
  rows: 119,
  touches: 119,
  messages: 102,
  sent: 102,
  delivered: 95,
  undelivered: 7,
  replies,
  checks,
  rejected: { date_invalid: 2, date_missing: 1, phone_invalid: 3, phone_missing: 2, row_too_wide: 1, row_unreadable: 1, time_invalid: 1 },
  skipped: { duplicate: 5, person_limit: 1 },
};

describe('carillon demo', () => {
  let folder: DataFolder;
  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    await nobodyLeft(folder.path);
    folder.remove();
  });

  const demo = (...args: readonly string[]): Promise<Ended> => carillon(['demo', '--json', '--data', folder.path, ...args]);
  const ledger = () => acceptedIn(join(folder.path, 'simulator/ledger.jsonl'));

  it('gives every row of the example its due, and the same again without sending anything twice', async () => {
    const first = await demo('--file', appointments);
    assert.equal(first.code, 0, first.stderr);
    assert.deepEqual(outcomeOf(printed(first)), known);
    assert.equal(first.stdout.trimEnd().split('\n').length, 1, 'one object and nothing else on stdout');
    const accepted = await ledger();
    assert.deepEqual(sentTwice(accepted), []);
    assert.equal(accepted.size, 102);

    const second = await demo('--file', appointments);
    assert.equal(second.code, 0, second.stderr);
    assert.deepEqual(outcomeOf(printed(second)), known);
    assert.deepEqual(await ledger(), accepted);

    const messages = [...accepted.keys()];
    const to = (phone: string): string => messages.find((message) => message.startsWith(phone)) ?? 'nothing';
    assert.match(to('+12085550605'), /Hi Finn, you see Dr\. Samuel Ortiz on Wed Dec 2 at 10:00 AM\. Reply C/);
    assert.match(to('+15035550161'), /Hi Noor, you see Dr\. Samuel Ortiz on Thu Dec 3 at 2:15 PM\./);
    assert.match(to('+13055550198'), /Hi Chloé, /);
  });

  it('comes to the same through Telnyx', async () => {
    const ended = await demo('--file', appointments, '--provider', 'telnyx');
    assert.equal(ended.code, 0, ended.stderr);
    assert.deepEqual(outcomeOf(printed(ended)), known);
    const accepted = await acceptedIn(join(folder.path, 'simulator/telnyx.jsonl'));
    assert.deepEqual([accepted.size, sentTwice(accepted)], [102, []]);
  });

  it('takes another campaign and another time', async () => {
    const ended = await demo('--file', appointments, '--campaign', join(examples, 'now.json'), '--now', '2026-12-01T16:00:00Z');
    assert.equal(ended.code, 0, ended.stderr);
    const result = printed<DemoResult>(ended);
    // without days and hours only phones and broken rows can be wrong, and two visits with one doctor are one
    assert.deepEqual(result.rejected, { phone_invalid: 3, phone_missing: 2, row_too_wide: 1, row_unreadable: 1 });
    assert.deepEqual(result.skipped, { duplicate: 5 });
    assert.deepEqual([result.messages, result.sent, result.delivered, result.undelivered], [107, 107, 99, 8]);
  });

  it('skips what is past at the time it is told', async () => {
    const ended = await demo('--file', appointments, '--now', '2026-12-02T18:00:00Z');
    assert.equal(ended.code, 0, ended.stderr);
    const result = printed<DemoResult>(ended);
    assert.deepEqual(result.skipped, { duplicate: 3, past_window: 44 });
    assert.equal(result.messages, 61);
    assert.deepEqual(result.checks, checks);
  });

  it('counts what people write back, and thanks them once, where they are told to', async () => {
    const ended = await demo('--file', appointments, '--replies', '0.5');
    assert.equal(ended.code, 0, ended.stderr);
    const { replies: said, followUps, messages, sent, checks: held } = outcomeOf(printed(ended)) as DemoResult;
    assert.deepEqual([messages, sent, held], [102, 102 + followUps, checks]);
    const status = await carillon(['status', '--json', '--data', folder.path]);
    const [campaignId = ''] = /cmp_[a-z0-9]+/.exec(status.stdout) ?? [];
    const file = await carillon(['answers', '--campaign', campaignId, '--day', '2026-11-30', '--csv', '--data', folder.path]);
    assert.match(file.stdout, /^\uFEFFpatient_id,appointment_id,.*,notes,Answer,Answered at \(UTC\),Answered by,Reply\r\n/);
    assert.ok([...file.stdout.matchAll(/,(?:confirm|cancel|reschedule|unclear),2026-1[12]-\d\d [^,]*,sms,/g)].length > 5, file.stdout);
    const inbox = await carillon(['inbox', 'list', '--json', '--data', folder.path]);
    assert.equal((JSON.parse(inbox.stdout) as unknown[]).length, said.unclear);
    assert.ok(said.confirm > 0 && said.cancel > 0 && said.unclear > 0 && followUps > 0 && followUps <= said.confirm, JSON.stringify(said));
  });

  it('counts a touch for each row and each of the days before the appointment', async () => {
    const campaign = JSON.parse(readFileSync(join(examples, 'appointment-reminder.json'), 'utf8')) as {
      schedule: { offsetDays: number[] };
    };
    campaign.schedule.offsetDays = [7, 1];
    const file = join(folder.path, 'two.json');
    writeFileSync(file, JSON.stringify(campaign));
    const ended = await demo('--file', appointments, '--campaign', file);
    assert.equal(ended.code, 0, ended.stderr);
    const result = printed<DemoResult>(ended);
    assert.deepEqual([result.rows, result.touches, result.messages, result.waiting], [119, 238, 204, 0]);
    assert.deepEqual(result.skipped, { duplicate: 10, person_limit: 2 });
    assert.deepEqual(result.checks, checks);
    const accepted = await ledger();
    assert.equal(accepted.size, 102);
    assert.ok(
      [...accepted.values()].every((count) => count === 2),
      'each of them twice: a week before, and the day before',
    );
  });

  it('prints words for people without --json, and nothing but the result on stdout', async () => {
    const ended = await carillon(['demo', '--data', folder.path, '--file', appointments]);
    assert.equal(ended.code, 0, ended.stderr);
    assert.match(ended.stdout, /^119 rows, 119 touches: 102 messages/);
    assert.match(ended.stdout, /102 sent: 95 delivered, 7 undelivered/);
    assert.match(ended.stderr, /appointments\.csv was dropped/);
    assert.doesNotMatch(ended.stderr, /555|WARNING|ERROR/);
  });
});

describe('carillon, used wrongly', () => {
  const misuses: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', ['demo'], /--file/],
    ['a time that is none', ['demo', '--file', appointments, '--now', 'tomorrow'], /a time like 2026-12-01T08:00:00Z/],
    ['a command that there is none of', ['serve'], /unknown command/],
    ['an option that there is none of', ['start', '--fast'], /unknown option '--fast'/],
    ['a port that is none', ['start', '--port', '99999'], /a whole number from 1 to 65535/],
    ['a report that there is none of', ['report', 'everything'], /Allowed choices are/],
    ['a report without what it is about', ['report', 'message'], /the report message needs --message/],
    ['a flag that a report does not know', ['report', 'packets', '--from', '2026-01-01'], /the report packets takes no --from/],
    ['a day that is none', ['report', '--from', '12/01/2026'], /a day like 2026-12-01/],
    ['a drop without its campaign', ['drop', appointments], /--campaign/],
  ];
  for (const [what, args, words] of misuses) {
    it(`ends with 2 and says so: ${what}`, async () => {
      const { code, stdout, stderr } = await carillon(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, words);
      assert.ok(stderr.trim().split('\n').length <= 2, stderr);
    });
  }

  it('ends with 0 when asked for help', async () => {
    const { code, stdout } = await carillon(['--help']);
    assert.equal(code, 0);
    for (const command of ['start', 'demo', 'drop', 'fire', 'status', 'campaign', 'report', 'migrate', 'rebuild', 'simulator'])
      assert.match(stdout, new RegExp(`^  ${command}`, 'm'));
  });
});
