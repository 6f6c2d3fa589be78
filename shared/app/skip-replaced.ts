import type { AssembledTouch } from '#domain/message/chunk.ts';
import { appointmentPath, overtakenBy, type KnownAppointment } from './appointment-path.ts';
import type { House } from './house.ts';

type From = Readonly<{ campaignId: string; packetId: string; order: number }>;

/** Messages about appointments of which a newer packet says something else, or that a newer full list has no more, become skipped touches. */
export const skipReplaced = async (house: House, packet: From, touches: readonly AssembledTouch[]): Promise<readonly AssembledTouch[]> => {
  const named = touches.flatMap((touch) => (touch.kind === 'message' && touch.appointment !== undefined ? [touch.appointment] : []));
  const keys = [...new Set(named)];
  if (keys.length === 0) return touches;
  const known = await house.documents.getMany<KnownAppointment>(keys.map((key) => appointmentPath(packet.campaignId, key)));
  const codes = new Map(keys.map((key, n) => [key, overtakenBy(known[n], packet)]));
  return touches.map((touch) => {
    const code = touch.kind === 'message' ? codes.get(touch.appointment ?? '') : undefined;
    return code === undefined ? touch : { place: touch.place, kind: 'skipped', code };
  });
};
