import { draw } from './draw.ts';
import type { Behaviour } from './options.ts';

export const answers = ['human', 'machine', 'fax', 'no-answer', 'busy', 'failed'] as const;
export type Answer = (typeof answers)[number];
/** How a phone takes a call: who answers, and which key somebody presses who is asked for one. */
export type Handset = Readonly<{ answer: Answer; presses: string | undefined }>;
export type Handsets = Readonly<{ set: (number: string, handset: Handset) => void; of: (number: string) => Handset }>;

const mostSet = 10_000;

/** By seed and number, always the same; or as a test has set it. */
export const handsets = (seed: number, behaviour: () => Behaviour): Handsets => {
  const set = new Map<string, Handset>();
  return {
    set: (number, handset) => {
      if (set.size >= mostSet) set.delete(set.keys().next().value ?? '');
      set.set(number, handset);
    },
    of: (number) => {
      const known = set.get(number);
      if (known) return known;
      const { unansweredShare, busyShare, machineShare, pressShare } = behaviour();
      const chance = draw(seed, `${number} call`);
      if (chance < unansweredShare) return { answer: 'no-answer', presses: undefined };
      if (chance < unansweredShare + busyShare) return { answer: 'busy', presses: undefined };
      if (chance < unansweredShare + busyShare + machineShare) return { answer: 'machine', presses: undefined };
      const isPressed = draw(seed, `${number} press`) < pressShare;
      return { answer: 'human', presses: isPressed ? String(1 + Math.floor(draw(seed, `${number} key`) * 3)) : undefined };
    },
  };
};
