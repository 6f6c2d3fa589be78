import { randomBytes } from 'node:crypto';

const process = randomBytes(9).toString('base64url');
let count = 0;

/** An id that no other write anywhere has: short, because every document and every record carries some. */
export const newWriteId = (): string => `${process}${(count++).toString(36)}`;
