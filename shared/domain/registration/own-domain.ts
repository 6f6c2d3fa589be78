/** Addresses of one company: whether two of them are at the same domain. */

const hostOf = (address: string): string =>
  (address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : address.replace(/^https?:\/\//i, '').split(/[/?#:]/, 1)[0]!)
    .toLowerCase()
    .replace(/^www\./, '');

/** `mail.clinic.example` belongs to `clinic.example`, and the other way round. */
export const isSameDomain = (one: string, other: string): boolean => {
  const [a, b] = [hostOf(one), hostOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
};

/** Of these nobody knows where they lead. https://www.twilio.com/docs/api/errors/30892 */
export const shorteners =
  /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|rb\.gy|tiny\.cc|bl\.ink|t\.ly|lnkd\.in|s\.id|v\.gd|qr\.ae|adf\.ly|bitly\.com|short\.io|dub\.sh|soo\.gd)\b/i;
