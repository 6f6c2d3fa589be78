import type { Ticks } from '#ports/ticks.ts';
import { ok, wrong, type Check } from './check.ts';

/** Somebody ticks, and what is paused is known. */
export const ticksCheck = (open: () => Promise<Ticks>): Check => ({
  name: 'ticks',
  next: 'without ticks what falls due is found by nobody: "carillon ticks status" shows them',
  run: async () => {
    const ticks = await open();
    const all = await ticks.status().finally(() => void ticks.close());
    const named = (state: string): string => all.flatMap((each) => (each.state === state ? [each.tick] : [])).join(', ');
    if (named('missing'))
      return wrong(`there are no ticks for ${named('missing')}`, 'run terraform apply: it makes the jobs of Cloud Scheduler');
    if (named('paused'))
      return wrong(`PAUSED: ${named('paused')}`, '"carillon ticks resume" lets them go on, once the reason for the pause is gone');
    const failed = all.find(({ lastError }) => lastError !== undefined);
    if (failed)
      return wrong(
        `the last tick of ${failed.tick} failed (${failed.lastError})`,
        '"carillon ticks run" tries it again; then look at the log of Cloud Scheduler',
      );
    return named('stopped') ? ok('they begin when the house is opened') : ok(`${all.length} of them run`);
  },
});
