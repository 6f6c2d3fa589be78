import { momentText, numberText, type NumberKind } from './number-text.ts';

/** A cell as the file has it. */
export type RawCell = Readonly<{ type: string; style: number; value: string; inline: string }>;
/** `isError`: a formula that gives no value. */
export type CellText = Readonly<{ text: string; isError?: true; note?: string }>;

export type CellContext = Readonly<{
  textOf: (index: number) => string | undefined;
  styles: readonly NumberKind[];
  from1904: boolean;
}>;

/** Excel keeps 15 digits of a number: of a longer one the last digits are lost. */
const mostDigits = 1e15;

/** The text of a number with its format. */
export const numberCell = (value: number, kind: NumberKind | undefined, from1904: boolean): CellText => {
  if (kind?.kind === 'moment') {
    const text = momentText(value, kind, from1904);
    return text === undefined ? { text: numberText(value, 'General') } : { text };
  }
  const text = numberText(value, kind?.code ?? 'General');
  return Math.abs(value) >= mostDigits ? { text, note: 'number_rounded' } : { text };
};

const errorCell: CellText = { text: '', isError: true };

/** Signs that XML can't hold stand as _x000D_ in the texts of an .xlsx. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** What people see in a cell of an .xlsx: formulas give the value that was worked out last. */
export const cellText = ({ type, style, value, inline }: RawCell, { textOf, styles, from1904 }: CellContext): CellText => {
  if (type === 'inlineStr') return { text: unescaped(inline) };
  if (value === '') return { text: '' };
  if (type === 's') return { text: unescaped(textOf(Number(value)) ?? '') };
  if (type === 'str') return { text: unescaped(value) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return errorCell;
  if (type === 'd') return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, '') };
  const number = Number(value);
  return Number.isFinite(number) ? numberCell(number, styles[style], from1904) : { text: value };
};
