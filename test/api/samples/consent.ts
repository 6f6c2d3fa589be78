import type { Samples } from './sample.ts';

export const consentSamples: Samples = async ({ campaignId }) => ({
  listOptOuts: { reports: true },
  exportOptOuts: { reports: true },
  addOptOut: { body: { to: '+12085550177', said: 'No more, please', proof: 'call 1' } },
  importOptOuts: { body: 'Phone\n+12085550178\n12\n' },
  addConsent: { body: { to: '+12085550177', purpose: 'marketing' } },
  askConsent: { body: { to: '+12085550176', campaign: campaignId }, foreign: 404 },
  searchConsents: { body: { to: '+12085550177' } },
  getConsentSettings: {},
  setConsentSettings: { body: { name: 'Test' } },
});
