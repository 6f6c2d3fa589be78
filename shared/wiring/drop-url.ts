import { signUploadUrl } from '#adapters/gcs/upload-url.ts';
import { parseDropPath } from '#app/accept-drop.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Config } from './config.ts';
import { HouseUnavailable } from './house-unavailable.ts';

export type DropUrlRequest = Readonly<{ companyId: string; campaignId: string; file: string; minutes: number }>;
export type DropUrl = Readonly<{
  path: string;
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  expiresAt: string;
  /** for a shell: begins the upload and sends the file */
  curl: string;
}>;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Begins the upload at the signed address, and sends the file to the one that the answer names. */
const curlOf = (url: string, headers: Readonly<Record<string, string>>, file: string): string => {
  const all = Object.entries({ ...headers, 'content-type': 'application/octet-stream', 'content-length': '0' });
  const given = all.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`).join(' ');
  const begin = `curl -sS -f -X POST ${given} -D - -o /dev/null ${quoted(url)}`;
  return `curl -sS -f --upload-file ${quoted(file)} "$(${begin} | tr -d '\\r' | sed -n 's/^[Ll]ocation: //p')"`;
};

/** terraform/identities.tf calls it so. */
const signerOf = (projectId: string): string => `drop-signer@${projectId}.iam.gserviceaccount.com`;

/**
 * An address under which a company's own program may put one file into a campaign's drop folder, without an account at Google. Throws
 * HouseUnavailable and Refusal for people.
 */
export const dropUrl = async ({ googleCloud }: Config, request: DropUrlRequest): Promise<DropUrl> => {
  const { companyId, campaignId, file, minutes } = request;
  if (!googleCloud)
    throw new HouseUnavailable(
      'this house takes files from its own folder: put them there with "carillon drop FILE --campaign ID"; upload addresses are for a house on Google Cloud (CARILLON_HOUSE=google-cloud)',
    );
  const path = `drops/${companyId}/${campaignId}/${file}`;
  const drop = parseDropPath(path);
  if (drop?.companyId !== companyId || drop.campaignId !== campaignId)
    throw new Refusal(
      'drop_path_invalid',
      'a drop needs --company co_…, --campaign cmp_… (as "carillon status" shows them) and --file NAME',
    );
  const { projectId, bucket, storageHost } = googleCloud;
  const connection = { projectId, bucket, ...(storageHost !== undefined && { apiEndpoint: storageHost }) };
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  const { url, method, headers, ...rest } = await signUploadUrl({ ...connection, signer: signerOf(projectId) }, { path, expiresAt });
  return { path, url, method, headers, ...rest, curl: curlOf(url, headers, file) };
};
