import { reportingOf, type HouseStatus } from './house-status.ts';
import type { House } from './house.ts';

/** What a load balancer and an operator ask. Reports may be away without making the house unready: sending goes on. */
export type Health = Readonly<{ status: 'ready'; reporting: HouseStatus['reporting'] }>;

export const healthOf = async (house: House): Promise<Health> => ({ status: 'ready', reporting: await reportingOf(house) });
