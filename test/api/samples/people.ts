import type { Samples } from './sample.ts';

export const peopleSamples: Samples = async () => ({
  searchPeople: { body: { to: '+12085550123' }, reports: true },
  forgetPerson: { body: { to: '+12085550123', dry_run: true }, reports: 'sometimes' },
});
