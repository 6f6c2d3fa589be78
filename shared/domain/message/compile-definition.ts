import type { ChannelEntry, Definition } from '../campaign/definition.ts';
import { isLinkName, type LinkName } from '../campaign/page-links.ts';
import { isRecurring, windowOf, type Schedule } from '../campaign/schedule.ts';
import type { Beside } from '../campaign/template.ts';
import { numberedFiring } from '../campaign/recurrence.ts';
import { plannedTouches, type Touch } from '../campaign/touches.ts';
import { firingOfOffset, plannedOffset } from '../kernel/firing-offset.ts';
import type { Place } from '../kernel/ids.ts';
import { instantText } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { messageTemplate, type MessageTemplate } from './message-template.ts';
import { appointmentReader, type Appointment, type AppointmentText } from './appointment.ts';
import type { RowSite } from './with-sites.ts';
import { firedTouch, firingsOf, timesAtOnce, timesOf, type Firings, type Times } from './touch-times.ts';

/** A touch with what its messages are made of. */
export type CompiledTouch = Touch &
  Times &
  Readonly<{
    template: MessageTemplate;
    /** links to our pages that its messages name */
    links: readonly LinkName[];
    schedule: Schedule;
    /** who sends */
    from: string;
    /** country of phones without one */
    region: string | undefined;
    /** of a recurring schedule */
    firings?: Firings & Readonly<{ /** the touch of one firing, UTC ISO */ at: (firing: string) => CompiledTouch }>;
  }>;

/** A campaign's version, ready for its rows. Make one per version and keep it: it remembers what it has read. */
export type CompiledDefinition = Readonly<{
  definition: Definition;
  /** in the order of `plannedTouches` */
  touches: readonly CompiledTouch[];
  readAppointment: (text: AppointmentText) => Appointment;
  /** what templates may name beside a row; the company only where somebody has looked it up */
  beside: Beside;
  /** the company's site that a row names; only where somebody has looked them up */
  siteOf?: (text: string | undefined) => RowSite | undefined;
}>;

/** What the channel's entry says itself goes before what the campaign says. */
export const byEntry = ({ channel, template, from, region }: Omit<ChannelEntry, 'fallback' | 'schedule'>, definition: Definition) => {
  const compiled = messageTemplate(channel, template, definition);
  return {
    from: from ?? definition.from,
    region: region ?? definition.region,
    template: compiled,
    links: compiled.variables.filter(isLinkName),
  };
};

/** Firings of a rule that are looked at together: a run's, and those of messages that wait. */
const firingsKept = 50;

const withFirings = (definition: Definition, touch: CompiledTouch, firings: Firings): CompiledTouch => {
  const at = remember(firingsKept, (firing: string): CompiledTouch => firedTouch(definition, recurring, firing));
  const recurring: CompiledTouch = { ...touch, firings: { ...firings, at } };
  return recurring;
};

/** The touch of a message's place; undefined where the version has none there any more. */
export const touchAt = (
  { definition, touches }: CompiledDefinition,
  { channel, offset }: Omit<Place, 'row'>,
): CompiledTouch | undefined => {
  const planned = plannedOffset(offset);
  const touch = touches.find((one) => one.channel === channel && one.offset === planned);
  const number = firingOfOffset(offset);
  if (number === undefined || !touch) return touch;
  const firing = instantText(numberedFiring(definition.timezone, number));
  return touch.firings?.has(firing) ? touch.firings.at(firing) : undefined;
};

/** Throws TemplateProblem when a template is wrong, which `readDefinition` rules out. */
export const compileDefinition = (definition: Definition): CompiledDefinition => {
  const { timezone: zone, region } = definition;
  const touches = plannedTouches(definition).map(({ entry, ...touch }) => {
    const compiled = { ...touch, ...byEntry(entry, definition), ...timesOf(definition, touch) };
    return isRecurring(touch.schedule) ? withFirings(definition, compiled, firingsOf(touch.schedule, zone)) : compiled;
  });
  return { definition, touches, readAppointment: appointmentReader(zone, region), beside: { campaign: { name: definition.name } } };
};

/**
 * The same for rows whose messages somebody waits for: each channel once, now, whatever day the campaign's schedule names, but moved into
 * its window as any other. A channel keeps the place of its first offset. Throws as `compileDefinition`.
 */
export const compileOnDemand = (definition: Definition): CompiledDefinition => {
  const { timezone: zone, region } = definition;
  const planned = plannedTouches(definition);
  const firsts = planned.filter(({ entry }, n) => planned.findIndex((other) => other.entry === entry) === n);
  const touches = firsts.map(({ entry, channel, offset, schedule }): CompiledTouch => {
    const window = windowOf(schedule);
    return {
      channel,
      offset,
      // whoever asks for its hours finds those of the schedule; its time is now
      schedule: window ? { sendAt: '1970-01-01T00:00:00.000Z', window } : 'now',
      ...byEntry(entry, definition),
      ...timesAtOnce(definition, { channel, schedule }),
    };
  });
  return { definition, touches, readAppointment: appointmentReader(zone, region), beside: { campaign: { name: definition.name } } };
};

/** Whether a message of the campaign names who sends it. */
export const namesCompany = ({ touches }: CompiledDefinition): boolean =>
  touches.some(({ template }) => template.beside.includes('company'));
