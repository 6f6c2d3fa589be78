import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseMessageId, testId } from '#domain/kernel/ids.ts';
import { jsonOf } from '#http/json-of.ts';
import type { ReadReport, ReportRequest, StatusReport } from '#ports/provider.ts';

export type ReportReader = Readonly<{
  /** id of the page, or of a professional account on Instagram that stands alone */
  accountId: string;
  /** of the professional account that belongs to the page: Meta reports what goes through Instagram under this id */
  instagramId?: string | undefined;
  /** signs webhooks */
  appSecret: string;
  /** what Meta has to know to subscribe to our address; left out: it can't */
  verifyToken?: string | undefined;
}>;

const largestBody = 1024 * 1024;

const mid = z.string().regex(/^[\w=:.-]{16,400}$/);
/** Whatever else sends in the page's name has metadata of its own. */
const ourId = z.string().refine((text) => parseMessageId(text) !== undefined || testId.safeParse(text).success);
const echo = z.object({ message: z.object({ is_echo: z.literal(true), mid, metadata: ourId }) });
const webhook = z.object({
  object: z.enum(['page', 'instagram']),
  entry: z.array(z.object({ id: z.string(), messaging: z.array(z.record(z.string(), z.unknown())).default([]) })).min(1),
});

const isSigned = (appSecret: string, signature: string, body: string): boolean => {
  const expected = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

type Ours = Pick<ReportReader, 'accountId' | 'instagramId'>;

/** The events of a body that was found to be a webhook of Meta's, as far as they are about our page. */
export const readSigned = (
  { accountId, instagramId }: Ours,
  body: string,
): Readonly<{ object: 'page' | 'instagram'; events: readonly unknown[] }> => {
  const { object, entry } = webhook.parse(jsonOf(body));
  const ours = entry.filter(({ id }) => id === accountId || id === instagramId);
  return { object, events: ours.flatMap(({ messaging }) => messaging) };
};

/** Meta asks once whether the address is ours, and wants its challenge back. */
const greeted = (url: string, verifyToken: string | undefined): ReadReport => {
  const searchParams = new URLSearchParams(url.split('?').slice(1).join('?'));
  const [challenge, token] = [searchParams.get('hub.challenge'), searchParams.get('hub.verify_token')];
  if (searchParams.get('hub.mode') !== 'subscribe' || challenge === null) return { kind: 'malformed', why: 'not a POST' };
  if (verifyToken === undefined || token !== verifyToken) return { kind: 'foreign', why: 'another token' };
  return { kind: 'nothing', answer: { type: 'text/plain', body: challenge.slice(0, 200) } };
};

/**
 * Reads a webhook: Meta's signature over the body, our page, and of its events the echoes of what we sent, which carry our message id. All else
 * is answered and dropped, for Meta ends the webhooks of whoever refuses some: what people write, what was written in the page's own inbox, what
 * other apps sent, events of other pages of the same app, and reports of delivery, which name Meta's id alone. `why` never quotes the request.
 */
export const readReport = (reader: ReportReader, request: ReportRequest): ReadReport => {
  const { accountId, appSecret, verifyToken } = reader;
  if (request.method === 'GET') return greeted(request.url, verifyToken);
  if (request.method !== 'POST') return { kind: 'malformed', why: 'neither POST nor GET' };
  if (request.body.length > largestBody) return { kind: 'malformed', why: 'the body is too large' };
  const signature = request.headers['x-hub-signature-256'] ?? '';
  if (!isSigned(appSecret, signature, request.body)) return { kind: 'foreign', why: 'the signature does not match' };
  if (!webhook.safeParse(jsonOf(request.body)).success) return { kind: 'malformed', why: 'no events of a page' };
  const { events } = readSigned(reader, request.body);
  const reports = events.flatMap((event): StatusReport[] => {
    const { success, data } = echo.safeParse(event);
    return success ? [{ messageId: data.message.metadata, accountId, reference: data.message.mid, status: 'sent' }] : [];
  });
  const [report, ...also] = reports;
  return report ? { kind: 'report', report, ...(also.length > 0 && { also }) } : { kind: 'nothing' };
};
