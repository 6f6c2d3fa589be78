const mega = 1_000_000;

/** What is read of a file, and no more: whatever goes beyond is refused with words. All limits of reading stand here. */
export const readingLimits = {
  /** of a file as it was dropped */
  fileBytes: 2_000 * mega,
  /** records of one file, empty ones included */
  records: 10 * mega,
  columns: 2_000,
  /** one record of text, as it stands in the file: a quote that is never closed must not swallow the rest */
  recordBytes: 200_000,
  /** looked at to find out format, encoding and delimiter */
  sniffBytes: 65_536,
  /** what a packed file may become, and how many times its own size beyond the first megabytes */
  unpackedBytes: 4_000 * mega,
  unpackedRatio: 200,
  unpackedFreely: 20 * mega,
  /** files in a zip, and bytes of its list of files */
  zipEntries: 5_000,
  zipListBytes: 4 * mega,
  /** a spreadsheet that stands packed in another file is held in memory */
  packedSheetBytes: 64 * mega,
  /** a sheet of an .xlsx or .ods, unpacked: it is read from its beginning whenever loading goes on, and that must fit into the time of one handler */
  sheetBytes: 1_200 * mega,
  /** texts that cells of an .xlsx share */
  sharedTextBytes: 96 * mega,
  sharedTexts: 6 * mega,
  /** lists of styles and sheets of a workbook */
  workbookBytes: 16 * mega,
  xmlDepth: 64,
  mergedCells: 50_000,
  /** .xls is read whole, in a thread of its own with so much memory and time */
  wholeSheetBytes: 30 * mega,
  wholeSheetMemoryMb: 512,
  wholeSheetMs: 20_000,
  wholeSheetMsPerMega: 3_000,
  jsonDepth: 32,
  /** objects of JSON whose keys make the header */
  jsonHeaderObjects: 1_000,
} as const;
