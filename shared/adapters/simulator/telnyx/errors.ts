/** Errors as the API answers them: HTTP status and title, without the numbers that Telnyx puts into some details. */
const errors: Readonly<Record<string, readonly [status: number, title: string, pointer?: string]>> = {
  10003: [422, 'Invalid URL', '/webhook_url'],
  10004: [422, 'Missing required parameter'],
  10005: [404, 'Resource not found'],
  10007: [500, 'Unexpected error'],
  10009: [401, 'Authentication failed'],
  10010: [403, 'Authorization failed'],
  10011: [429, 'Too many requests'],
  10015: [400, 'Bad Request'],
  40300: [409, 'Blocked due to STOP message'],
  40301: [400, 'Unsupported message type'],
  40302: [400, 'Message too large'],
  40305: [400, "Invalid 'from' address", '/from'],
  40309: [400, 'Invalid destination region', '/to'],
  40310: [400, "Invalid 'to' address", '/to'],
  40317: [400, 'Invalid MMS content', '/media_urls'],
  40318: [403, 'Message queue full'],
};

/** What a request is refused for: Telnyx's code, and where that is the part that is missing or wrong. */
export type Refused = Readonly<{ code: string; pointer?: string | undefined }>;

export const telnyxError = ({ code, pointer }: Refused): Readonly<{ status: number; body: object }> => {
  const [status, title, usual] = errors[code] ?? [400, 'Bad Request'];
  const where = pointer ?? usual;
  return { status, body: { errors: [{ code, title, detail: title, ...(where !== undefined && { source: { pointer: where } }) }] } };
};
