import assert from 'node:assert/strict';
import { campaign, type CampaignCommand } from '#domain/campaign/campaign.ts';
import type { CampaignEvent } from '#domain/campaign/events.ts';
import { fold } from '#domain/kernel/decider.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import * as fc from 'fast-check';
import { reminder } from '../../support/campaigns.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(campaign);
const campaignId = 'cmp_a';
const other = { ...reminder, name: 'Another' };
const third = { ...reminder, name: 'A third' };
const firedAt = '2026-11-02T15:00:00.000Z';

const drafted = { type: 'CampaignDrafted', data: { campaignId, version: 1, definition: reminder } } as const;
const revised = (version = 2, definition = other) => ({ type: 'CampaignRevised', data: { campaignId, version, definition } }) as const;
const approved = (version = 1) => ({ type: 'CampaignApproved', data: { campaignId, version, approvedBy: 'ana' } }) as const;
const activated = (version = 1) => ({ type: 'CampaignActivated', data: { campaignId, version } }) as const;
const paused = { type: 'CampaignPaused', data: { campaignId } } as const;
const resumed = (version = 1) => ({ type: 'CampaignResumed', data: { campaignId, version } }) as const;
const archived = { type: 'CampaignArchived', data: { campaignId } } as const;
const fired = (run: number, version = 1) => ({ type: 'CampaignFired', data: { campaignId, run, version, firedAt } }) as const;

const put = (definition = reminder): CampaignCommand => ({ type: 'PutCampaign', data: { campaignId, definition } });
const approve: CampaignCommand = { type: 'ApproveCampaign', data: { campaignId, approvedBy: 'ana' } };
const activate: CampaignCommand = { type: 'ActivateCampaign', data: { campaignId } };
const pause: CampaignCommand = { type: 'PauseCampaign', data: { campaignId } };
const resume: CampaignCommand = { type: 'ResumeCampaign', data: { campaignId } };
const archive: CampaignCommand = { type: 'ArchiveCampaign', data: { campaignId } };
const fire: CampaignCommand = { type: 'FireCampaign', data: { campaignId, firedAt } };

const columns = { phone: 'Tel.' };
const map: CampaignCommand = { type: 'MapColumns', data: { campaignId, source: 'eaglesoft', fields: columns } };
const mapped = { type: 'CampaignColumnsMapped', data: { campaignId, source: 'eaglesoft', fields: columns } } as const;

const pasts = {
  unknown: [],
  draft: [drafted],
  ready: [drafted, approved()],
  active: [drafted, approved(), activated()],
  paused: [drafted, approved(), activated(), paused],
  archived: [drafted, approved(), activated(), archived],
} as const satisfies Record<string, readonly CampaignEvent[]>;
const statuses = Object.keys(pasts) as readonly (keyof typeof pasts)[];

type Answer = readonly CampaignEvent[] | string;

/** What each command comes to in each status: events, nothing, or the code of a refusal. In the order of `statuses`. */
const table: readonly (readonly [title: string, command: CampaignCommand, answers: readonly Answer[]])[] = [
  ['put', put(), [[drafted], [], [], [], [], 'campaign_archived']],
  [
    'put with another text',
    put(other),
    [
      [{ ...drafted, data: { ...drafted.data, definition: other } }],
      [revised()],
      [revised()],
      [revised()],
      [revised()],
      'campaign_archived',
    ],
  ],
  ['approve', approve, ['campaign_unknown', [approved()], [], [], [], 'campaign_archived']],
  ['activate', activate, ['campaign_unknown', 'campaign_not_approved', [activated()], [], [resumed()], 'campaign_archived']],
  ['pause', pause, ['campaign_unknown', 'campaign_not_active', 'campaign_not_active', [paused], [], 'campaign_archived']],
  ['resume', resume, ['campaign_unknown', 'campaign_not_paused', 'campaign_not_paused', [], [resumed()], 'campaign_archived']],
  ['archive', archive, ['campaign_unknown', [archived], [archived], [archived], [archived], []]],
  [
    'fire',
    fire,
    ['campaign_unknown', 'campaign_not_active', 'campaign_not_active', [fired(1)], 'campaign_not_active', 'campaign_archived'],
  ],
  ['map the columns of a source', map, ['campaign_unknown', [mapped], [mapped], [mapped], [mapped], 'campaign_archived']],
];

describe('a campaign', () => {
  for (const [title, command, answers] of table) {
    for (const [n, status] of statuses.entries()) {
      const answer = answers[n]!;
      const outcome = typeof answer === 'string' ? `refuses with ${answer}` : answer.map(({ type }) => type).join(', ') || 'nothing';
      it(`that is ${status}: ${title} → ${outcome}`, () => {
        const told = given(...pasts[status]).when(command);
        if (typeof answer === 'string') told.thenRefused(answer);
        else told.then(...answer);
      });
    }
  }

  it('is the same where its file names the fields in another order', () => {
    const fields = Object.fromEntries(Object.entries(reminder.fields).reverse());
    given(drafted)
      .when(put({ ...reminder, fields }))
      .thenNothing();
  });

  it('is another one where channels or offsets change their order', () => {
    const twice = { ...reminder, schedule: { offsetDays: [2, 1] } };
    const turned = { ...reminder, schedule: { offsetDays: [1, 2] } };
    given({ ...drafted, data: { ...drafted.data, definition: twice } })
      .when(put(turned))
      .then(revised(2, turned));
  });
});

describe('an edit of an active campaign', () => {
  const edited = [...pasts.active, revised()] as const;

  it('does not send before it is approved', () =>
    given(...edited)
      .when(fire)
      .then(fired(1)));
  it('sends once it is approved', () =>
    given(...edited, approved(2))
      .when(fire)
      .then(fired(1, 2)));
  it('that nobody looked at is not approved in the place of the one that was', () => {
    const seen: CampaignCommand = { type: 'ApproveCampaign', data: { campaignId, approvedBy: 'ana', version: 1 } };
    given(drafted, revised()).when(seen).thenRefused('version_moved');
    given(drafted).when(seen).then(approved());
  });
  it('is approved without a word about activation', () =>
    given(...edited)
      .when(approve)
      .then(approved(2)));
  it('may be edited again before anybody approved it', () =>
    given(...edited)
      .when(put(third))
      .then(revised(3, third)));
  it('that goes back to the old text is a version of its own', () =>
    given(...edited)
      .when(put(reminder))
      .then(revised(3, reminder)));
  it('made while it is paused is resumed with what was approved', () => {
    given(...pasts.paused, revised())
      .when(resume)
      .then(resumed(1));
    given(...pasts.paused, revised(), approved(2))
      .when(resume)
      .then(resumed(2));
  });
  it('of a ready one starts with what was approved', () =>
    given(...pasts.ready, revised())
      .when(activate)
      .then(activated(1)));
});

describe('the runs of a campaign', () => {
  it('are numbered, through pauses and versions', () =>
    given(...pasts.active, fired(1), paused, resumed(), fired(2), revised(), approved(2))
      .when(fire)
      .then(fired(3, 2)));
});

describe('any story of a campaign', () => {
  const command = fc.constantFrom(put(), put(other), put(third), approve, activate, pause, resume, archive, fire);

  /** The events of a story, and the state after them; what is refused is left out. */
  const tell = (
    commands: readonly CampaignCommand[],
    each: (before: readonly CampaignEvent[], events: readonly CampaignEvent[]) => void,
  ) => {
    const log: CampaignEvent[] = [];
    for (const next of commands) {
      try {
        const events = campaign.decide(next, fold(campaign, log));
        each(log, events);
        log.push(...events);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return log;
  };

  it('never sends a version that nobody approved, and is over once it is archived', () => {
    const property = fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      tell(commands, (before, events) => {
        for (const event of events) {
          assert.ok(!before.some(({ type }) => type === 'CampaignArchived'), 'something happened after the end');
          if (event.type !== 'CampaignFired') continue;
          const newest = before.findLast(({ type }) => type === 'CampaignApproved');
          assert.equal(newest?.type === 'CampaignApproved' && newest.data.version, event.data.version);
        }
      });
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('has versions and runs without a gap', () => {
    const property = fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const log = tell(commands, () => {});
      const versions = log.flatMap((event) =>
        event.type === 'CampaignDrafted' || event.type === 'CampaignRevised' ? [event.data.version] : [],
      );
      const runs = log.flatMap((event) => (event.type === 'CampaignFired' ? [event.data.run] : []));
      assert.deepEqual(
        versions,
        versions.map((_, n) => n + 1),
      );
      assert.deepEqual(
        runs,
        runs.map((_, n) => n + 1),
      );
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('hears every command but a firing once: the same again is no event', () => {
    const property = fc.property(fc.array(command, { maxLength: 15 }), command, (commands, last) => {
      fc.pre(last.type !== 'FireCampaign');
      const log = tell([...commands, last], () => {});
      assert.deepEqual(
        tell([...commands, last, last], () => {}),
        log,
      );
    });
    fc.assert(property, { numRuns: 500 });
  });
});
