import type { Resource } from '../resource.ts';
import { getRegistration, listRegistrations } from './read-registrations.ts';
import { registrationErrors } from './registration-errors.ts';
import { appealRegistration, lookAtRegistration, submitRegistration } from './submit-registration.ts';
import { createRegistration, editRegistration } from './write-registrations.ts';

export const registrations: Resource = {
  name: 'Registrations',
  description: 'What a brand sends, as carriers of the United States have it (10DLC; they call it a campaign).',
  operations: [
    createRegistration,
    listRegistrations,
    getRegistration,
    editRegistration,
    submitRegistration,
    appealRegistration,
    lookAtRegistration,
  ],
  errors: registrationErrors,
};
