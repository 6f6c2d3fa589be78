import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (folder: string, args: readonly string[]): void =>
  void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe', timeout: 20_000 });

/** Whether certificates can be made here: version 3 signs a foreign public key. */
export const canCertify = (): boolean => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8', timeout: 20_000 }).startsWith('OpenSSL 3');
  } catch {
    return false;
  }
};

export type Authority = Readonly<{
  /** its own certificate */
  cert: string;
  /** a certificate for a public key that somebody else has */
  certify: (subject: string, publicKey: string) => string;
  /** a certificate with its private key */
  issue: (subject: string) => Readonly<{ cert: string; key: string }>;
}>;

const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** An authority of a test, in a folder of its own. Its certificates are good for a day. */
export const makeAuthority = (folder: string, name: string): Authority => {
  const file = (kind: string): string => join(folder, `${name}-${kind}.pem`);
  const read = (kind: string): string => readFileSync(file(kind), 'utf8');
  const signing = ['-CA', file('ca'), '-CAkey', file('ca-key'), '-days', '1'];
  openssl(folder, ['req', '-x509', ...elliptic, '-keyout', file('ca-key'), '-out', file('ca'), '-subj', `/CN=${name}`, '-days', '1']);
  return {
    cert: read('ca'),
    certify: (subject, publicKey) => {
      writeFileSync(file('public'), publicKey);
      openssl(folder, ['x509', '-new', '-force_pubkey', file('public'), '-subj', `/CN=${subject}`, ...signing, '-out', file('signed')]);
      return read('signed');
    },
    issue: (subject) => {
      openssl(folder, ['req', '-x509', ...elliptic, '-keyout', file('key'), '-subj', `/CN=${subject}`, ...signing, '-out', file('cert')]);
      return { cert: read('cert'), key: read('key') };
    },
  };
};
