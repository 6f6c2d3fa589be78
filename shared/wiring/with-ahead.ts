import type { Ahead, House } from '#app/house.ts';

export type Early = Pick<House, 'store' | 'documents'> & Pick<Ahead, 'settled'>;

/** What the house says when it is asked, its getters say in both. */
const but = (house: House, others: Partial<House>): House =>
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(house), ...Object.getOwnPropertyDescriptors(others) }) as House;

/** The house, and beside it the same one whose commits resolve early. */
export const withAhead = (house: House, { store, documents, settled }: Early): House =>
  but(house, { ahead: { house: but(house, { store, documents }), settled } });
