import { numberStream } from '#domain/kernel/streams.ts';
import { companyNumber, type CompanyNumber, type NumberCommand } from '#domain/registration/number.ts';
import { numberOf } from '#domain/registration/number-kind.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { numberPath } from './limits-of-sender.ts';
import { lookWrite, referenceWrites, type NumberDocument, type LookCause, type RegistrarLook } from './registrar-look.ts';
import { replacing, writeBeside } from './write-beside.ts';

const numberDocument = (before: NumberDocument | undefined, state: Exclude<CompanyNumber, { status: 'unknown' }>): NumberDocument => {
  const { status, companyId, kind, via, reference, registrationId, registeredAs, verification, suspended, reasons } = state;
  const said = before?.companyId === companyId ? before : undefined;
  return {
    companyId,
    ...(said?.brandId === undefined ? {} : { brandId: said.brandId }),
    ...(said?.perSecond === undefined ? {} : { perSecond: said.perSecond }),
    ...(registrationId === undefined ? {} : { registrationId }),
    standing: {
      status,
      kind,
      via,
      ...(reference === undefined ? {} : { reference }),
      ...(registeredAs === undefined ? {} : { registeredAs }),
      ...(verification === undefined ? {} : { verification }),
      ...(suspended ? { suspended } : {}),
      ...(reasons.length > 0 ? { reasons } : {}),
    },
  };
};

/** How often its provider is asked about it: never about one that is registered elsewhere. */
export const askedAs = ({ status, kind, registeredAs, verification }: Exclude<CompanyNumber, { status: 'unknown' }>): string => {
  if (registeredAs !== undefined) return 'elsewhere';
  if (kind !== 'toll_free' || status !== 'owned') return status;
  return verification === 'verified' ? 'approved' : 'pending';
};

/** A decision about a number of a company's, and its document with it. Throws Refusals. */
export const changeNumber = (house: House, command: NumberCommand, { ticket, ...cause }: LookCause): Promise<CompanyNumber> => {
  const { numberId, companyId } = command.data;
  const path = numberPath(numberOf(numberId));
  return writeBeside<NumberDocument, CompanyNumber>(house, path, async (before) => {
    const look: RegistrarLook = { kind: 'number', companyId, id: numberId };
    const documents = (state: CompanyNumber): readonly DocumentWrite[] =>
      state.status === 'unknown'
        ? []
        : [
            replacing(path, before, numberDocument(before?.data, state)),
            // one that is registered elsewhere is asked for nowhere
            lookWrite(look, askedAs(state), { now: cause.now, ticket }),
            ...referenceWrites(look, state),
          ];
    return (await handle(house.store, companyNumber, { stream: numberStream(numberId), companyId, command, cause, documents })).state;
  });
};
