import { flushCompileCache } from 'node:module';
import { readConfig, type Config } from '#wiring/config.ts';
import { runHouse } from '#wiring/run-house.ts';

/** `carillon start` with a shorter lease and call time-out than the environment may ask for: `node house.ts CONFIG`, as JSON. */
const given = JSON.parse(process.argv[2] ?? '{}') as Partial<Config>;
// it is started again and again: the next one need not compile what this one has, though this one will be killed
setTimeout(flushCompileCache, 1_500).unref();
await runHouse(readConfig(given, {}), { firstSteps: false, say: (line) => process.stderr.write(`${line}\n`) });
