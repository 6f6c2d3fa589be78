/** Where what belongs to customers' webhooks is kept: in two collections, for a database of Firestore takes few exemptions of indexes. */
export const webhookPaths = {
  /** which companies have an endpoint that is called: one document, so that nobody else costs anything */
  listening: 'hooks/all',
  /** how far the log was read for them */
  checkpoint: (partition: string): string => `hooks/at.${partition}`,
  /** the company's endpoints that are called, and what each hears */
  company: (companyId: string): string => `hooks/${companyId}`,
  endpoint: (endpointId: string): string => `hooks/${endpointId}`,
  /** stands here alone: credentials are never in the log */
  secrets: (endpointId: string): string => `hooks/${endpointId}.secrets`,
  /** whether it answers */
  health: (endpointId: string): string => `hooks/${endpointId}.health`,
  /** what is to be told there */
  queue: (endpointId: string): string => `hooks/${endpointId}/hookQueue`,
  queued: (endpointId: string, id: string): string => `hooks/${endpointId}/hookQueue/${id}`,
  /** what was tried there */
  attempts: (endpointId: string): string => `hooks/${endpointId}/hooks`,
  attempt: (endpointId: string, id: string): string => `hooks/${endpointId}/hooks/${id}`,
} as const;

/** The scope of the key that seals an endpoint's address, secrets and what it answered. */
export const webhookScope = (endpointId: string): string => `webhook/${endpointId}`;

/** Companies with an endpoint that is called. */
export type Listening = Readonly<{ companies: readonly string[] }>;

export type CompanyWebhooks = Readonly<{
  endpoints: readonly Readonly<{ endpointId: string; events: readonly string[]; since: string }>[];
}>;

/** `address`: sealed */
export type EndpointDocument = Readonly<{ companyId: string; status: 'enabled' | 'disabled'; address: string }>;

/** Newest first; `until`: business time, UTC ISO. */
export type SecretsDocument = Readonly<{ companyId: string; secrets: readonly Readonly<{ sealed: string; until?: string }>[] }>;

/** Real time, milliseconds. */
export type HealthDocument = Readonly<{
  /** since then nothing was taken */
  failingSince?: number;
  /** calls in a row to which nobody answered */
  silent: number;
  /** the company's admins know that it fails */
  isTold?: true;
  /** nothing is called before */
  notBefore?: number;
}>;
