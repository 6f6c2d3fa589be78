import type { IncomingMessage } from 'node:http';
import type { Operation } from './faults.ts';

/** A request of the JSON API or, with a signed URL or a session of one, of the XML API. */
export type ApiRequest = Readonly<{
  operation: Operation;
  api: 'json' | 'xml';
  bucket: string;
  /** of the object, decoded */
  name: string;
  query: URLSearchParams;
  request: IncomingMessage;
  /** as it was sent, for signatures */
  rawPath: string;
  rawQuery: string;
}>;

const jsonPath = /^(?:\/(?:(upload|download)\/)?storage\/v1)?\/b\/([^/]+)(?:\/o(?:\/([^/]+?)(\/compose)?)?)?\/?$/;
const xmlPath = /^\/([^/]{3,})\/(.+)$/;
const isStatusQuestion = /^bytes \*\/\*$/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

const sessionOperation = ({ method, headers }: IncomingMessage): Operation => {
  if (method === 'DELETE') return 'upload.cancel';
  if (method !== 'PUT') return 'unknown';
  return isStatusQuestion.test(headers['content-range'] ?? '') ? 'upload.status' : 'upload.put';
};

const jsonOperation = (request: IncomingMessage, [upload, name, compose]: readonly (string | undefined)[], query: URLSearchParams) => {
  const { method } = request;
  if (query.has('upload_id')) return sessionOperation(request);
  if (upload === 'upload') return query.get('uploadType') === 'resumable' ? 'upload.start' : 'object.insert';
  if (compose !== undefined) return method === 'POST' ? 'object.compose' : 'unknown';
  if (name === undefined) return method === 'GET' ? 'object.list' : 'unknown';
  if (method === 'GET') return query.get('alt') === 'media' || upload === 'download' ? 'object.read' : 'object.get';
  return method === 'DELETE' ? 'object.delete' : method === 'PATCH' ? 'object.change' : 'unknown';
};

const xmlOperation = (request: IncomingMessage, query: URLSearchParams): Operation => {
  if (query.has('upload_id')) return sessionOperation(request);
  if (request.method === 'PUT') return 'object.insert';
  return request.method === 'POST' && request.headers['x-goog-resumable'] === 'start' ? 'upload.start' : 'unknown';
};

export const readApiRequest = (request: IncomingMessage): ApiRequest => {
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?', 2);
  const query = new URLSearchParams(rawQuery);
  const common = { query, request, rawPath, rawQuery };
  const json = jsonPath.exec(rawPath);
  if (json) {
    const [, upload, bucket = '', name, compose] = json;
    const isBucketItself = !/\/o(?:\/|$)/.test(rawPath.slice(rawPath.indexOf('/b/') + 3 + bucket.length));
    const operation: Operation =
      isBucketItself && request.method === 'GET' ? 'bucket.get' : jsonOperation(request, [upload, name, compose], query);
    return {
      ...common,
      api: 'json',
      operation,
      bucket: decoded(bucket),
      name: name === undefined ? (query.get('name') ?? '') : decoded(name),
    };
  }
  const [, bucket = '', name = ''] = xmlPath.exec(rawPath) ?? [];
  return { ...common, api: 'xml', operation: bucket === '' ? 'unknown' : xmlOperation(request, query), bucket, name: decoded(name) };
};
