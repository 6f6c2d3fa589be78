import { packetOfChunk } from '#domain/kernel/streams.ts';
import type { DocumentExpectation } from '#ports/documents.ts';
import { appointmentPath, isOver, type KnownAppointment } from './appointment-path.ts';
import type { WorkSession } from './work-session.ts';

type Standing = Readonly<{ overtaken: readonly number[]; standing: readonly number[]; expects: readonly DocumentExpectation[] }>;

/**
 * Which of these messages a newer packet has overtaken, and what an intent's commit for the others expects: an appointment of which something
 * new is said meanwhile holds it back.
 */
export const overtakenMessages = async (session: WorkSession, indexes: readonly number[]): Promise<Standing> => {
  const about = indexes.flatMap((index) => {
    const { appointment } = session.messages[index] ?? {};
    return appointment ? [{ index, ...appointment }] : [];
  });
  if (about.length === 0) return { overtaken: [], standing: indexes, expects: [] };
  const packetId = packetOfChunk(session.item.payload.stream);
  const found = await session.house.documents.getMany<KnownAppointment>(about.map(({ key }) => appointmentPath(key)));
  const over = new Set(about.flatMap(({ index, order }, n) => (isOver(found[n], { order, packetId }) ? [index] : [])));
  const expects = new Map<string, DocumentExpectation>();
  about.forEach(({ index, key }, n) => {
    const path = appointmentPath(key);
    const at = found[n];
    if (!over.has(index)) expects.set(path, at ? { path, version: at.version } : { path, absent: true });
  });
  return { overtaken: [...over], standing: indexes.filter((index) => !over.has(index)), expects: [...expects.values()] };
};
