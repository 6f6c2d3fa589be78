/** The house can't be opened here; the message is one line for people and says what to do. */
export class HouseUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HouseUnavailable';
  }
}
