/** The characters of GSM 03.38, and those that take an escape before them. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const escaped = '\f^{}\\[~]|€';

/** Septets by UTF-16 unit; 0 is no character of GSM 03.38. */
export const septets = new Uint8Array(0x10000);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of escaped) septets[character.charCodeAt(0)] = 2;

/** Whether all of the text can be sent in GSM-7. */
export const isGsm7 = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (septets[text.charCodeAt(i)] === 0) return false;
  return true;
};
