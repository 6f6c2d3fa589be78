import { zipOf } from './zip-of.ts';

const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
const relations = (pairs: readonly (readonly [id: string, type: string, target: string])[]): string =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pairs
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );

export type XlsxParts = Readonly<{
  /** of the sheet that is read: cols, sheetData and what follows */ sheet: string;
  shared?: string;
  styles?: string;
  /** inside of the workbook */ workbook?: string;
  sheets?: readonly (readonly [name: string, state: string])[];
}>;

/** An .xlsx whose first visible sheet has this XML. */
export const xlsxOf = ({ sheet, shared = '', styles = '', workbook = '', sheets = [['People', 'visible']] }: XlsxParts): Buffer => {
  const visible = sheets.findIndex(([, state]) => state === 'visible');
  const list = sheets.map(([name, state], n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="s${n}"/>`).join('');
  const other = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>not this one</t></is></c></row></sheetData></worksheet>';
  const files: Record<string, string> = {
    '[Content_Types].xml': xml('<Types/>'),
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(`<workbook xmlns:r="http://r">${workbook}<sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, n) => [`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
      ['t', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['f', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': xml(`<sst>${shared}</sst>`),
    'xl/styles.xml': xml(`<styleSheet>${styles}</styleSheet>`),
  };
  for (const n of sheets.keys()) files[`xl/worksheets/sheet${n}.xml`] = xml(n === visible ? `<worksheet>${sheet}</worksheet>` : other);
  return zipOf(files);
};

/** An .ods with this XML within office:spreadsheet. */
export const odsOf = (tables: string, styles = ''): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': xml(
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
