/** Cloud Storage does not do what was asked; worth another try once somebody has looked at it. */
export class StorageTrouble extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'StorageTrouble';
    this.code = code;
  }
}

type Said = Readonly<{
  code?: unknown;
  status?: unknown;
  response?: Readonly<{ status?: unknown }>;
  cause?: unknown;
  message?: unknown;
  name?: unknown;
}>;

/** The HTTP status that an error of the SDK, of its HTTP client or of ours carries. */
export const statusOf = (error: unknown): number | undefined => {
  const { code, status, response } = (error ?? {}) as Said;
  return [code, status, response?.status].map(Number).find((number) => number >= 100 && number < 600);
};

/** HTTP statuses with a meaning of their own here. */
export const failedPrecondition = 412;
export const failedRange = 416;

const troubledConnection =
  /^(?:ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_(?:SOCKET|(?:CONNECT|HEADERS|BODY)_TIMEOUT)|storage_late)$/;
const troubledStatus: readonly number[] = [408, 429, 500, 502, 503, 504];
const brokenOff = /premature close|socket hang up|aborted|terminated|fetch failed|other side closed/i;

/** Whether the same request may well succeed a moment later. */
export const isPassing = (error: unknown): boolean => {
  const status = statusOf(error);
  if (status !== undefined) return troubledStatus.includes(status);
  const { code, name, message, cause } = (error ?? {}) as Said;
  if (typeof code === 'string' && troubledConnection.test(code)) return true;
  if (name === 'TimeoutError' || (typeof message === 'string' && brokenOff.test(message))) return true;
  return cause !== undefined && cause !== error && isPassing(cause);
};

/** The answer did not come in time. */
export const late = (): StorageTrouble =>
  new StorageTrouble('storage_late', 'Cloud Storage did not answer in time: it is tried again later');

const saysNoBucket = (error: unknown): boolean => /bucket does not exist/i.test(String((error as Said | undefined)?.message));

/** Not there, though its bucket is. */
export const isMissing = (error: unknown): boolean => statusOf(error) === 404 && !saysNoBucket(error);

/**
 * An error of the SDK in one sentence of ours. Theirs name the object, and a file's name may name a person; the cause is left out for the
 * same reason.
 */
export const inOurWords = (error: unknown): unknown => {
  if (saysNoBucket(error) && statusOf(error) === 404)
    return new StorageTrouble('storage_bucket_unknown', 'there is no such bucket: set CARILLON_BUCKET to the one that terraform made');
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return new StorageTrouble(
      'storage_forbidden',
      "this process's service account may not do that in the bucket: give it the role that terraform gives, and see that it is the account meant",
    );
  if (isPassing(error))
    return new StorageTrouble('storage_away', 'Cloud Storage can not be reached or is overloaded: it is tried again later');
  return status === undefined ? error : new StorageTrouble('storage_trouble', `Cloud Storage answered ${status}`);
};
