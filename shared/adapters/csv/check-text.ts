import { FileUnreadable } from '#ports/row-reader.ts';

const saveAs = 'In Excel: File > Save As > "CSV UTF-8 (comma delimited)", then drop that file.';

/** Throws FileUnreadable when a file's first bytes show that it is no text. `isWide`: UTF-16, in which zeros are good. */
export const checkText = (head: Buffer, isWide: boolean): void => {
  if (head.length === 0) {
    throw new FileUnreadable('file_empty', 'The file is empty. Export it again and drop the new file.');
  }
  if (head.toString('hex', 0, 4) === 'fffe0000' || (!isWide && head.includes(0))) {
    throw new FileUnreadable('file_binary', `The file is of no kind that is read here, and it is not text. ${saveAs}`);
  }
};
