import type { Row } from './assemble.ts';
import { fieldsOf, mendedIn, type Binding } from './columns.ts';
import type { CompiledDefinition } from './compile-definition.ts';

/** A place that the company does not have: the row goes by the campaign's clock, and somebody should look at it. */
const namesNoSite = ({ siteOf }: CompiledDefinition, binding: Binding, { cells, fault }: Row): boolean => {
  if (!siteOf || fault !== undefined) return false;
  const { location } = fieldsOf({ sources: binding.sources.filter(({ name }) => name === 'location'), mended: [] }, cells);
  return location !== undefined && siteOf(location) === undefined;
};

/** What is to be counted of a row while it is read, as codes: what was mended in it, and a location that nobody knows. */
export const rowNotes = (compiled: CompiledDefinition, binding: Binding, row: Row): readonly string[] => {
  const mended = mendedIn(binding, row);
  return namesNoSite(compiled, binding, row) ? [...mended, 'location_invalid'] : mended;
};
