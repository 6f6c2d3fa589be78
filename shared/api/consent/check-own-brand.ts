import type { House } from '#app/house.ts';
import { readBrand } from '#app/read-brand.ts';
import { brandId as brandIdForm } from '#domain/kernel/ids.ts';
import { Problem } from '../conventions/problem.ts';

/**
 * A brand that is registered elsewhere than here may be named; one of another company is not there, nor what can be no id (it becomes
 * part of a document's path). Throws a Problem `brand_unknown`.
 */
export const checkOwnBrand = async (house: House, companyId: string, brandId: string | undefined): Promise<void> => {
  if (brandId === undefined) return;
  if (!brandIdForm.safeParse(brandId).success) throw new Problem('brand_unknown');
  const brand = await readBrand(house, brandId);
  if (brand.status !== 'unknown' && brand.companyId !== companyId) throw new Problem('brand_unknown');
};
