import type { Family } from '../kernel/channel-facts.ts';
import type { Recorded } from '../kernel/event.ts';
import type { ConsentEvent, Purpose } from './events.ts';

/** What somebody was asked and has not answered. Times are UTC ISO. */
export type OpenQuestion = Readonly<{
  /** of its event */ id: string;
  purpose: Purpose;
  askedAt: string;
  until: string;
  from?: string;
  campaignId?: string;
  /** empty where the person was forgotten */ shown: string;
}>;

const usualMs = 72 * 3_600_000;

const untilOf = ({ data, occurredAt }: Recorded<Extract<ConsentEvent, { type: 'ConsentAsked' }>>): string =>
  data.until ?? new Date(Date.parse(occurredAt) + usualMs).toISOString();

/** The newest question about a family of channels that is open at `at`: consent for its purpose, or any opt-out, closes it. */
export const openQuestion = (events: readonly Recorded<ConsentEvent>[], family: Family, at: string): OpenQuestion | undefined => {
  let open: OpenQuestion | undefined;
  for (const event of events) {
    if (event.data.family !== family) continue;
    if (event.type === 'ConsentAsked') {
      const { purpose, from, campaignId } = event.data;
      const about = { ...(from === undefined ? {} : { from }), ...(campaignId === undefined ? {} : { campaignId }) };
      const shown = event.private?.shown ?? '';
      open = { id: event.id, purpose, askedAt: event.occurredAt, until: untilOf(event), shown, ...about };
    } else if (event.type === 'ConsentWithdrawn' || event.data.purpose === open?.purpose) open = undefined;
  }
  return open && open.until > at ? open : undefined;
};
