import type { Cause } from '#domain/kernel/event.ts';
import type { Document } from '#ports/documents.ts';
import { forgetPerson } from './forget-person.ts';
import { openAsked, type Progress, type UserForgetting } from './progress-write.ts';
import type { House } from './house.ts';
import { scopeOfUser } from './user-document.ts';

/** Real time of one handler, within that of its door. */
const budgetMs = 200_000;

const finishUser = async (house: House, { path, data: { userId } }: Document<UserForgetting>): Promise<void> => {
  await house.vault.destroy(scopeOfUser(userId));
  await house.documents.write([{ path, delete: true }]);
};

/** Goes on where somebody who forgot a person, or a user, was left, to the end. Again: nothing. Throws ReadModelAway, RebuildBusy. */
export const finishForgetting = async (house: House, path: string, cause: Cause): Promise<void> => {
  const found = await house.documents.get<Progress | UserForgetting>(path);
  if (found?.dueAt === undefined || found.dueAt > cause.now) return;
  if ('userId' in found.data) return finishUser(house, found as Document<UserForgetting>);
  const asked = await openAsked(house, found.data);
  const { companyId } = found.data;
  if (asked) await forgetPerson(house, { companyId, ...asked, budgetMs }, { ...cause, id: `${cause.id}.forget` });
};
