/** What a code means, in plain words. `type`: a problem type that others have registered. */
export type ErrorCode = Readonly<{ status: number; title: string; words: string; type?: string }>;
export type ErrorCodes = Readonly<Record<string, ErrorCode>>;

const of = (status: number, title: string, words: string): ErrorCode => ({ status, title, words });

/** Errors that any operation may answer. Those of one resource stand in its own folder. */
export const commonErrors: ErrorCodes = {
  body_malformed: of(400, 'The body is no JSON', 'The body could not be read as JSON. Check it with a JSON parser, and that it is UTF-8.'),
  body_missing: of(400, 'The body is missing', 'This operation needs a JSON body.'),
  request_invalid: of(400, 'The request is not what this operation takes', '"errors" says where and why. Nothing was done.'),
  idempotency_key_missing: of(
    400,
    'An Idempotency-Key is missing',
    'Send a header Idempotency-Key with a text of your own (1 to 255 characters, a UUID for instance), and the same one when you try again.',
  ),
  idempotency_key_invalid: of(400, 'The Idempotency-Key can not be used', 'It has 1 to 255 printable ASCII characters, bare or in quotes.'),
  cursor_unknown: of(
    400,
    'There is no such page',
    'What the page was to begin behind is none of this list, or is so no more: begin again without "starting_after", "ending_before" or "cursor".',
  ),
  version_unknown: of(
    400,
    'There is no such version',
    'Carillon-Version names a version of this API: leave it out, or use one that /docs lists.',
  ),
  api_key_missing: of(401, 'Who are you?', 'Send your API key as "Authorization: Bearer carillon_live_…".'),
  api_key_malformed: of(
    401,
    'This is no API key',
    'The key was cut off or mistyped: its last six characters do not fit the others. Copy it again.',
  ),
  api_key_invalid: of(
    401,
    'This key does not work',
    'Nobody knows this key. It may be of another house: keys of a test house do not work elsewhere.',
  ),
  api_key_revoked: of(401, 'This key was revoked', 'Somebody has revoked this key. Ask for another one.'),
  api_key_expired: of(401, 'This key has expired', 'The key has come to its end. Ask for another one.'),
  mode_unavailable: of(
    403,
    'Not with this kind of key',
    'Team keys read, and send messages to the people on your list; test keys change nothing of the company itself.',
  ),
  session_over: of(401, 'You are signed out', 'The session has ended. Sign in again.'),
  csrf_token_wrong: of(
    403,
    'This did not come from our own page',
    'Send the csrf_token of GET /v1/session in the header X-CSRF-Token, from a page of the same origin.',
  ),
  brand_limited: of(
    403,
    'Not for somebody of some brands',
    'What is about the whole company, and who may do what, is for people who see all its brands.',
  ),
  scope_missing: of(403, 'This key may not do that', 'The key lacks the scope that this operation needs: ask whoever issues keys.'),
  not_found: of(404, 'There is nothing here', 'No path of this API is like that. /docs shows them all.'),
  method_not_allowed: of(405, 'Not in this way', 'This path takes other methods: the header Allow names them.'),
  request_slow: of(408, 'The request did not come in time', 'The body has to be here within 30 seconds.'),
  request_in_flight: of(
    409,
    'The same request is being worked on',
    'A request with this Idempotency-Key has not been answered yet. Try again after Retry-After.',
  ),
  busy: of(409, 'Somebody else was faster', 'Others changed the same thing in the same moment. Try again.'),
  version_moved: of(412, 'It has changed since you read it', 'Read it again, apply your change, and send the new ETag as If-Match.'),
  body_too_large: of(413, 'The body is too large', 'JSON may have one megabyte here; files go through an upload.'),
  content_type_unsupported: of(415, 'Not this kind of body', 'Send application/json in UTF-8, without a content encoding.'),
  idempotency_key_reused: of(
    422,
    'This Idempotency-Key was used for another request',
    'Give each request a key of its own, and the same key only to repeat it.',
  ),
  if_match_missing: of(
    428,
    'Say which state you have seen',
    'Read it first, and send its ETag as If-Match, so that nobody overwrites what others changed.',
  ),
  rate_limited: {
    ...of(
      429,
      'Too many requests',
      'This key has used up its requests of this window. Retry-After says in how many seconds there are more.',
    ),
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
  },
  internal: of(500, 'Something failed on our side', 'Try again with the same Idempotency-Key; name the request id if it stays like that.'),
  reports_away: of(
    503,
    'The reports do not answer',
    'Sending goes on. What is read from reports comes back with their database. Try again in a minute.',
  ),
};

/** A code of the rules that no resource has described: the caller has to change something. */
const undescribed: ErrorCode = of(400, 'That can not be done', '"detail" says why, and what to do next.');

/** Never undefined: whatever the rules refuse has an answer. */
export const errorIn = (codes: ErrorCodes, code: string): ErrorCode => (Object.hasOwn(codes, code) ? codes[code]! : undescribed);
