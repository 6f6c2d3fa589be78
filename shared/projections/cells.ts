/** Values as the reporting tables hold them. */

/** UTC ISO → `YYYY-MM-DD hh:mm:ss.mmm` */
export const timeCell = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 23)}`;

/** UTC day of an instant. */
export const dayCell = (instant: string): string => instant.slice(0, 10);

/** At most `length` characters, none cut in half. */
export const textCell = (text: string | undefined, length: number): string | null => {
  if (text === undefined) return null;
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
};

const amount = /^-?\d{1,6}(?:\.\d{1,12})?$/;

/** A price as the provider states it, in millionths; providers state what we owe with either sign. Null when it is no amount. */
export const millionthsOf = (price: string | undefined): number | null =>
  price !== undefined && amount.test(price) ? Math.round(Math.abs(Number(price)) * 1e6) : null;

export const priceCell = (millionths: number | null): string | null => (millionths === null ? null : (millionths / 1e6).toFixed(6));
