import { z } from 'zod';
import { finishForgetting } from '#app/finish-forgetting.ts';
import { maintain } from '#app/maintain.ts';
import { onEvent } from './door.ts';

/** Every night; or somebody was being forgotten when whoever did it died, or had no time left. */
export default onEvent(z.object({ forgetting: z.string().max(500).optional() }), ({ forgetting }, { house, cause }) =>
  forgetting === undefined ? maintain(house) : finishForgetting(house, forgetting, cause),
);
