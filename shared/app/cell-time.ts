import type { Value } from '#ports/read-model.ts';

/** An instant as the reporting tables have it (UTC, milliseconds); left out: null. */
export const cellTime = (instant: string | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString().replace('T', ' ').replace('Z', '');

/** And back. */
export const isoOf = (cell: Value | undefined): string => `${String(cell).replace(' ', 'T')}Z`;

const cell = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;
export const isCellTime = (text: unknown): text is string => typeof text === 'string' && cell.test(text);
