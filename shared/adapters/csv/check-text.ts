import { FileUnreadable } from '#ports/row-reader.ts';

const saveAs = 'In Excel: File > Save As > "CSV UTF-8 (comma delimited)", then drop that file.';

/** Throws FileUnreadable when a file's first block shows that it is no UTF-8 text. */
export const checkText = (first: Buffer): void => {
  if (first.length === 0) {
    throw new FileUnreadable('file_empty', 'The file is empty. Export it again and drop the new file.');
  }
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff)) {
    throw new FileUnreadable('file_utf16', `The file is text in UTF-16, which is not read yet. ${saveAs}`);
  }
  if (first.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    throw new FileUnreadable('file_spreadsheet', `The file is a spreadsheet or an archive, which is not read yet. ${saveAs}`);
  }
  if (first.includes(0)) {
    throw new FileUnreadable('file_binary', `The file is not text. ${saveAs}`);
  }
};
