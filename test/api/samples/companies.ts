import type { Samples } from './sample.ts';

export const companySamples: Samples = async ({ companyId }) => ({
  getCompany: { path: { id: companyId } },
  editCompany: { path: { id: companyId }, body: { name: 'Test', timezone: 'America/Boise' } },
  haltCompany: { path: { id: companyId }, body: { reason: 'a sample' } },
  liftCompany: { path: { id: companyId } },
});
