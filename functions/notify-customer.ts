import { z } from 'zod';
import { notifyCustomer } from '#app/notify-customer.ts';
import { onEvent } from './door.ts';

/** The log has grown in a partition: what customers want to hear of it is noted down for their endpoints. */
export default onEvent(z.object({ partition: z.string().min(1) }), ({ partition }, { house }) => notifyCustomer(house, partition));
