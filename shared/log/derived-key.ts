import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

export const keyBytes = 32;

/** A key for one purpose alone: who has it learns nothing of the key that it comes from. */
export const derivedKey = (key: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `carillon/${purpose}`, keyBytes)));
