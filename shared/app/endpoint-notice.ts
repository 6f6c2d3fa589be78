import { createHash } from 'node:crypto';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import type { OpenEndpoint } from './open-endpoint.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { sendHouseMail } from './send-house-mail.ts';
import { personalOf, usersOf } from './user-document.ts';
import { webhookPaths } from './webhook-paths.ts';
import { realInstant } from './webhook-queue.ts';

export type NoticeWhy = 'gone' | 'failing' | 'failing_for_a_day';

/** What a company's admins are to be told of an endpoint. It waits beside what the endpoint is to be told, and before it. */
export type EndpointNotice = Readonly<{
  companyId: string;
  endpointId: string;
  items: readonly [];
  notice: Readonly<{ why: NoticeWhy; /** real time, milliseconds */ since: number; tries: number }>;
}>;

/** Whom nothing else tells is told by mail, or the log has it: so often it is tried. */
const waitsMs = [300_000, 1_800_000, 7_200_000, 43_200_000];
const leaseMs = 60_000;
const keptMs = 30 * 86_400_000;
const mostAdmins = 20;

const noticeWrite = (path: string, data: EndpointNotice, { dueMs, now }: Readonly<{ dueMs: number; now: string }>) => ({
  path,
  data,
  dueAt: realInstant(dueMs),
  expiresAt: new Date(Date.parse(now) + keptMs).toISOString(),
});

type About = Readonly<{ companyId: string; endpointId: string; why: NoticeWhy; since: number; /** business time, UTC ISO */ now: string }>;

/** Goes into the commit of what it tells of. Due before all that was ever due: it waits for no endpoint. */
export const endpointNotice = ({ companyId, endpointId, why, since, now }: About): DocumentWrite => {
  const data: EndpointNotice = { companyId, endpointId, items: [], notice: { why, since, tries: 0 } };
  return noticeWrite(webhookPaths.queued(endpointId, `notice.${why}`), data, { dueMs: 0, now });
};

export const isNotice = (data: object): data is EndpointNotice => 'notice' in data;

/** What stands behind ? may be a secret. */
const shownUrl = (url: string): string => url.split('?', 1)[0] ?? '';

const textOf = ({ url, endpointId }: OpenEndpoint, { why, since }: EndpointNotice['notice'], company: string) => {
  const host = new URL(url).host;
  const where = `${shownUrl(url)} (${endpointId})`;
  const look = `"carillon endpoints attempts ${endpointId}", or GET /v1/webhook_endpoints/${endpointId}/attempts, shows what was tried and what came back.`;
  const end = `${look}\n\nYou get this mail because you look after ${company} in Carillon.\n`;
  if (why === 'failing_for_a_day') {
    const time = `${realInstant(since).slice(0, 16).replace('T', ' ')} (UTC)`;
    return {
      subject: `A webhook endpoint takes nothing: ${host}`,
      text: `Hello,\n\nsince ${time} the webhook endpoint ${where} of ${company} has taken nothing. Each event is tried for three days; after five days without success the endpoint is disabled.\n\n${end}`,
    };
  }
  const because = why === 'gone' ? 'it answered 410: it wants nothing more' : 'it took nothing for five days';
  return {
    subject: `A webhook endpoint was disabled: ${host}`,
    text: `Hello,\n\nthe webhook endpoint ${where} of ${company} was disabled, because ${because}. Nothing is told there any more. Once it works, enable it, then replay what was given up: that is kept for thirty days.\n\n${end}`,
  };
};

const adminsOf = async (house: House, companyId: string): Promise<readonly Readonly<{ userId: string; email: string }>[]> => {
  const users = (await usersOf(house, companyId)).filter(
    ({ role, status }) => status === 'active' && (role === 'owner' || role === 'admin'),
  );
  const found = [];
  for (const user of users.slice(0, mostAdmins)) {
    const person = await personalOf(house, user);
    if (person) found.push({ userId: user.userId, email: person.email });
  }
  return found;
};

/** False: somebody was not reached. */
const mailAll = async (house: House, endpoint: OpenEndpoint, { notice }: EndpointNotice): Promise<boolean> => {
  const { companyId, endpointId } = endpoint;
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.name ?? companyId;
  let isDone = true;
  for (const { userId, email } of await adminsOf(house, companyId)) {
    const fact = `${endpointId}\n${notice.why}\n${notice.since}\n${userId}`;
    const messageId = `notice_${createHash('sha256').update(fact).digest('hex').slice(0, 24)}`;
    const mail = { kind: `endpoint_${notice.why}`, to: email, messageId, ...textOf(endpoint, notice, company) };
    if (!(await sendHouseMail(house, mail))) isDone = false;
  }
  return isDone;
};

/** Mails the company's owners and admins. At least once: whoever is killed in between is followed by somebody who mails again, under the same id. */
export const tellAdmins = async (house: House, endpoint: OpenEndpoint, found: Document<EndpointNotice>): Promise<void> => {
  const { documents, clock } = house;
  const { path, data, version } = found;
  const later = (ms: number) => noticeWrite(path, data, { dueMs: clock.realMs() + ms, now: clock.now() });
  try {
    await documents.write([{ ...later(leaseMs), ifVersion: version }]);
  } catch (error) {
    if (!(error instanceof DocumentMoved)) throw error;
    return;
  }
  const wait = waitsMs[data.notice.tries];
  if ((await mailAll(house, endpoint, data)) || wait === undefined) return documents.write([{ path, delete: true }]);
  const next = { ...data, notice: { ...data.notice, tries: data.notice.tries + 1 } };
  await documents.write([{ ...later(wait), data: next }]);
};
