import assert from 'node:assert/strict';
import { sourcesIn } from '../architecture/source.ts';
import { bodyAfter, keysOf, textOf } from './hcl.ts';

const monitoring = textOf('terraform/monitoring.tf');
const alerts = textOf('terraform/alerts.tf');
const operations = textOf('docs/OPERATIONS.md');

const lines = bodyAfter(monitoring, 'log_lines = {')
  .split('\n')
  .flatMap((line) => {
    const message = /message = "(.+?)"/.exec(line)?.[1];
    const fields = [...line.matchAll(/jsonPayload\.(\w+)/g)].map(([, field]) => field!);
    return message === undefined ? [] : [{ message, fields }];
  });
const metrics = keysOf(bodyAfter(monitoring, 'log_lines = {'));

describe('a metric', () => {
  const house = sourcesIn('functions', 'shared/app').map(({ code }) => code);

  for (const { message, fields } of lines)
    it(`counts lines that somebody writes: ${message}`, () => {
      const writing = house.filter((code) => code.includes(`'${message}'`));
      assert.ok(writing.length > 0, 'no file of functions/ or shared/app/ writes this line');
      const missing = fields.filter((field) => !writing.some((code) => new RegExp(`\\b${field}\\b`).test(code)));
      assert.deepEqual(missing, [], 'the line has no such field');
    });
  it('counts what docs/OPERATIONS.md tells operators of', () => {
    const untold = lines.filter(({ message }) => !operations.includes(`\`${message}\``)).map(({ message }) => message);
    assert.deepEqual(untold, []);
  });
  it('is used by an alert or a chart', () => {
    const used = `${alerts}${textOf('terraform/dashboard.tf')}`;
    const idle = metrics.filter((name) => !used.includes(`local.line.${name}`));
    assert.deepEqual(idle, []);
  });
});

describe('the first steps of an alert', () => {
  /** Not there yet, and on its way: take it out of here when it has come. */
  const coming: readonly string[] = ['dead-letters'];
  const commands = [...alerts.matchAll(/`carillon ([a-z-]+)/g)].map(([, name]) => name!);

  it('name commands that there are', () => {
    const known = sourcesIn('bin').flatMap(({ code }) => [...code.matchAll(/\.command\('([a-z-]+)'/g)].map(([, name]) => name!));
    assert.deepEqual(
      [...new Set(commands)].filter((name) => !known.includes(name) && !coming.includes(name)),
      [],
    );
  });
});
