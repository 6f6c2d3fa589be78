import type { Cause } from '#domain/kernel/event.ts';
import type { ReportRequest } from '#ports/provider.ts';
import type { House } from './house.ts';
import { registrarLookPath, registrarReferencePath, type RegistrarLook } from './registrar-look.ts';
import { topics } from './topics.ts';

const mostReferences = 100;

/** Notices come where reports come, so that a provider needs one address of ours: theirs say what they are of. */
export const isNotice = (url: string): boolean => /[?&]of=/.test(url);

/** Why a notice is none. */
export type WrongNotice = Readonly<{ kind: 'unknown' | 'foreign' | 'malformed'; why: string }>;

/**
 * A provider says that something may have changed: it is asked about right away, so that notices that come twice, late or in any order lead to what
 * the provider says now. What is unknown here is none of ours.
 */
export const receiveNotice = async (
  house: House,
  name: string,
  request: ReportRequest,
  { now }: Cause,
): Promise<WrongNotice | undefined> => {
  const registrar = await house.registrarNamed?.(name);
  if (!registrar) return { kind: 'unknown', why: 'Nothing is registered here through a provider of this name.' };
  const read = registrar.readNotice(request);
  if (read.kind !== 'notice') return read;
  const account = { provider: registrar.name, accountId: registrar.accountId };
  const paths = [...new Set(read.references)].slice(0, mostReferences).map((one) => registrarReferencePath(account, one));
  const found = (await house.documents.getMany<RegistrarLook>(paths)).flatMap((one) => one?.data ?? []);
  if (found.length === 0) return undefined;
  await house.documents.write(found.map((look) => ({ path: registrarLookPath(look.id), data: look, dueAt: now })));
  await house.bus.publish(topics.registrarLooks, [{ data: {}, key: 'registrar-looks' }]);
  return undefined;
};
