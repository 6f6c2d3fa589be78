import { timeCell } from './cells.ts';
import type { Placed, Projection } from './projection.ts';

export type UserBrandRow = Placed &
  Readonly<{ user_id: string; brand_id: string; company_id: string; given_by: string; given_at: string; taken_at: string | null }>;

export const userBrands: Projection<UserBrandRow, 'BrandGiven' | 'BrandTaken'> = {
  table: {
    name: 'user_brands',
    key: ['user_id', 'brand_id'],
    columns: [
      'user_id',
      'brand_id',
      'company_id',
      'given_by',
      'given_at',
      'taken_at',
      'position',
      'ordinal',
    ] satisfies (keyof UserBrandRow)[],
  },
  handles: ['BrandGiven', 'BrandTaken'],
  keyOf: ({ data }) => ({ user_id: data.userId, brand_id: data.brandId }),
  evolve: (row, { type, data, companyId, occurredAt, position }, ordinal) => {
    const at = timeCell(occurredAt);
    if (type === 'BrandTaken') return row && { ...row, taken_at: at, position, ordinal };
    const key = { user_id: data.userId, brand_id: data.brandId, company_id: companyId };
    return { ...key, given_by: data.by, given_at: at, taken_at: null, position, ordinal };
  },
};
