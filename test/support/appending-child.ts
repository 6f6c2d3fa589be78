import fs from 'node:fs';
import { appendTo, queued, reported, upTo } from './log-events.ts';
import { openTestStore } from './store.ts';

/** Appends until it is killed, and says so for every append that was acknowledged: `FILE ROUND`. */
const [file, round] = process.argv.slice(2);
const { store } = openTestStore({ ...(file !== undefined && { file }) });

const lane = async (number: number): Promise<never> => {
  for (let n = 0; ; n++) {
    const by = `k${round}-${number}-${n}`;
    // from one event to some, so that records and pages fill in every way
    const count = 1 + ((7 * n + number) % 40);
    const events = upTo(count).map((row) => (row % 2 ? reported(row) : queued(row, { to: by, body: `one of ${count}` })));
    const stream = n % 3 ? `chunk-pkt_k-${number}` : `contact-ct_${number}`;
    const documents = ({ position }: { position: number }) => [
      { path: `pointers/${by}`, ifAbsent: true as const, data: position, dueAt: '2026-11-02T15:00:00.000Z' },
      { path: `lanes/${number}`, data: by },
    ];
    await store.append(appendTo(stream, { by, events, documents }));
    fs.writeSync(1, `${by}\n`);
  }
};
await Promise.all(upTo(6).map(lane));
