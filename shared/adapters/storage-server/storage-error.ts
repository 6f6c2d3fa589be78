/** An answer that says no, with the status and reason that Cloud Storage gives. */
export class StorageError extends Error {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = 'StorageError';
    this.status = status;
    this.reason = reason;
  }
}

export const noSuchObject = (): StorageError => new StorageError(404, 'notFound', 'No such object');
export const noSuchUpload = (): StorageError => new StorageError(404, 'notFound', 'No such upload');
export const conditionNotMet = (): StorageError =>
  new StorageError(412, 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.');
