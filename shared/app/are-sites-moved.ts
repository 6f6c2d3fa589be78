import { createHash } from 'node:crypto';
import { siteMark } from '#domain/company/locations.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { readLocations } from './change-location.ts';
import type { House } from './house.ts';

type Sites = Pick<WorkItem, 'sites'>;

/** The locations that messages were made by, each in the state that it had: what a work item remembers of them. */
export const sitesIn = (touches: readonly AssembledTouch[]): Sites => {
  const sites = [...new Set(touches.flatMap((touch) => (touch.kind === 'message' ? (touch.site ?? []) : [])))];
  return sites.length === 0 ? {} : { sites };
};

/** Tells apart what is queued again under one version because locations changed; empty where none is named. */
export const movedTo = ({ sites: before = [] }: Sites, { sites: after = [] }: Sites): string => {
  if (before.length === 0 && after.length === 0) return '';
  return `~${createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('hex')
    .slice(0, 12)}`;
};

/** Whether a location that messages of the item were made by is another one now, or gone. */
export const areSitesMoved = async (
  house: Pick<House, 'store'>,
  { companyId, sites = [] }: Pick<WorkItem, 'companyId' | 'sites'>,
): Promise<boolean> => {
  if (sites.length === 0) return false;
  const now = new Set([...(await readLocations(house, companyId))].map(([id, one]) => siteMark(id, one)));
  return sites.some((site) => !now.has(site));
};
