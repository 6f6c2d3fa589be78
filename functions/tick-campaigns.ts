import { z } from 'zod';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { onEvent } from './door.ts';

/** Every five minutes. */
export default onEvent(z.object({}), (_, { house, cause }) => tickCampaigns(house, cause));
