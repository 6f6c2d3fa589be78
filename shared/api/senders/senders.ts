import type { Resource } from '../resource.ts';
import { listPools, listRoutes, listSenders } from './list-senders.ts';

export const senders: Resource = {
  name: 'Senders',
  description: 'What the company sends from and which ways its messages take, to be looked at.',
  operations: [listSenders, listPools, listRoutes],
  errors: { company_unknown: { status: 404, title: 'There is no such company', words: 'This key belongs to no company.' } },
};
