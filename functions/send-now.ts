import sendWork from './send-work.ts';

/** One person waits for this message: the work of send-work, by handlers that no campaign keeps busy. */
export default sendWork;
