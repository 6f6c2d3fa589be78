import { dropSource } from '#domain/campaign/mapping.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { Document, DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** source → order of the newest full list that was compared: an older one that comes later is overtaken by it. */
export type FullLists = Readonly<{ newest: Readonly<Record<string, number>> }>;

const fullListsPath = (campaignId: string): string => `fullLists/${campaignId}`;
export const isFullListsPath = (path: string): boolean => path.startsWith('fullLists/');

export const readFullLists = ({ documents }: House, campaignId: string): Promise<Document<FullLists> | undefined> =>
  documents.get<FullLists>(fullListsPath(campaignId));

/** A full list is compared with those of its own source alone: what one system has says nothing about another one's appointments. */
export const newestList = (lists: Document<FullLists> | undefined, source = dropSource): number =>
  lists && Object.hasOwn(lists.data.newest, source) ? (lists.data.newest[source] ?? 0) : 0;

/** None where the list, or a newer one, was noted before. */
export const noteNewest = (
  campaignId: string,
  { source = dropSource, order }: Readonly<{ source?: string | undefined; order: number }>,
  lists: Document<FullLists> | undefined,
): readonly DocumentWrite[] => {
  if (newestList(lists, source) >= order) return [];
  const condition = lists ? { ifVersion: lists.version } : { ifAbsent: true as const };
  return [
    { path: fullListsPath(campaignId), data: { newest: { ...lists?.data.newest, [source]: order } } satisfies FullLists, ...condition },
  ];
};

/** Rows are decided by what was the newest list when they are stored. */
export const sameFullLists = (campaignId: string, lists: Document<FullLists> | undefined): DocumentExpectation => {
  const path = fullListsPath(campaignId);
  return lists ? { path, version: lists.version } : { path, absent: true };
};

/** Whether rows of a packet are known as appointments that full lists may miss. A campaign that joins takes no full lists. */
export const isListed = (
  { definition }: CompiledDefinition,
  { isFull, lists }: Readonly<{ isFull: boolean; lists: Document<FullLists> | undefined }>,
): boolean => definition.join === undefined && (isFull || definition.packets === 'full' || lists !== undefined);
