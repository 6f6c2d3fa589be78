/** How a locale writes 1234.5: which mark stands between thousands. The other one of comma and point is the decimal mark. */
export type NumberMarks = Readonly<{ thousands: ',' | '.' }>;

/** Money and counts have no more digits than these; a longer number is a slip, an id or a phone. */
const mostDigits = 15;

const withoutSigns = (text: string): string => text.replace(/^[\p{Sc}A-Za-z]{0,4}\s*|\s*[\p{Sc}A-Za-z]{0,4}$/gu, '');

/** The mark before the decimals; undefined where every mark stands between thousands. */
const decimalMark = (digits: string, { thousands }: NumberMarks): string | undefined => {
  const marks = digits.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (marks.some((mark) => mark !== last)) return last;
  if (marks.length > 1) return undefined;
  // "1,234" and "1.234" are read as the locale reads them, "12,5" and "0.125" can be nothing else
  return last === thousands && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? undefined : last;
};

const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * A number as people and programs write it: 45, 1,234.50, 1.234,50, 1 234,50, $45, -3. Undefined when it is none.
 * Currency signs and codes at either end are passed over.
 */
export const readNumber = (text: string, marks: NumberMarks): number | undefined => {
  const match = /^([-−+]?)(.*)$/su.exec(text.trim());
  const inner = withoutSigns((match?.[2] ?? '').trim());
  const signed = /^([-−+]?)(.*)$/su.exec(inner);
  const digits = (signed?.[2] ?? '').replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');
  if (!/^\d[\d.,]*$/.test(digits) || digits.replace(/\D/g, '').length > mostDigits) return undefined;
  const mark = decimalMark(digits, marks);
  const at = mark === undefined ? digits.length : digits.lastIndexOf(mark);
  const [whole, decimals] = [digits.slice(0, at), digits.slice(at + 1)];
  if (/[.,]/.test(whole) && !grouped.test(whole)) return undefined;
  if (/[.,]/.test(decimals)) return undefined;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
  const minus = /[-−]/u.test((match?.[1] ?? '') + (signed?.[1] ?? ''));
  return minus ? -value : value;
};
