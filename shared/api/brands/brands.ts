import type { Resource } from '../resource.ts';
import { brandErrors } from '../registrations/registration-errors.ts';
import { getBrand, listBrands } from './read-brands.ts';
import { lookAtBrand, submitBrand } from './submit-brand.ts';
import { createBrand, editBrand } from './write-brands.ts';

export const brands: Resource = {
  name: 'Brands',
  description: 'The company as carriers of the United States know it (10DLC): written down, checked before it costs a fee, handed in.',
  operations: [createBrand, listBrands, getBrand, editBrand, submitBrand, lookAtBrand],
  errors: brandErrors,
};
