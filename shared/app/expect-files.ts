import type { Campaign } from '#domain/campaign/campaign.ts';
import type { Definition, Expectation } from '#domain/campaign/definition.ts';
import { dayOfDeadline, nextDeadline } from '#domain/campaign/expected-file.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';

/** Campaigns that expect a file: due when it is to have come. */
const collection = 'expectations';

type ExpectationDocument = Readonly<{ campaignId: string }>;
type LastFile = Readonly<{ at: string }>;

const expectationPath = (campaignId: string): string => `${collection}/${campaignId}`;
const lastFilePath = (campaignId: string): string => `lastFiles/${campaignId}`;

type Expecting = Readonly<{ expects: Expectation; timezone: string }>;

const expectingOf = (state: Campaign): Expecting | undefined => {
  if (state.status !== 'active') return undefined;
  const { expects, timezone } = state.approved.definition;
  return expects && { expects, timezone };
};

const waitWrite = (campaignId: string, { expects, timezone }: Expecting, now: string): DocumentWrite => ({
  path: expectationPath(campaignId),
  data: { campaignId } satisfies ExpectationDocument,
  dueAt: nextDeadline(expects, timezone, now),
});

/** Goes with a change of a campaign that sends now and expects files. One that does not is let go by the next deadline. */
export const expectationWrites = (campaignId: string, state: Campaign, now: string): readonly DocumentWrite[] => {
  const expecting = expectingOf(state);
  return expecting ? [waitWrite(campaignId, expecting, now)] : [];
};

/** Goes with the packet that a dropped file becomes. */
export const fileCameWrites = (campaignId: string, definition: Definition | undefined, now: string): readonly DocumentWrite[] =>
  definition?.expects ? [{ path: lastFilePath(campaignId), data: { at: now } satisfies LastFile }] : [];

const check = async (house: House, { data: { campaignId }, dueAt = '', version, path }: Document<ExpectationDocument>, now: string) => {
  const found = await readCampaign(house.documents, campaignId);
  const expecting = found && expectingOf(found.campaign);
  if (!expecting) return house.documents.write([{ path, delete: true, ifVersion: version }]);
  const last = (await house.documents.get<LastFile>(lastFilePath(campaignId)))?.data.at ?? '';
  if (last < dayOfDeadline(expecting.timezone, dueAt)) {
    const { companyId } = found;
    house.log.warn({ companyId, campaignId, by: expecting.expects.before }, 'an expected file has not come');
  }
  return house.documents.write([{ ...waitWrite(campaignId, expecting, now), ifVersion: version }]);
};

/** Tells operators once, by a warning in the log, of every campaign whose file of the day is to have come by now and has not. */
export const expectFiles = async (house: House, cause: Cause): Promise<void> => {
  for await (const due of duePages<ExpectationDocument>(house.documents, collection, cause.now)) {
    for (const document of due) {
      try {
        await check(house, document, cause.now);
      } catch (error) {
        // the campaign was changed meanwhile, or another tick was faster
        if (!(error instanceof DocumentMoved)) throw error;
      }
    }
  }
};
