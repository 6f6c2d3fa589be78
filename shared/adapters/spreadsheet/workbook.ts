import type { Readable } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type ZipFiles } from '#ports/row-reader.ts';
import { numberKind, type NumberKind } from './number-text.ts';
import { damagedSheet, parseXml, type Attributes } from './xml-events.ts';

const { workbookBytes } = readingLimits;

export type Workbook = Readonly<{
  sheet: string;
  sheetPath: string;
  /** sheets that are not read */
  otherSheets: number;
  from1904: boolean;
  sharedTextsPath: string | undefined;
  /** what a cell's style makes of its number */
  styles: readonly NumberKind[];
}>;

type Sheet = Readonly<{ name: string; id: string; isVisible: boolean }>;

/** Attributes of all elements of a name, with the names of those around them. */
const collect = async (source: Readable, wanted: readonly string[]): Promise<readonly (readonly [path: string, Attributes])[]> => {
  const found: (readonly [string, Attributes])[] = [];
  const path: string[] = [];
  await parseXml(source, {
    open: (name, attributes) => {
      path.push(name);
      if (wanted.includes(name)) found.push([path.join('/'), attributes]);
    },
    close: () => path.pop(),
    text: () => {},
  });
  return found;
};

const read = (zip: ZipFiles, name: string): Promise<Readable> => zip.read(name, workbookBytes);

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** A target is relative to the file that names it, or begins at the root. */
const resolve = (from: string, target: string): string => new URL(target, `zip:/${folderOf(from)}`).pathname.slice(1);

const relationsOf = async (zip: ZipFiles, path: string): Promise<ReadonlyMap<string, Readonly<{ type: string; path: string }>>> => {
  const name = `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
  if (!zip.names.includes(name)) throw damagedSheet();
  const relations = await collect(await read(zip, name), ['Relationship']);
  return new Map(
    relations.map(([, { Id = '', Type = '', Target = '' }]) => [
      Id,
      { type: Type.slice(Type.lastIndexOf('/') + 1), path: resolve(path, Target) },
    ]),
  );
};

const stylesOf = async (zip: ZipFiles, path: string | undefined): Promise<readonly NumberKind[]> => {
  if (path === undefined || !zip.names.includes(path)) return [];
  const found = await collect(await read(zip, path), ['numFmt', 'xf']);
  const codes = new Map<number, string>();
  for (const [at, { numFmtId, formatCode }] of found)
    if (at.endsWith('/numFmts/numFmt')) codes.set(Number(numFmtId), formatCode ?? 'General');
  const cells = found.filter(([at]) => at.endsWith('/cellXfs/xf'));
  return cells.map(([, { numFmtId = '0' }]) => numberKind(Number(numFmtId), codes.get(Number(numFmtId))));
};

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

const noSheet = (): FileUnreadable =>
  new FileUnreadable(
    'sheet_missing',
    'The spreadsheet has no sheet that is visible. Show the one with the rows, save it and drop it again.',
  );

/** What has to be known of an .xlsx before its rows are read. Throws FileUnreadable. */
export const readWorkbook = async (zip: ZipFiles): Promise<Workbook> => {
  const roots = await relationsOf(zip, '');
  const path = [...roots.values()].find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined || !zip.names.includes(path)) throw damagedSheet();
  const relations = await relationsOf(zip, path);
  const found = await collect(await read(zip, path), ['sheet', 'workbookPr']);
  const sheets: readonly Sheet[] = found
    .filter(([at]) => at.endsWith('/sheets/sheet'))
    .map(([, { name = '', state = 'visible', ...others }]) => ({
      name,
      id: others['r:id'] ?? others['id'] ?? '',
      isVisible: state === 'visible',
    }));
  const chosen = sheets.find(({ id, isVisible }) => isVisible && relations.get(id)?.type === 'worksheet');
  const sheetPath = chosen && relations.get(chosen.id)?.path;
  if (!chosen || sheetPath === undefined) throw noSheet();
  if (!zip.names.includes(sheetPath)) throw damagedSheet();
  const pathOf = (kind: string): string | undefined => [...relations.values()].find(({ type }) => type === kind)?.path;
  return {
    sheet: chosen.name,
    sheetPath,
    otherSheets: sheets.length - 1,
    from1904: found.some(([at, { date1904 }]) => at.endsWith('workbookPr') && isOn(date1904)),
    sharedTextsPath: pathOf('sharedStrings'),
    styles: await stylesOf(zip, pathOf('styles')),
  };
};
