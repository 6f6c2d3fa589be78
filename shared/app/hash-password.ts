import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '#domain/kernel/refusal.ts';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. Hashes of other parameters are taken, and made anew when somebody signs in. */
const current: Parameters = { memoryKib: 19_456, passes: 2, lanes: 1 };
const tagLength = 32;
const saltLength = 16;

type Parameters = Readonly<{ memoryKib: number; passes: number; lanes: number }>;

/** Nobody's hash may take more than that, whatever a document says. */
const mostMemoryKib = 65_536;

/** So many at one time (each needs its memory and a core), and so many that wait for them: a storm of logins takes no more. */
const mostAtOnce = 2;
const mostWaiting = 60;

let running = 0;
const waiting: (() => void)[] = [];

const enter = async (): Promise<void> => {
  if (running < mostAtOnce) {
    running++;
    return;
  }
  if (waiting.length >= mostWaiting) throw new Refusal('logins_many', 'many people sign in at this moment: try again in a few seconds');
  // whoever leaves hands its place over
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const leave = (): void => {
  const next = waiting.shift();
  if (next) next();
  else running--;
};

/** The same text typed on another keyboard is the same (NIST SP 800-63B-4, 3.1.1.2). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));

const tagOf = async (password: string, salt: Buffer, { memoryKib, passes, lanes }: Parameters): Promise<Buffer> => {
  await enter();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const asked = { message: bytesOf(password), nonce: salt, parallelism: lanes, tagLength, memory: memoryKib, passes };
      argon2('argon2id', asked, (error, tag) => (error ? reject(error) : resolve(Buffer.from(tag))));
    });
  } finally {
    leave();
  }
};

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const textOf = ({ memoryKib, passes, lanes }: Parameters, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;

/** As PHC strings write it. Throws a Refusal `logins_many`. */
export const hashPassword = async (password: string, parameters: Parameters = current): Promise<string> => {
  const salt = randomBytes(saltLength);
  return textOf(parameters, salt, await tagOf(password, salt, parameters));
};

const form = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** Where there is nobody to compare with, the same work is done. */
const nobody = textOf(current, randomBytes(saltLength), randomBytes(tagLength));

export type Verified = Readonly<{ isRight: boolean; /** the hash has other parameters than new ones */ isOld: boolean }>;

/** Takes as long whether or not there is a hash. Throws a Refusal `logins_many`. */
export const verifyPassword = async (password: string, stored: string | undefined): Promise<Verified> => {
  const [, memory, passes, lanes, salt, tag] = form.exec(stored ?? nobody) ?? [];
  const parameters = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  if (salt === undefined || tag === undefined || parameters.memoryKib > mostMemoryKib) return { isRight: false, isOld: true };
  const made = await tagOf(password, Buffer.from(salt, 'base64'), parameters);
  const isSame = timingSafeEqual(made, Buffer.from(tag, 'base64'));
  const isOld = JSON.stringify(parameters) !== JSON.stringify(current);
  return { isRight: isSame && stored !== undefined, isOld };
};
