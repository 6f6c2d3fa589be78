import type { Cause } from '#domain/kernel/event.ts';
import { listStream } from '#domain/kernel/streams.ts';
import { contactList } from '#domain/packet/contact-list.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { listNamed, type ListDocument, type NamedList } from './list-document.ts';

export type ForgottenList = Readonly<{ listId: string; rows: number }>;

/**
 * A list's people are forgotten, with those of all lists that stood under its name before. Packets that were made of it have rows of their
 * own. Throws a Refusal where there is none of that name, DocumentMoved where somebody keeps it anew in the same moment.
 */
export const forgetList = async (
  house: House,
  { by, ...named }: NamedList & Readonly<{ /** staff */ by: string }>,
  cause: Cause,
): Promise<ForgottenList> => {
  const { path, version, data } = await listNamed(house, named);
  const { companyId, listId, rows, earlier = [], forgotten = 0 } = data;
  // the keys first: a kill in between leaves a list that can be forgotten once more
  for (const id of [listId, ...earlier]) await house.vault.destroy(`list/${id}`);
  const after: ListDocument = { companyId, rows: 0, chunks: 0, forgotten: forgotten + 1 };
  await handle(house.store, contactList, {
    stream: listStream(listId),
    companyId,
    command: { type: 'ForgetList', data: { listId, forgottenBy: by } },
    cause,
    documents: () => [{ path, data: after, ifVersion: version }],
  });
  return { listId, rows };
};
