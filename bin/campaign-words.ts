export type Changed = Readonly<{ campaignId: string; status: string; version: number; approvedVersion: number | null }>;

/** How a campaign stands after a change. */
export const campaignWords = ({ campaignId, status, version, approvedVersion }: Changed): string => {
  const approved =
    approvedVersion === version
      ? 'approved'
      : approvedVersion === null
        ? 'not approved yet'
        : `version ${approvedVersion} is approved and sends`;
  return `${campaignId} is ${status}, version ${version}, ${approved}`;
};
