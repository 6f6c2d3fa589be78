/** Of a piece of an upload, both ends inclusive. Without `start` nothing is sent: the sender asks how far the upload is. */
export type UploadRange = Readonly<{ start?: number; end?: number; total?: number }>;

const shape = /^bytes (?:(\d{1,15})-(\d{1,15})|\*)\/(\d{1,15}|\*)$/;

/** Undefined for what is no Content-Range of an upload; without the header the whole file comes. */
export const readUploadRange = (header: string | undefined): UploadRange | undefined => {
  if (header === undefined) return { start: 0 };
  const [whole, first, last, total] = shape.exec(header.trim()) ?? [];
  if (whole === undefined) return undefined;
  if (first !== undefined && Number(last) < Number(first)) return undefined;
  return {
    ...(first === undefined ? {} : { start: Number(first), end: Number(last) }),
    ...(total === undefined || total === '*' ? {} : { total: Number(total) }),
  };
};
