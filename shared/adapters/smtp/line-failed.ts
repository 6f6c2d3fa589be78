/** How far it had come: no line, on the line but before the mail itself, or after its first byte had left. */
export type Stage = 'connect' | 'login' | 'envelope' | 'content';

/** Why a mail was not taken, or why nobody can tell. What the server said is in no text of it: it often repeats the address. */
export class LineFailed extends Error {
  readonly stage: Stage;
  /** a time-out of ours; else the server's answer, or the line broke */
  readonly isLate: boolean;
  /** the server's answer where it gave one */
  readonly reply: string | undefined;
  constructor(stage: Stage, { isLate = false, reply }: Readonly<{ isLate?: boolean; reply?: string | undefined }> = {}) {
    super(`the mail server did not take it: ${stage}`);
    this.name = 'LineFailed';
    this.stage = stage;
    this.isLate = isLate;
    this.reply = reply;
  }
}
