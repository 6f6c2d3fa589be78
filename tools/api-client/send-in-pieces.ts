/** A file and the address that takes it. */
export type Pieces = Readonly<{
  /** of an upload that was opened, once or in an earlier run of the program */
  url: string;
  /** of the whole file */
  bytes: number;
  /** its bytes from `from` up to, not including, `to` */
  read: (from: number, to: number) => Promise<Uint8Array | ArrayBuffer>;
  /** at once; rounded to what the protocol takes. Left out: 8 MiB */
  pieceBytes?: number;
  /** after each piece */
  onProgress?: (sent: number) => void;
  /** breaks in a row that are taken; left out: 8 */
  tries?: number;
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<void>;
}>;

const quantum = 256 * 1024;
const usualPieceBytes = 8 * 1024 * 1024;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
const timeoutMs = 120_000;

/** The upload takes nothing more; open a new one. */
export class UploadEnded extends Error {
  readonly status: number;
  constructor(status: number, said: string) {
    super(`the upload ended with ${status}: ${said}`);
    this.name = 'UploadEnded';
    this.status = status;
  }
}

type Answer = Readonly<{ whole: true } | { kept: number }>;

/** Throws UploadEnded for what trying again does not mend, anything else for what may. */
const readAnswer = async (answer: Response): Promise<Answer> => {
  const { status, headers } = answer;
  const text = await answer.text();
  if (status === 200 || status === 201) return { whole: true };
  if (status === 308) {
    const last = /^bytes=0-(\d+)$/.exec(headers.get('range') ?? '')?.[1];
    return { kept: last === undefined ? 0 : Number(last) + 1 };
  }
  if (status === 408 || status === 429 || status >= 500) throw new Error(`passing: ${status}`);
  throw new UploadEnded(status, text.slice(0, 300));
};

/** Sends what the upload does not have yet, in pieces; after a break it asks how far the upload is, and goes on there. Resolves when the file is whole. */
export const sendInPieces = async (pieces: Pieces): Promise<void> => {
  const { url, bytes, read, onProgress, tries = 8 } = pieces;
  const { fetch: request = fetch, sleep = (ms) => new Promise<void>((done) => void setTimeout(done, ms)) } = pieces;
  const size = Math.max(1, Math.round((pieces.pieceBytes ?? usualPieceBytes) / quantum)) * quantum;
  const put = async (range: string, body: Uint8Array | ArrayBuffer): Promise<Answer> => {
    const headers = { 'content-range': range };
    return readAnswer(await request(url, { method: 'PUT', headers, body: body as ArrayBuffer, signal: AbortSignal.timeout(timeoutMs) }));
  };
  let kept: number | undefined;
  for (let breaks = 0; ;) {
    try {
      const to = kept === undefined ? 0 : Math.min(kept + size, bytes);
      const answer: Answer =
        kept === undefined
          ? await put(`bytes */${bytes}`, new Uint8Array())
          : await put(`bytes ${kept}-${to - 1}/${bytes}`, await read(kept, to));
      if ('whole' in answer) return onProgress?.(bytes);
      if (answer.kept > (kept ?? 0)) breaks = 0;
      kept = answer.kept;
      onProgress?.(kept);
    } catch (error) {
      breaks += 1;
      if (error instanceof UploadEnded || breaks > tries) throw error;
      kept = undefined;
      await sleep(Math.min(firstWaitMs * 2 ** breaks, longestWaitMs) * (0.5 + Math.random() / 2));
    }
  }
};
