import { randomInt } from 'node:crypto';
import { Pool } from 'undici';

/**
 * Calls the API from a process of its own, and prints what it saw: `node bench/api-load.ts ORIGIN KEY CAMPAIGN`, with a plan on stdin.
 * `perSecond` 0: as fast as the connections allow.
 */
type Plan = Readonly<{
  kind: 'single' | 'batch' | 'read' | 'upload';
  requests: number;
  perSecond: number;
  connections: number;
  size: number;
  from: number;
}>;

const [origin = '', key = '', campaign = ''] = process.argv.slice(2);

const fieldsOf = (n: number) => ({
  phone: `+1208555${String(n % 10_000).padStart(4, '0')}`,
  person: `P${n}`,
  firstName: 'Ana',
  practitioner: 'Dr. Prado',
  appointmentDate: '2027-12-01',
  appointmentTime: '10:00',
});

/** What a dropped file would be, `size` bytes of it. */
const fileOf = (size: number): string => {
  const line = 'P1,Ana,+12085550123,Dr. Prado,2027-12-01,10:00\n';
  return `patient_id,first_name,phone,doctor,appointment_date,appointment_time\n${line.repeat(Math.ceil(size / line.length))}`.slice(
    0,
    size,
  );
};

const bodyOf = ({ kind, size, from }: Plan, n: number): string | undefined => {
  if (kind === 'read') return undefined;
  if (kind === 'upload') return fileOf(size);
  if (kind === 'single') return JSON.stringify({ campaign, fields: fieldsOf(from + n), reference: `visit-${n}` });
  const messages = Array.from({ length: size }, (_, at) => ({ fields: fieldsOf(from + n * size + at), reference: `visit-${n}-${at}` }));
  return JSON.stringify({ campaign, messages });
};

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const run = async (plan: Plan) => {
  const { kind, requests, perSecond, connections } = plan;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const waits: number[] = [];
  const statuses: Record<string, number> = {};
  const path = {
    single: '/v1/messages',
    batch: '/v1/messages/batch',
    read: '/v1/companies/me',
    upload: `/v1/campaigns/${campaign}/packets?name=bench.csv`,
  }[kind];
  const type = kind === 'upload' ? 'text/csv' : 'application/json';
  const wanted = { single: 201, batch: 201, read: 200, upload: 202 }[kind];
  const salt = randomInt(1e9);
  const ask = async (n: number, due: number): Promise<void> => {
    const {
      statusCode,
      body,
      headers: got,
    } = await pool.request({
      method: kind === 'read' ? 'GET' : 'POST',
      path,
      headers: { authorization: `Bearer ${key}`, 'content-type': type, 'idempotency-key': `bench-${salt}-${n}` },
      body: bodyOf(plan, n) ?? null,
    });
    const text = await body.text();
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    if (statusCode !== wanted && statuses[statusCode] === 1) process.stderr.write(`${text} ${JSON.stringify(got)}\n`);
    // from when it was due: a house that can't keep up is not asked less often for it
    waits.push(performance.now() - due);
  };
  const began = performance.now();
  let next = 0;
  if (perSecond === 0) {
    const worker = async (): Promise<void> => {
      for (let n = next++; n < requests; n = next++) await ask(n, performance.now());
    };
    await Promise.all(Array.from({ length: connections }, worker));
  } else {
    const asked: Promise<void>[] = [];
    while (next < requests) {
      const due = began + (next / perSecond) * 1_000;
      const now = performance.now();
      if (due > now) await new Promise((resolve) => setTimeout(resolve, due - now));
      else asked.push(ask(next++, due));
    }
    await Promise.all(asked);
  }
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  waits.sort((one, other) => one - other);
  return { seconds, statuses, medianMs: share(waits, 0.5), p99Ms: share(waits, 0.99) };
};

let input = '';
for await (const part of process.stdin.setEncoding('utf8')) input += String(part);
process.stdout.write(`${JSON.stringify(await run(JSON.parse(input) as Plan))}\n`);
