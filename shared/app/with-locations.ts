import { siteMark, siteNamed } from '#domain/company/locations.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { withSites, type SiteNamed } from '#domain/message/with-sites.ts';
import { readLocations } from './change-location.ts';
import type { House } from './house.ts';

type Store = Pick<House, 'store'>;

/** How rows name the company's locations; undefined where it has none. */
export const sitesOf = async (house: Store, companyId: string): Promise<SiteNamed | undefined> => {
  const all = await readLocations(house, companyId);
  if (all.size === 0) return undefined;
  const marks = new Map([...all].map(([id, one]) => [one, siteMark(id, one)]));
  return (text) => {
    const found = siteNamed(all, text);
    return found && { ...found, mark: marks.get(found) };
  };
};

/** The campaign with the company's locations as they are now, read only where a column of it names them. */
export const withLocations = async (house: Store, companyId: string, compiled: CompiledDefinition): Promise<CompiledDefinition> =>
  compiled.definition.fields['location'] === undefined ? compiled : withSites(compiled, await sitesOf(house, companyId));
