import { remember } from '../kernel/remember.ts';
import { appointmentReader } from './appointment.ts';
import type { CompiledDefinition } from './compile-definition.ts';

/** What a company has noted of one of its locations; `timezone` is one of the IANA database. */
type Site = Readonly<{
  name: string;
  address?: string | undefined;
  phone?: string | undefined;
  directions?: string | undefined;
  timezone: string;
  /** another text whenever something else is said of it */
  mark?: string | undefined;
}>;

/** The company's location that a row names; undefined: none goes by that name. */
export type SiteNamed = (text: string) => Site | undefined;

/** Where its clock is another one than the campaign's: which one, and how appointments are read by it. */
export type RowSite = Site & Readonly<{ clock?: Readonly<{ zone: string; readAppointment: CompiledDefinition['readAppointment'] }> }>;

/** What is named most often is looked up once. */
const namesRemembered = 1_000;
const zonesRemembered = 50;

/** The campaign with the company's locations, where it says which column names them. A row that names none of them goes by the campaign's clock. */
export const withSites = (compiled: CompiledDefinition, siteNamed: SiteNamed | undefined): CompiledDefinition => {
  const { definition } = compiled;
  if (definition.fields['location'] === undefined || !siteNamed) return compiled;
  const readerIn = remember(zonesRemembered, (zone: string) => appointmentReader(zone, definition.region));
  const found = remember(namesRemembered, (text: string): Readonly<{ site?: RowSite }> => {
    const site = siteNamed(text);
    if (!site) return {};
    const { timezone: zone } = site;
    return { site: zone === definition.timezone ? site : { ...site, clock: { zone, readAppointment: readerIn(zone) } } };
  });
  return { ...compiled, siteOf: (text) => (text === undefined ? undefined : found(text).site) };
};
