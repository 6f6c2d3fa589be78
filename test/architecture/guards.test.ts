import assert from 'node:assert/strict';
import { eventNameProblem, exportsByName, exportsItsVerb, fileIsWellNamed, isShort, usesOurWords } from './names.ts';
import { isPure, leavesTheEnvironmentAlone } from './purity.ts';
import { isThin } from './doors.ts';
import { knowsItsRoom, namesItsImports } from './rooms.ts';
import { importsOf, sourceOf, type Rule } from './source.ts';

type Case = readonly [rule: Rule, path: string, text: string, expected: RegExp | undefined];

const using = (specifier: string): string => `import { it } from '${specifier}';\n`;

/** Each guard meets what it is there to stop, and what it must let pass. */
const cases: readonly Case[] = [
  [knowsItsRoom, 'shared/domain/message/message.ts', using('#ports/clock.ts'), /may not know shared\/ports/],
  [knowsItsRoom, 'shared/domain/message/message.ts', using('../packet/packet.ts'), /only events\.ts of packet/],
  [knowsItsRoom, 'shared/domain/message/message.ts', using('../packet/events.ts'), undefined],
  [knowsItsRoom, 'shared/domain/packet/packet.ts', using('../message/events.ts'), /packet comes before message/],
  [knowsItsRoom, 'shared/domain/message/message.ts', using('../campaign/window.ts'), undefined],
  [knowsItsRoom, 'shared/domain/delivery/delivery.ts', using('../campaign/window.ts'), /only events\.ts of campaign/],
  [knowsItsRoom, 'shared/domain/kernel/ids.ts', using('../packet/events.ts'), /kernel knows no stage/],
  [knowsItsRoom, 'shared/domain/catalogue.ts', using('./delivery/events.ts'), undefined],
  [knowsItsRoom, 'shared/domain/parcel/parcel.ts', '', /in no stage/],
  [knowsItsRoom, 'shared/domain/packet/packet.ts', using('node:crypto'), /may not use node:crypto/],
  [knowsItsRoom, 'shared/domain/packet/packet.ts', using('luxon'), /may not know the package luxon/],
  [knowsItsRoom, 'shared/domain/message/phone.ts', using('libphonenumber-js/max'), undefined],
  [knowsItsRoom, 'shared/projections/message.ts', using('#ports/read-model.ts'), /may not know shared\/ports/],
  [knowsItsRoom, 'shared/app/project.ts', using('#projections/message.ts'), undefined],
  [knowsItsRoom, 'shared/app/project.ts', using('#log/vault.ts'), /may not know shared\/log/],
  [knowsItsRoom, 'shared/app/project.ts', using('#adapters/mysql/read-model.ts'), /may not know shared\/adapters/],
  [knowsItsRoom, 'shared/app/send-work.ts', using('node:fs'), /may not use node:fs/],
  [knowsItsRoom, 'shared/app/send-work.ts', using('../ports/provider.ts'), /import by #room/],
  [knowsItsRoom, 'shared/app/send-work.ts', using('#app/handle.ts'), /inside a room import by/],
  [knowsItsRoom, 'shared/log/commit-record.ts', using('#adapters/sqlite/event-store.ts'), /may not know shared\/adapters/],
  [knowsItsRoom, 'shared/adapters/sqlite/event-store.ts', using('#log/commit-record.ts'), undefined],
  [knowsItsRoom, 'shared/adapters/sqlite/event-store.ts', using('node:sqlite'), undefined],
  [knowsItsRoom, 'shared/adapters/sqlite/event-store.ts', using('../disk/file-store.ts'), /adapters never know each other/],
  [knowsItsRoom, 'shared/adapters/mysql/read-model.ts', using('node:sqlite'), /has its home in shared\/adapters\/sqlite/],
  [knowsItsRoom, 'shared/adapters/twilio/send.ts', `const { it } = await import('mysql2');`, /may not know the package mysql2/],
  [knowsItsRoom, 'shared/adapters/pigeon/send.ts', '', /in no room/],
  [knowsItsRoom, 'functions/send-work.ts', using('#adapters/twilio/send.ts'), /may not know shared\/adapters/],
  [knowsItsRoom, 'bin/carillon.ts', using('#adapters/simulator/server.ts'), /may not know shared\/adapters/],
  [knowsItsRoom, 'shared/app/log.ts', using('pino'), /may not know the package pino/],

  [namesItsImports, 'shared/app/handle.ts', 'await import(`./${name}.ts`);', /write the module/],
  [namesItsImports, 'shared/app/handle.ts', "await import('./house.ts');", undefined],
  [namesItsImports, 'shared/app/handle.ts', "createRequire(here)('pino');", /write the module/],
  [isThin, 'functions/send-work.ts', 'a\n'.repeat(31), /31 lines/],
  [isThin, 'functions/door.ts', 'a\n'.repeat(31), undefined],

  [isPure, 'shared/domain/work/work.ts', 'const at = Date.now();', /reads a clock/],
  [isPure, 'shared/domain/work/work.ts', 'const at = new Date();', /reads a clock/],
  [isPure, 'shared/domain/work/work.ts', 'const at = new Date(now);', undefined],
  [isPure, 'shared/domain/work/work.ts', 'const at = new Date(2026, 1, 1);', /time zone/],
  [isPure, 'shared/domain/work/work.ts', 'const at = when.getHours();', /time zone/],
  [isPure, 'shared/domain/work/work.ts', 'const text = n.toLocaleString();', /language/],
  [isPure, 'shared/domain/work/work.ts', 'const id = Math.random();', /chance/],
  [isPure, 'shared/domain/work/work.ts', 'const id = crypto.randomUUID();', /chance/],
  [isPure, 'shared/domain/work/work.ts', 'const { env } = process;', /knows the machine/],
  [isPure, 'shared/reports/table.ts', 'console.log(1);', /writes/],
  [isPure, 'shared/reports/table.ts', 'const a = await b;', /pure room/],
  [isPure, 'shared/reports/table.ts', 'fetch(url);', /reaches outside/],
  [isPure, 'shared/projections/message.ts', 'setTimeout(f, 1);', /waits/],
  [isPure, 'shared/projections/message.ts', 'const text = `now ${Date.now()} on`;', /reads a clock/],
  [
    isPure,
    'shared/projections/message.ts',
    "// Date.now() and `await`\nconst text = 'await console' + `Date.now()` + /await /;",
    undefined,
  ],
  [isPure, 'shared/app/handle.ts', 'const a = await b;', undefined],

  [leavesTheEnvironmentAlone, 'shared/adapters/mysql/server.ts', 'const path = process.env.PATH;', /only shared\/wiring reads/],
  [leavesTheEnvironmentAlone, 'bin/carillon.ts', "const path = process['env'];", /only shared\/wiring reads/],
  [leavesTheEnvironmentAlone, 'bin/carillon.ts', 'process.exitCode = process.argv.length;', undefined],
  [leavesTheEnvironmentAlone, 'bin/carillon.ts', 'process.chdir(x);', /belongs to shared\/wiring/],
  [leavesTheEnvironmentAlone, 'shared/app/handle.ts', 'process.exit(1);', /knows nothing of its process/],
  [leavesTheEnvironmentAlone, 'shared/wiring/config.ts', 'const all = process.env;', undefined],

  [fileIsWellNamed, 'shared/app/sendWork.ts', '', /kebab-case/],
  [fileIsWellNamed, 'shared/app/send-work.old.ts', '', /kebab-case/],
  [fileIsWellNamed, 'test/adapters/sqlite.event-store.test.ts', '', undefined],
  [fileIsWellNamed, 'shared/app/utils.ts', '', /drawer/],
  [fileIsWellNamed, 'shared/common/money.ts', '', /drawer/],
  [fileIsWellNamed, 'shared/app/index.ts', '', /no barrels/],
  [exportsItsVerb, 'shared/app/send-work.ts', 'export const sendTheWork = 1;', /nothing called sendWork/],
  [exportsItsVerb, 'shared/app/send-work.ts', 'export const sendWork = 1;', undefined],
  [exportsByName, 'shared/app/send-work.ts', 'export default 1;', /only doors/],
  [exportsByName, 'functions/send-work.ts', 'export default 1;', undefined],
  [exportsByName, 'shared/app/all.ts', "export * from './send-work.ts';", /no barrels/],
  [exportsByName, 'shared/app/all.ts', "export { a } from './send-work.ts';", /no barrels/],
  [usesOurWords, 'shared/app/send-work.ts', 'const notifications = [];', /words of GLOSSARY/],
  [usesOurWords, 'shared/app/send-work.ts', "if (name === 'twilio') send();", /stops inside its adapter/],
  [usesOurWords, 'shared/domain/message/message.ts', 'const messageSid = 1;', /stops inside its adapter/],
  [usesOurWords, 'shared/domain/message/message.ts', "const inside = 'a notification'; // twilio", undefined],
  [usesOurWords, 'shared/adapters/twilio/send.ts', 'const sid = 1;', undefined],
  [isShort, 'shared/app/send-work.ts', 'a\n'.repeat(301), /301 lines/],
];

describe('the guards', () => {
  for (const [rule, path, text, expected] of cases)
    it(`${expected ? 'stop' : 'let pass'} ${path}: ${text.trim().split('\n')[0]!.slice(0, 60) || 'its name'}`, () => {
      const problems = rule(sourceOf(path, text)).join('\n');
      if (expected) assert.match(problems, expected);
      else assert.equal(problems, '');
    });

  for (const type of ['MessageUpdated', 'QueuedMessage', 'MessageQueue', 'PacketProcessed', 'Messagequeued'])
    it(`stop an event called ${type}`, () => assert.ok(eventNameProblem(type)));

  it('read imports but not strings or comments that look like them', () => {
    const text = "import a from 'one';\n// import b from 'two'\nconst c = \"import d from 'three'\";\nconst e = await import('four');\n";
    assert.deepEqual(importsOf(sourceOf('test/a.ts', text)), [
      { specifier: 'one', line: 1 },
      { specifier: 'four', line: 4 },
    ]);
  });
});
