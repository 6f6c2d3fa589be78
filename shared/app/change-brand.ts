import { brandStream } from '#domain/kernel/streams.ts';
import { brand, type Brand, type BrandCommand } from '#domain/registration/brand.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { brandPath } from './limits-of-sender.ts';
import { lookWrite, referenceWrites, type BrandDocument, type LookCause, type RegistrarLook } from './registrar-look.ts';
import { replacing, writeBeside } from './write-beside.ts';

const brandDocument = (before: BrandDocument | undefined, state: Exclude<Brand, { status: 'unknown' }>): BrandDocument => {
  const { status, companyId, via, reference, carrierId, score, tier, reasons } = state;
  const perDay = before?.companyId === companyId ? before.perDay : undefined;
  // a tier that somebody has said stands until carriers say theirs
  const known = tier ?? (before?.companyId === companyId ? before.tier : undefined);
  return {
    companyId,
    ...(known === undefined ? {} : { tier: known }),
    ...(perDay === undefined ? {} : { perDay }),
    standing: {
      status,
      ...(via ? { via } : {}),
      ...(reference === undefined ? {} : { reference }),
      ...(carrierId === undefined ? {} : { carrierId }),
      ...(score === undefined ? {} : { score }),
      ...(reasons.length > 0 ? { reasons } : {}),
    },
  };
};

/** A decision about a brand, and its document with it. Throws Refusals. */
export const changeBrand = (house: House, command: BrandCommand, { ticket, ...cause }: LookCause): Promise<Brand> => {
  const { brandId, companyId } = command.data;
  const path = brandPath(brandId);
  return writeBeside<BrandDocument, Brand>(house, path, async (before) => {
    const look: RegistrarLook = { kind: 'brand', companyId, id: brandId };
    const documents = (state: Brand): readonly DocumentWrite[] =>
      state.status === 'unknown'
        ? []
        : [
            replacing(path, before, brandDocument(before?.data, state)),
            lookWrite(look, state.status, { now: cause.now, ticket }),
            ...referenceWrites(look, state),
          ];
    return (await handle(house.store, brand, { stream: brandStream(brandId), companyId, command, cause, documents })).state;
  });
};
