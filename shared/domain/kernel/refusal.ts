/** The caller asked for something the rules forbid. Not a bug, not a duplicate. The message says what to do next, and names no person. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
