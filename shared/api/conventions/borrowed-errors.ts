import type { ErrorCodes } from './error-codes.ts';

/** Codes of another resource that operations of this one answer too: described once, and told in the documents of both. */
export const borrowedErrors = (errors: ErrorCodes, ...codes: readonly string[]): ErrorCodes =>
  Object.fromEntries(
    codes.map((code) => {
      const known = Object.hasOwn(errors, code) ? errors[code] : undefined;
      if (!known) throw new Error(`nobody has described the code ${code}`);
      return [code, known];
    }),
  );
