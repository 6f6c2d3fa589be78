/**
 * What handing something in costs, said before anybody does it. List prices of Twilio in US dollars; Telnyx takes about the same, and both hand on what the
 * registry takes: https://support.twilio.com/hc/en-us/articles/11587910480155-A2P-10DLC-Campaign-Vetting-FAQ,
 * https://support.twilio.com/hc/en-us/articles/1260803965530. They change: what a provider's own list says counts.
 */

type About = Readonly<{ status: string; isRevised: boolean; reference?: string | undefined }>;

const usual = 'about, by list prices; look at what your provider says';

/** Nothing can be handed in, or nothing new. */
const isDone = ({ status, isRevised }: About): boolean => status !== 'draft' && !isRevised;

export const costOfBrand = ({ entityType, ...about }: About & Readonly<{ entityType?: string | undefined }>): string | undefined => {
  if (isDone(about)) return undefined;
  if (about.reference !== undefined)
    return `handing in a changed brand may cost its fee again, 4 dollars and 40 for another vetting (${usual})`;
  return entityType === 'SOLE_PROPRIETOR'
    ? `handing it in costs 4 dollars once (${usual})`
    : `handing it in costs 4 dollars once, and 40 for the vetting that gives a score (${usual})`;
};

export const costOfRegistration = ({ useCase, ...about }: About & Readonly<{ useCase?: string | undefined }>): string | undefined => {
  if (isDone(about)) return undefined;
  if (about.reference !== undefined) return `handing it in again may cost another 15 dollars for the look at it (${usual})`;
  const monthly = useCase === 'SOLE_PROPRIETOR' ? '2' : '1.50 to 10';
  return `handing it in costs 15 dollars for the look at it, whatever comes of that, and ${monthly} each month while it stands (${usual})`;
};
