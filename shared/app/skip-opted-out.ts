import type { AssembledTouch } from '#domain/message/chunk.ts';
import type { House } from './house.ts';
import { skipCodeOf, suppressionPath, type SuppressionDocument } from './suppression-path.ts';

/**
 * Messages to those who want none any more become skipped touches. It is asked once more when they are sent: who opts out in between gets
 * nothing either.
 */
export const skipOptedOut = async <Touch extends AssembledTouch>(
  house: House,
  companyId: string,
  touches: readonly Touch[],
): Promise<readonly (Touch | Extract<AssembledTouch, { kind: 'skipped' }>)[]> => {
  const pathOf = ({ to, place: { channel } }: Extract<AssembledTouch, { kind: 'message' }>): string =>
    suppressionPath(house, companyId, { channel, to });
  const paths = [...new Set(touches.flatMap((touch) => (touch.kind === 'message' ? [pathOf(touch)] : [])))];
  const found = await house.documents.getMany<SuppressionDocument>(paths);
  const codes = new Map(paths.flatMap((path, n) => (found[n] === undefined ? [] : [[path, skipCodeOf(found[n].data)]])));
  if (codes.size === 0) return touches;
  return touches.map((touch) => {
    const code = touch.kind === 'message' ? codes.get(pathOf(touch)) : undefined;
    return code === undefined ? touch : { place: touch.place, kind: 'skipped', code };
  });
};
