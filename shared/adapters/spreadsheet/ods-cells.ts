import type { Attributes } from './xml-events.ts';
import { numberText } from './number-text.ts';
import type { CellText } from './sheet-cells.ts';

const duration = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

const clockOf = (value: string): string | undefined => {
  const found = duration.exec(value);
  if (!found) return undefined;
  const [, hours = '', minutes = '', seconds = ''] = found;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}${Number(seconds) === 0 ? '' : `:${seconds.padStart(2, '0')}`}`;
};

const dateOf = (value: string): string =>
  value.replace(/T00:00:00(\.0+)?$/, '').replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00(?:\.0+)?)?$/, '$1');

/** A number as it is shown where that has a meaning of its own: leading zeros, a currency, a percentage. */
const numberOf = (type: string, value: string, shown: string): string => {
  if (type !== 'float' && shown !== '') return shown;
  return /^0\d+$/.test(shown) && Number(shown) === Number(value) ? shown : numberText(Number(value), 'General');
};

/** What people see in a cell of an .ods. `shown` is the text that stands in the cell. */
export const odsCell = (attributes: Attributes, shown: string): CellText => {
  const type = attributes['calcext:value-type'] === 'error' ? 'error' : (attributes['office:value-type'] ?? '');
  const value = attributes['office:value'] ?? '';
  switch (type) {
    case 'error':
      return { text: '', isError: true };
    case 'date':
      return { text: dateOf(attributes['office:date-value'] ?? shown) };
    case 'time':
      return { text: clockOf(attributes['office:time-value'] ?? '') ?? shown };
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE' };
    case 'float':
    case 'currency':
    case 'percentage':
      return { text: Number.isFinite(Number(value)) && value !== '' ? numberOf(type, value, shown) : shown };
    default:
      return { text: shown === '' ? (attributes['office:string-value'] ?? '') : shown };
  }
};
