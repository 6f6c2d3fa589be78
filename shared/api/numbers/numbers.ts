import type { Resource } from '../resource.ts';
import { numberErrors } from '../registrations/registration-errors.ts';
import { assignNumber, lookAtNumber, releaseNumber, resumeNumber, suspendNumber } from './change-numbers.ts';
import { addNumber, buyNumber } from './get-numbers-in.ts';
import { getNumber, listNumbers, searchNumbers } from './read-numbers.ts';

export const numbers: Resource = {
  name: 'Numbers',
  description: 'Numbers of the company: searched, bought, put under a registration, suspended, given back.',
  operations: [
    searchNumbers,
    buyNumber,
    addNumber,
    listNumbers,
    getNumber,
    assignNumber,
    lookAtNumber,
    suspendNumber,
    resumeNumber,
    releaseNumber,
  ],
  errors: numberErrors,
};
