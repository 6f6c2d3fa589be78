import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, readBody } from './answer.ts';
import type { Content, Contents } from './contents.ts';

/** The schema `content.v1.content` of Twilio's Content API. */
const contentResource = (accountId: string, { sid, name, language, body, createdAt }: Content) => {
  const url = `https://content.twilio.com/v1/Content/${sid}`;
  const at = new Date(Math.floor(createdAt / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  return {
    account_sid: accountId,
    date_created: at,
    date_updated: at,
    friendly_name: name,
    language,
    links: { approval_create: `${url}/ApprovalRequests/whatsapp`, approval_fetch: `${url}/ApprovalRequests` },
    sid,
    types: { 'twilio/text': { body } },
    url,
    variables: {},
  };
};

/** The text of a create request's JSON; undefined where it has none. */
const readContent = (json: string): Readonly<{ name: string; language: string; body: string }> | undefined => {
  try {
    const given = JSON.parse(json) as {
      friendly_name?: unknown;
      language?: unknown;
      types?: Record<string, { body?: unknown } | undefined>;
    };
    const body = given.types?.['twilio/text']?.body;
    if (typeof given.language !== 'string' || typeof body !== 'string') return undefined;
    return { name: typeof given.friendly_name === 'string' ? given.friendly_name : '', language: given.language, body };
  } catch {
    return undefined;
  }
};

const single = /^\/v1\/Content\/(HX[0-9a-f]{32})$/;

/** Twilio's API for approved texts, as far as a test needs it: create and fetch. Every text here counts as approved. */
export const contentApi =
  ({ accountId, contents }: Readonly<{ accountId: string; contents: Contents }>) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (request.method === 'POST' && path === '/v1/Content')
      return readBody(request, (json) => {
        const content = readContent(json);
        if (content) answerJson(response, 201, contentResource(accountId, contents.add(content)));
        else answerError(response, 20001);
      });
    const content = contents.get(single.exec(path)?.[1] ?? '');
    return content ? answerJson(response, 200, contentResource(accountId, content)) : answerError(response, 20404);
  };
