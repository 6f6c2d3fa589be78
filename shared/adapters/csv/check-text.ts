import { FileUnreadable } from '#ports/row-reader.ts';

const saveAs = 'In Excel: File > Save As > "CSV UTF-8 (comma delimited)", then drop that file.';

/** What files of other kinds begin with. */
const utf16 = ['fffe', 'feff'];
const spreadsheets = ['504b0304', 'd0cf11e0'];
export const signatureBytes = 4;

/** Throws FileUnreadable when a file's first bytes (all that there are, or `signatureBytes` and more) show that it is no UTF-8 text. */
export const checkText = (first: Buffer): void => {
  const signature = first.toString('hex', 0, signatureBytes);
  const isOneOf = (signatures: readonly string[]): boolean => signatures.some((one) => signature.startsWith(one));
  if (first.length === 0) {
    throw new FileUnreadable('file_empty', 'The file is empty. Export it again and drop the new file.');
  }
  if (isOneOf(utf16)) {
    throw new FileUnreadable('file_utf16', `The file is text in UTF-16, which is not read yet. ${saveAs}`);
  }
  if (isOneOf(spreadsheets)) {
    throw new FileUnreadable('file_spreadsheet', `The file is a spreadsheet or an archive, which is not read yet. ${saveAs}`);
  }
  if (first.includes(0)) {
    throw new FileUnreadable('file_binary', `The file is not text. ${saveAs}`);
  }
};
