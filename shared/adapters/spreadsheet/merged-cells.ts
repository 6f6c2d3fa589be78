import type { Readable } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { tooLargeSheet } from './shared-texts.ts';

/** Rows count from 1, columns from 0. */
export type Area = Readonly<{ top: number; bottom: number; left: number; right: number }>;

/** The column of a cell's name ("AB12"), from 0; -1 where it names none. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
};

const areaOf = (reference: string): Area | undefined => {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return undefined;
  return { top: Number(found[2]), bottom: Number(found[4]), left: columnOf(found[1] ?? ''), right: columnOf(found[3] ?? '') };
};

const rowsEnd = /<\/(?:\w+:)?sheetData>/;
const longestEnd = 40;
const element = /<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,40})"/g;
const longestElement = 400;

/** Takes whole elements out of a text that may be cut anywhere; returns what has to be looked at again with the text that follows. */
const takeAreas = (text: string, areas: Area[]): string => {
  let done = Math.max(0, text.length - longestElement);
  for (const match of text.matchAll(element)) {
    const area = areaOf(match[1] ?? '');
    if (area) areas.push(area);
    done = Math.max(done, match.index + match[0].length);
  }
  if (areas.length > readingLimits.mergedCells) throw tooLargeSheet();
  return text.slice(done);
};

/** The merged cells of a sheet, which stand behind its rows: the rows before them are unpacked, but not parsed. */
export const readMergedCells = async (source: Readable): Promise<readonly Area[]> => {
  const areas: Area[] = [];
  let held = '';
  let isBehind = false;
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      held += block.toString('latin1');
      isBehind ||= rowsEnd.test(held);
      held = isBehind ? takeAreas(held, areas) : held.slice(-longestEnd);
    }
  } finally {
    source.destroy();
  }
  return areas.toSorted((one, other) => one.top - other.top);
};

/** Gives cells of an area the value of its first one, row after row from the top. */
export const mergedFiller = (areas: readonly Area[]) => {
  let next = 0;
  let active: { area: Area; value: string }[] = [];
  /** Rows must come in order; only cells before `width` are filled. */
  return (row: number, cells: string[], width: number): boolean => {
    active = active.filter(({ area }) => area.bottom >= row);
    for (; next < areas.length && areas[next]!.top <= row; next += 1) {
      const area = areas[next]!;
      if (area.bottom >= row) active.push({ area, value: area.top === row ? (cells[area.left] ?? '') : '' });
    }
    let filled = false;
    for (const { area, value } of active) {
      if (value === '') continue;
      for (let column = area.left; column <= area.right && column < width; column += 1) {
        if ((cells[column] ?? '') !== '') continue;
        cells[column] = value;
        filled = true;
      }
    }
    return filled;
  };
};
