/** Links, prices and offers: nothing of it belongs into what only confirms. */
const marketing =
  /https?:\/\/\S*|www\.\S*|\p{L}+\.(?:com|net|org|io)(?:\/\S*)?|\d+ ?%|[$€£] ?\d+|(?<!\p{L})(?:offer|offers|sale|discount|deal|deals|promo\p{L}*|coupon|oferta|ofertas|descuento|desconto|promo[cç]\p{L}*|remise|soldes|offre)(?!\p{L})/iu;

/** The first piece of a text that advertises something; undefined: none does. */
export const marketingIn = (text: string): string | undefined => marketing.exec(text)?.[0];
