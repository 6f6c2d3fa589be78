import type { Samples } from './sample.ts';

export const reportSamples: Samples = async ({ campaignId }) => {
  const sample = {
    path: { report: 'campaigns' },
    query: { campaign: campaignId, from: '2026-11-01', to: '2026-12-01' },
    reports: true as const,
  };
  return { getReport: sample, downloadReport: sample };
};
