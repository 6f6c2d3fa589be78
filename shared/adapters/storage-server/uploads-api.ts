import type { ApiRequest } from './api-request.ts';
import { readContentRange } from './content-range.ts';
import { digestOf } from './digest.ts';
import { checkDigest, preconditionOf, type Handler, type Parts } from './objects-api.ts';
import { json, type Reply } from './reply.ts';
import { readBody, readDescribed } from './request-body.ts';
import { StorageError } from './storage-error.ts';
import type { Session, UploadSessions } from './upload-sessions.ts';

/** Not in the standard: goes on where `range` ends. */
const resumeIncomplete = 308;
/** The answer to a cancelled upload. */
const cancelled = 499;

const sessionIdOf = ({ query }: ApiRequest): string => query.get('upload_id') ?? '';

/** Resumable uploads of both APIs: https://cloud.google.com/storage/docs/performing-resumable-uploads. */
export const uploadsApi = (
  { bucket, shelf, events, gate }: Parts,
  { sessions, cutAfter }: Readonly<{ sessions: UploadSessions; cutAfter: (asked: ApiRequest) => number }>,
) => {
  const goOn = (id: string): Reply => {
    const received = sessions.receivedOf(id);
    return { status: resumeIncomplete, headers: received === 0 ? {} : { range: `bytes=0-${received - 1}` } };
  };

  const start: Handler = async (asked, caller) => {
    const { request, api, query } = asked;
    const text = (await readBody(request)).toString('utf8');
    const described = api === 'json' ? readDescribed(text) : {};
    const name = asked.name === '' ? (described.name ?? '') : asked.name;
    if (name === '') throw new StorageError(400, 'required', 'Required object name.');
    gate.checkWrite(caller, name, shelf.get(name));
    const type = api === 'json' ? request.headers['x-upload-content-type'] : request.headers['content-type'];
    const facts = { contentType: typeof type === 'string' ? type : undefined, ...described, name };
    const { id } = sessions.start(facts, { ...preconditionOf(asked), principal: caller });
    const where = api === 'json' ? `/upload/storage/v1/b/${bucket}/o` : asked.rawPath;
    const rest = api === 'json' ? `uploadType=${query.get('uploadType')}&upload_id=${id}` : `upload_id=${id}`;
    return { status: api === 'json' ? 200 : 201, headers: { location: `http://${request.headers.host}${where}?${rest}` } };
  };

  const finish = async (asked: ApiRequest, session: Session): Promise<Reply> => {
    try {
      const file = sessions.dataOf(session.id);
      checkDigest(asked, (await digestOf(file)).md5Hash);
      gate.checkWrite(session.principal, session.facts.name, shelf.get(session.facts.name));
      const object = await shelf.place(file, session.facts, session);
      sessions.end(session, object);
      events.tell(object);
      return json(200, object);
    } catch (error) {
      if (error instanceof StorageError) sessions.refuse(session, error);
      throw error;
    }
  };

  const put: Handler = async (asked) => {
    const id = sessionIdOf(asked);
    const session = sessions.get(id);
    if (session.result) {
      asked.request.resume();
      return json(200, session.result);
    }
    const range = readContentRange(asked.request.headers['content-range']);
    const { whole } = await sessions.take(id, asked.request, { ...range, cutAfter: cutAfter(asked) });
    return whole ? finish(asked, session) : goOn(id);
  };

  return {
    'upload.start': start,
    'upload.put': put,
    'upload.status': (asked) => {
      const { id, result } = sessions.get(sessionIdOf(asked));
      return result ? json(200, result) : goOn(id);
    },
    'upload.cancel': (asked) => {
      sessions.cancel(sessions.get(sessionIdOf(asked)).id);
      return { status: cancelled };
    },
  } satisfies Record<string, Handler>;
};
