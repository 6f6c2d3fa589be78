import assert from 'node:assert/strict';
import type { ReportRequest, ReportedStatus } from '#ports/provider.ts';
import { eventually } from '../support/eventually.ts';
import { messageId, outgoing, reportsOf, type Rule } from './provider.opened.ts';

/** What a provider tells later. */
export const providerReports = (rule: Rule): void => {
  rule('reads each status report, and the same one the same way again', async (opened) => {
    const { statuses, read } = reportsOf(opened);
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'accepted', JSON.stringify(outcome));
    const { requests } = opened.receiver;
    await eventually('every callback', () => requests.length === statuses.length);
    const told: ReportedStatus[] = [];
    for (const request of [...requests, ...requests]) {
      const result = read(request);
      assert.ok(result.kind === 'report', JSON.stringify(result));
      const { messageId: about, accountId, reference, status } = result.report;
      told.push(status);
      assert.deepEqual([about, accountId, reference], [messageId, opened.provider.accountId, outcome.reference]);
      assert.ok(!('code' in result.report), 'what goes well has no failure');
    }
    assert.deepEqual([...told].sort(), [...statuses, ...statuses].sort());
  });
  rule('reads each documented failure by its code', async (opened) => {
    const { failures, signed, read } = reportsOf(opened);
    assert.ok(failures.length > 0);
    for (const { change, report } of failures) {
      const result = read(signed(change));
      assert.ok(result.kind === 'report', JSON.stringify(result));
      const { messageId: about, accountId, reference: _, ...rest } = result.report;
      assert.deepEqual([about, accountId, rest], [messageId, opened.provider.accountId, report], JSON.stringify(change));
    }
  });
  rule('refuses a report whose signature does not fit its URL and body', async (opened) => {
    const { signed, read } = reportsOf(opened);
    const good = signed({});
    assert.equal(read(good).kind, 'report');
    const headers = Object.fromEntries(Object.entries(good.headers).map(([key, value]) => [key, `x${value}`]));
    const bad: ReportRequest[] = [
      { ...good, headers },
      { ...good, headers: {} },
      { ...good, body: `${good.body}&Extra=1` },
      { ...good, body: good.body.replace('delivered', 'undelivered') },
      { ...good, body: '' },
      { ...good, url: good.url.replace(messageId, 'msg_other-1-2-sms-0') },
      { ...good, url: good.url.replace('delivered', 'undelivered') },
      { ...good, url: '' },
    ];
    // a report whose words stand in its URL has no body to change, and the other way round
    const changed = bad.filter((request) => JSON.stringify(request) !== JSON.stringify(good));
    for (const request of changed) assert.equal(read(request).kind, 'foreign', JSON.stringify(request));
  });
  rule('refuses a report of another account', async (opened) => {
    const { signed, read } = reportsOf(opened);
    assert.ok(opened.otherAccountId);
    assert.equal(read(signed({ accountId: opened.otherAccountId })).kind, 'foreign');
  });
  rule('calls a signed report malformed that says nothing of a message of ours', async (opened) => {
    const { signed, read } = reportsOf(opened);
    for (const change of [
      { status: 'sleeping' },
      { status: 'constructor' },
      { status: '' },
      { reference: 'nothing' },
      { query: '' },
      { query: '?m=%E0%A4%A' },
    ])
      assert.equal(read(signed(change)).kind, 'malformed', JSON.stringify(change));
    assert.equal(read({ ...signed({}), method: opened.otherMethod ?? 'GET' }).kind, 'malformed');
  });
};
