import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** The address with a path that can be decoded: what stands in one that can not, stands there as it was written. */
export const readableUrl = (url: string): string => {
  const [path = '', ...query] = url.split('?');
  return isReadable(path) ? url : [path.replaceAll('%', '%25'), ...query].join('?');
};

/**
 * The functions framework decodes paths before it calls us, and answers what it cannot decode by a page of its own that shows where our files
 * lie. So it gets paths that it can decode; nobody has a path like that, and the door says so.
 */
export const keepPaths = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.url !== undefined) request.url = readableUrl(request.url);
  });
};
