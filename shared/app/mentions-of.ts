import { mentionsPerson, type Mentions } from '#domain/consent/mentions-person.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';

const readPhone = (text: string): string | undefined => {
  const read = readContactPoint('voice', text, 'US');
  return 'to' in read ? read.to : undefined;
};

/** Which texts tell of a contact point; digits that are another number of the United States are that one. */
export const mentionsOf = (contactPoint: string): Mentions => mentionsPerson(contactPoint, readPhone);
