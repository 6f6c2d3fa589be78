import type { House } from '#app/house.ts';
import { readBrand } from '#app/read-brand.ts';
import { Problem } from '../conventions/problem.ts';

/** A brand that is registered elsewhere than here may be named; one of another company is not there. Throws a Problem `brand_unknown`. */
export const checkOwnBrand = async (house: House, companyId: string, brandId: string | undefined): Promise<void> => {
  if (brandId === undefined) return;
  const brand = await readBrand(house, brandId);
  if (brand.status !== 'unknown' && brand.companyId !== companyId) throw new Problem('brand_unknown');
};
