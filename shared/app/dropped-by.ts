import { DocumentMoved, type Document } from '#ports/documents.ts';
import type { House } from './house.ts';

/** How many contents came under one name, and who said that he would drop the next one. */
export type NameDocument = Readonly<{ versions: number; said?: Readonly<{ md5: string; by: string }> }>;

type Drop = Readonly<{ companyId: string; campaignId: string; fileName: string }>;

export const namePath = ({ vault }: Pick<House, 'vault'>, { companyId, campaignId, fileName }: Drop): string =>
  `companies/${companyId}/fileNames/${vault.fingerprint(companyId, `${campaignId}/${fileName}`)}`;

const tries = 5;

/** Somebody of the staff is about to drop this content: a bucket does not know who he is. */
export const sayDrop = async (
  house: House,
  { md5, by, ...drop }: Drop & Readonly<{ /** lower-case hex */ md5: string; by: string }>,
): Promise<void> => {
  const path = namePath(house, drop);
  for (let left = tries; ; left--) {
    const found = await house.documents.get<NameDocument>(path);
    const data: NameDocument = { versions: found?.data.versions ?? 0, said: { md5, by } };
    try {
      return await house.documents.write([found ? { path, data, ifVersion: found.version } : { path, data, ifAbsent: true }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** One more content came under the name; whoever said that he would drop another one is still to come. */
export const countedName = (name: Document<NameDocument> | undefined, versions: number, acceptedBy: string | undefined): NameDocument =>
  name?.data.said && acceptedBy === undefined ? { versions, said: name.data.said } : { versions };

/** Who said that he would drop this content under this name. */
export const droppedBy = (name: Document<NameDocument> | undefined, md5: string): string | undefined =>
  name?.data.said?.md5 === md5 ? name.data.said.by : undefined;
