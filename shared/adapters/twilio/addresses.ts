import type { Channel } from '#ports/provider.ts';

const whatsapp = 'whatsapp:';

/** A number as Twilio wants it for a channel. */
export const addressOf = (channel: Channel, number: string): string => (channel === 'whatsapp' ? whatsapp + number : number);

/** The number of an address of Twilio's. */
export const numberOf = (address: string): string => (address.startsWith(whatsapp) ? address.slice(whatsapp.length) : address);
