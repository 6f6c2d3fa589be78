import { registrationStream } from '#domain/kernel/streams.ts';
import { registration, type RegistrationCommand } from '#domain/registration/registration.ts';
import type { Registration } from '#domain/registration/registration-state.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import {
  listedAt,
  lookWrite,
  referenceWrites,
  registrationPath,
  type LookCause,
  type RegistrarLook,
  type RegistrationDocument,
} from './registrar-look.ts';

const registrationDocument = (state: Exclude<Registration, { status: 'unknown' }>): RegistrationDocument => {
  const { status, companyId, brandId, via, reference, carrierId, expiresAt, useCase, subUseCases, reasons, perSecond, tier } = state;
  return {
    companyId,
    brandId,
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(tier === undefined ? {} : { tier }),
    standing: {
      status,
      ...(via ? { via } : {}),
      ...(reference === undefined ? {} : { reference }),
      ...(carrierId === undefined ? {} : { carrierId }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(useCase === undefined ? {} : { useCase }),
      ...(subUseCases ? { subUseCases } : {}),
      ...(reasons.length > 0 ? { reasons } : {}),
    },
  };
};

/** A decision about a registration, and its document with it. Throws Refusals. */
export const changeRegistration = async (
  house: House,
  command: RegistrationCommand,
  { ticket, ...cause }: LookCause,
): Promise<Registration> => {
  const { registrationId, companyId } = command.data;
  const look: RegistrarLook = { kind: 'registration', companyId, id: registrationId };
  const documents = (state: Registration): readonly DocumentWrite[] =>
    state.status === 'unknown'
      ? []
      : [
          { path: registrationPath(registrationId), data: registrationDocument(state), dueAt: listedAt },
          lookWrite(look, state.status, { now: cause.now, ticket }),
          ...referenceWrites(look, state),
        ];
  return (await handle(house.store, registration, { stream: registrationStream(registrationId), companyId, command, cause, documents }))
    .state;
};
