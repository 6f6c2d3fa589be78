import { checkFilePath } from '#domain/kernel/file-path.ts';
import { connectBucket, type StorageConnection } from './connect-bucket.ts';
import { inTime, usualPatience } from './patience.ts';
import { StorageTrouble } from './storage-trouble.ts';

/** An address under which anybody may begin one upload, until it expires. */
export type UploadUrl = Readonly<{ url: string; method: 'POST'; headers: Readonly<Record<string, string>>; expiresAt: string }>;

export type SignerOptions = StorageConnection &
  Readonly<{
    bucket: string;
    /** the service account that signs, through the IAM API, where this process holds no account's own key */
    signer: string;
    /** of the IAM API, for tests */
    signingEndpoint?: string;
  }>;

/** Without a key the IAM API signs for whoever may sign as that account, a person as well, of whom the SDK knows no address. */
const signAs = async (auth: object & { getCredentials: () => Promise<{ private_key?: string }> }, signer: string): Promise<void> => {
  const own = await auth.getCredentials().catch(() => ({ private_key: undefined }));
  if (own.private_key === undefined) Object.assign(auth, { getCredentials: () => Promise.resolve({ client_email: signer }) });
};

/**
 * Signs (V4) the start of a resumable upload of the file at `path`. The signature covers the whole address, so that no other file's can be
 * made of it. What it allows is what the signer may do in the bucket. Throws StorageTrouble where it can't be signed.
 */
export const signUploadUrl = async (
  { bucket: name, signer, signingEndpoint, ...connection }: SignerOptions,
  { path, expiresAt }: Readonly<{ path: string; expiresAt: Date }>,
): Promise<UploadUrl> => {
  checkFilePath(path);
  const { bucket, close } = await connectBucket(name, connection);
  const wanted = {
    version: 'v4',
    action: 'resumable',
    expires: expiresAt,
    ...(signingEndpoint !== undefined && { signingEndpoint }),
  } as const;
  const sign = async (): Promise<string> => {
    await signAs(bucket.storage.authClient, signer);
    const [url] = await bucket.file(path).getSignedUrl(wanted);
    return url;
  };
  try {
    const url = await inTime(sign(), usualPatience.requestMs);
    return { url, method: 'POST', headers: { 'x-goog-resumable': 'start' }, expiresAt: expiresAt.toISOString() };
  } catch {
    throw new StorageTrouble(
      'signing_refused',
      `nobody signs as ${signer}: log in with "gcloud auth application-default login" as somebody who has roles/iam.serviceAccountTokenCreator on that account (terraform gives it to its operators)`,
    );
  } finally {
    await close();
  }
};
