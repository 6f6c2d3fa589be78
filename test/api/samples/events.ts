import type { Samples } from './sample.ts';

export const eventSamples: Samples = async () => ({ listEvents: { query: { since: '2026-01-01T00:00:00.000Z' } } });
