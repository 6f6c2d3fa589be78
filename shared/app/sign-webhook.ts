import { createHmac, randomBytes } from 'node:crypto';

/** Standard Webhooks 1.0: 24 to 64 random bytes behind `whsec_`. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export type Signed = Readonly<{ id: string; /** real time, milliseconds */ at: number; body: string; secrets: readonly string[] }>;

/** The three headers of Standard Webhooks; while a secret is rotated each of them has its signature, the newest first. */
export const signWebhook = ({ id, at, body, secrets }: Signed): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at / 1_000));
  const signatureOf = (secret: string): string => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  };
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(signatureOf).join(' ') };
};
