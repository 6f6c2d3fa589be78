import { packetOfChunk } from '#domain/kernel/streams.ts';
import type { DocumentExpectation } from '#ports/documents.ts';
import { appointmentPath, overtakenBy, type KnownAppointment, type Overtaken } from './appointment-path.ts';
import type { WorkSession } from './work-session.ts';

type Standing = Readonly<{
  /** with the reason */
  overtaken: readonly (readonly [number, Overtaken])[];
  standing: readonly number[];
  expects: readonly DocumentExpectation[];
}>;

/**
 * Which of these messages a newer packet has overtaken, and what an intent's commit for the others expects: an appointment of which something
 * new is said meanwhile holds it back.
 */
export const overtakenMessages = async ({ house, item, messages }: WorkSession, indexes: readonly number[]): Promise<Standing> => {
  const about = indexes.flatMap((index) => {
    const { appointment } = messages[index] ?? {};
    return appointment ? [{ index, ...appointment }] : [];
  });
  if (about.length === 0) return { overtaken: [], standing: indexes, expects: [] };
  const packetId = packetOfChunk(item.payload.stream);
  const paths = about.map(({ key }) => appointmentPath(item.campaignId, key));
  const found = await house.documents.getMany<KnownAppointment>(paths);
  const over = new Map<number, Overtaken>();
  const expects = new Map<string, DocumentExpectation>();
  about.forEach(({ index, order }, n) => {
    const code = overtakenBy(found[n], { order, packetId });
    const [path, at] = [paths[n]!, found[n]];
    if (code !== undefined) over.set(index, code);
    else expects.set(path, at ? { path, version: at.version } : { path, absent: true });
  });
  return { overtaken: [...over], standing: indexes.filter((index) => !over.has(index)), expects: [...expects.values()] };
};
