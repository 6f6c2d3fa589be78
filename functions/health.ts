import { healthOf, type Health } from '#app/health.ts';
import { currentHouse } from '#wiring/current-house.ts';
import { problem, type Door, type DoorResponse } from './door.ts';

const json = (status: number, body: unknown): DoorResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

const closed = { status: 'unready', problems: [{ code: 'house_closed', says: 'the house does not open: its log says what is missing' }] };

/** `/health/live`: the process answers. `/health/ready`: what works, what lags, what is wrong. Paths that end in "z" belong to Cloud Run. */
const door: Door = {
  answer: async ({ method, url }) => {
    const [path = ''] = url.split('?');
    const isAsked = method === 'GET' || method === 'HEAD';
    if (isAsked && path === '/health/live') return json(200, { status: 'live' });
    if (!isAsked || path !== '/health/ready') return problem(404, 'not_found', 'There is nothing here. Try /health/ready.');
    const health = await currentHouse().then(healthOf, (): Pick<Health, 'status' | 'problems'> => ({ ...closed, status: 'unready' }));
    return json(health.status === 'ready' ? 200 : 503, health);
  },
};

export default door;
