import type { House } from './house.ts';
import { webhookPaths, webhookScope, type EndpointDocument, type SecretsDocument } from './webhook-paths.ts';

/** An endpoint as whoever calls it needs it. */
export type OpenEndpoint = Readonly<{
  endpointId: string;
  companyId: string;
  status: EndpointDocument['status'];
  url: string;
  /** those that sign now, the newest first */
  secrets: readonly string[];
  seal: (text: string) => string;
}>;

/** Undefined: it was removed. */
export const openEndpoint = async ({ documents, vault, clock }: House, endpointId: string): Promise<OpenEndpoint | undefined> => {
  const [endpoint, secrets] = await documents.getMany<EndpointDocument | SecretsDocument>([
    webhookPaths.endpoint(endpointId),
    webhookPaths.secrets(endpointId),
  ]);
  const key = endpoint && (await vault.existingKey(webhookScope(endpointId)));
  if (!endpoint || !secrets || !key) return undefined;
  const { companyId, status, address } = endpoint.data as EndpointDocument;
  const open = (sealed: string): string => key.open(Buffer.from(sealed, 'base64')).toString();
  const signing = (secrets.data as SecretsDocument).secrets.filter(({ until }) => until === undefined || until > clock.now());
  const seal = (text: string): string => key.seal(Buffer.from(text)).toString('base64');
  return { endpointId, companyId, status, url: open(address), secrets: signing.map(({ sealed }) => open(sealed)), seal };
};
