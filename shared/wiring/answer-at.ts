import { problem, type Door, type DoorRequest, type DoorResponse } from '#functions/door.ts';
import { checkPush } from './current-push-guard.ts';
import { settleHouse } from './current-house.ts';
import { atDoor } from './log-context.ts';

export type NamedDoor = Readonly<{ name: string; trigger: string; door: Door }>;

const broken = problem(500, 'internal', 'Something failed on our side. Try again; nothing was half done.');

const wordsOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');

/** The house may be what does not open, and its log with it. */
const lament = async (name: string, error: unknown): Promise<void> => {
  const { openLog } = await import('./logging.ts');
  openLog({ logLevel: 'error' }).error({ door: name, reason: wordsOf(error) }, 'the house does not open; this door can do nothing');
};

/**
 * A door in a process of its own answers. Whoever may not wake it gets 401 and changes nothing; what must leave the process (hints of new
 * commits) has left it before the answer, because an instance that has answered may get no CPU any more.
 */
export const answerAt = ({ name, trigger, door }: NamedDoor, request: DoorRequest): Promise<DoorResponse> =>
  atDoor(name, async () => {
    try {
      const refused = trigger === 'http' ? undefined : await checkPush(request);
      if (refused) return refused;
      const answer = await door.answer(request);
      await settleHouse();
      return answer;
    } catch (error) {
      await lament(name, error);
      return broken;
    }
  });
