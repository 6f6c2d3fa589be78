import type { Samples } from './sample.ts';

export const companySamples: Samples = async ({ companyId }) => ({ getCompany: { path: { id: companyId } } });
