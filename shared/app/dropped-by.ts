import { DocumentMoved, type Document } from '#ports/documents.ts';
import type { House } from './house.ts';

/** `startsAt`: its messages go from then on, UTC ISO. */
export type Said = Readonly<{ md5: string; by: string; startsAt?: string }>;

/** How many contents came under one name, and who said that he would drop the next one. */
export type NameDocument = Readonly<{ versions: number; said?: Said }>;

type Drop = Readonly<{ companyId: string; campaignId: string; fileName: string }>;

export const namePath = ({ vault }: Pick<House, 'vault'>, { companyId, campaignId, fileName }: Drop): string =>
  `companies/${companyId}/fileNames/${vault.fingerprint(companyId, `${campaignId}/${fileName}`)}`;

const tries = 5;

/** Somebody of the staff is about to drop this content: a bucket does not know who he is. */
export const sayDrop = async (
  house: House,
  { md5, by, startsAt, ...drop }: Drop & Readonly<{ /** lower-case hex */ md5: string; by: string; startsAt?: string | undefined }>,
): Promise<void> => {
  const path = namePath(house, drop);
  for (let left = tries; ; left--) {
    const found = await house.documents.get<NameDocument>(path);
    const data: NameDocument = { versions: found?.data.versions ?? 0, said: { md5, by, ...(startsAt === undefined ? {} : { startsAt }) } };
    try {
      return await house.documents.write([found ? { path, data, ifVersion: found.version } : { path, data, ifAbsent: true }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** One more content came under the name; whoever said that he would drop another one is still to come. */
export const countedName = (name: Document<NameDocument> | undefined, versions: number, said: Said | undefined): NameDocument =>
  name?.data.said && said === undefined ? { versions, said: name.data.said } : { versions };

/** What was said of this content under this name, by whoever dropped it. */
export const droppedBy = (name: Document<NameDocument> | undefined, md5: string): Said | undefined =>
  name?.data.said?.md5 === md5 ? name.data.said : undefined;
