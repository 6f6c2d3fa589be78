import { healthOf } from '#app/health.ts';
import { onHttp, problem } from './door.ts';

/** `/health/live`: the process answers. `/health/ready`: what works, what lags, what is wrong. Paths that end in "z" belong to Cloud Run. */
export default onHttp(async ({ url }, { house }) => {
  const [, , kind] = url.split(/[/?]/);
  const json = (body: unknown) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (kind === 'live') return json({ status: 'live' });
  if (kind === 'ready') return json(await healthOf(house));
  return problem(404, 'not_found', 'There is nothing here. Try /health/ready.');
});
