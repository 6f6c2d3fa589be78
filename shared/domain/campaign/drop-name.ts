import { dropSource, fixesFolder } from './mapping.ts';

/** A file that is handed in, and what is said of it. */
export type HandedIn = Readonly<{
  /** the file's own name, without folders */
  name: string;
  /** whose columns count */
  source?: string | undefined;
  /** the packet of which it corrects rows */
  fixes?: string | undefined;
  /** it is all that there is: what it has no more is canceled */
  full?: boolean | undefined;
  /** a packet of its own, though the same content came before */
  again?: boolean | undefined;
  /** names the folders of this one; small letters and digits */
  stamp: string;
}>;

/** Where a file belongs below its campaign's drop folder: what is said of it stands in the names of folders. */
export const dropName = ({ name, source, fixes, full = false, again = false, stamp }: HandedIn): string =>
  [
    ...(source === undefined || source === dropSource ? [] : [source]),
    ...(fixes === undefined ? [] : [fixesFolder(fixes)]),
    ...(full ? [`full-${stamp}`] : []),
    ...(again ? [`again-${stamp}`] : []),
    name,
  ].join('/');
