import { commonErrors, type ErrorCodes } from './conventions/error-codes.ts';
import type { Resource } from './resource.ts';

/** All codes that may be answered, those of resources beside the common ones. */
export const codesOf = (resources: readonly Resource[]): ErrorCodes =>
  Object.assign({}, ...resources.map(({ errors }) => errors), commonErrors) as ErrorCodes;
