import type { AssembledTouch } from '#domain/message/chunk.ts';
import { appointmentPath, isOver, type KnownAppointment } from './appointment-path.ts';
import type { House } from './house.ts';

/** Messages about appointments of which a newer packet says something else become skipped touches. */
export const skipReplaced = async (
  house: House,
  packet: Readonly<{ packetId: string; order: number }>,
  touches: readonly AssembledTouch[],
): Promise<readonly AssembledTouch[]> => {
  const keys = [
    ...new Set(touches.flatMap((touch) => (touch.kind === 'message' && touch.appointment !== undefined ? [touch.appointment] : []))),
  ];
  if (keys.length === 0) return touches;
  const known = await house.documents.getMany<KnownAppointment>(keys.map(appointmentPath));
  const over = new Set(keys.filter((_, n) => isOver(known[n], packet)));
  return touches.map((touch) =>
    touch.kind === 'message' && over.has(touch.appointment ?? '') ? { place: touch.place, kind: 'skipped', code: 'replaced' } : touch,
  );
};
