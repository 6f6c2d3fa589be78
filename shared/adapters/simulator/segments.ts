/** GSM 03.38: basic table without TAB, which phones do not have, and the extension table, whose signs take two septets. */
const basic = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà^{}\\[~\]|€]*$/;
const doubled = /[\^{}\\[~\]|€]/g;

const units = (text: string): readonly [length: number, alone: number, each: number] => {
  if (!basic.test(text)) return [text.length, 70, 67];
  return [text.length + (text.match(doubled)?.length ?? 0), 160, 153];
};

/** Parts in which a text travels. A sign of two septets on an edge may need one more: the network counts what it bills, roughly. */
export const segmentsOf = (text: string): number => {
  const [length, alone, each] = units(text);
  return length <= alone ? 1 : Math.ceil(length / each);
};
