import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type ReadRow } from '#ports/row-reader.ts';
import { flatObject } from './flat-object.ts';
import type { Element } from './list-splitter.ts';

/** The names of all values of the first objects, in the order in which they come. Throws FileUnreadable where they are too many. */
export const headerOf = async (elements: AsyncIterable<Element>): Promise<readonly string[]> => {
  const names = new Set<string>();
  let objects = 0;
  for await (const element of elements) {
    const cells = element && flatObject(element.toString());
    for (const name of cells?.keys() ?? []) names.add(name);
    if (names.size > readingLimits.columns) {
      throw new FileUnreadable(
        'file_too_wide',
        `The objects of the file have more than ${readingLimits.columns} values of different names. Leave out those that no message needs, and drop it again.`,
      );
    }
    if (cells) objects += 1;
    if (objects >= readingLimits.jsonHeaderObjects) break;
  }
  if (names.size === 0) throw new FileUnreadable('file_empty', 'There is no row in the file. Export it again and drop the new file.');
  return [...names];
};

/** The record of an element. Values whose name came too late for the header are left out, and told. */
export const objectRow = (element: Element, header: readonly string[], place: Readonly<{ end: number; row?: number }>): ReadRow => {
  if (element === undefined) return { ...place, cells: [], fault: 'row_too_large' };
  const cells = flatObject(element.toString());
  if (!cells) return { ...place, cells: [element.toString('utf8', 0, 200)], fault: 'row_unreadable' };
  const row = header.map((name) => cells.get(name) ?? '');
  const known = row.reduce((count, _, n) => count + (cells.has(header[n] ?? '') ? 1 : 0), 0);
  return known < cells.size ? { ...place, cells: row, notes: ['other_columns'] } : { ...place, cells: row };
};
