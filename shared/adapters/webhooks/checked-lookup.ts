import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayReach, type Reach } from './address-guard.ts';

/** The name leads to where nobody outside may send us. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
  constructor() {
    super('the name leads into a private network');
    this.name = 'AddressRefused';
  }
}

/** All addresses of a name. */
export type Resolve = (host: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void;

const asksTheMachine: Resolve = (host, done) => lookup(host, { all: true, verbatim: true }, done);

/**
 * Asks for a name once and gives the socket what was checked, so that no second answer can lead elsewhere (DNS rebinding). One bad address
 * among good ones refuses them all.
 */
export const checkedLookup =
  (reach: Reach, resolve: Resolve = asksTheMachine): LookupFunction =>
  (host, options, done) =>
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => mayReach(address, reach))) return done(new AddressRefused(), '', 0);
      return options.all ? done(null, [...addresses]) : done(null, first.address, first.family);
    });
