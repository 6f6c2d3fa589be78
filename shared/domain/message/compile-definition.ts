import type { ChannelEntry, Definition, Schedule } from '../campaign/definition.ts';
import type { Beside } from '../campaign/template.ts';
import { queueFrom, timeOf, type Timing } from '../campaign/timing.ts';
import { plannedTouches, type Touch } from '../campaign/touches.ts';
import { remember } from '../kernel/remember.ts';
import { messageTemplate, type MessageTemplate } from './message-template.ts';
import { appointmentReader, type Appointment, type AppointmentText } from './appointment.ts';

/** When the touch of a row with this appointment happens, at a business time. Instants are UTC ISO. */
type When<Answer> = (appointmentAt: string | undefined, now: string) => Answer;

/** A touch with what its messages are made of. */
export type CompiledTouch = Touch &
  Readonly<{
    template: MessageTemplate;
    schedule: Schedule;
    /** who sends */
    from: string;
    /** country of phones without one */
    region: string | undefined;
    timeOf: When<Timing>;
    queueFrom: When<string>;
  }>;

/** A campaign's version, ready for its rows. Make one per version and keep it: it remembers what it has read. */
export type CompiledDefinition = Readonly<{
  definition: Definition;
  /** in the order of `touchesOf` */
  touches: readonly CompiledTouch[];
  readAppointment: (text: AppointmentText) => Appointment;
  /** what templates may name beside a row; the company only where somebody has looked it up */
  beside: Beside;
}>;

/** The rows of a chunk are handled at one time, and a file repeats its appointments. */
const rememberTimes = <Answer>(answer: When<Answer>): When<Answer> => {
  const at = remember(4, (now: string) => remember(2_000, (appointmentAt: string | undefined) => answer(appointmentAt, now)));
  return (appointmentAt, now) => at(now)(appointmentAt);
};

/** What the channel's entry says itself goes before what the campaign says. */
const byEntry = ({ channel, template, from, region }: ChannelEntry, definition: Definition) => ({
  from: from ?? definition.from,
  region: region ?? definition.region,
  template: messageTemplate(channel, template, definition),
});

/** Throws TemplateProblem when a template is wrong, which `readDefinition` rules out. */
export const compileDefinition = (definition: Definition): CompiledDefinition => {
  const { timezone: zone, region } = definition;
  const touches = plannedTouches(definition).map(({ entry, ...touch }) => {
    const plan = { schedule: touch.schedule, touch, zone };
    return {
      ...touch,
      ...byEntry(entry, definition),
      timeOf: rememberTimes((appointmentAt, now) => timeOf({ ...plan, appointmentAt, now })),
      queueFrom: rememberTimes((appointmentAt, now) => queueFrom({ ...plan, appointmentAt, now })),
    };
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
    const window = schedule === 'now' ? {} : { window: schedule.window };
    return {
      channel,
      offset,
      schedule: 'now',
      ...byEntry(entry, definition),
      timeOf: (appointmentAt, now) => timeOf({ schedule: { sendAt: now, ...window }, touch: {}, zone, appointmentAt, now }),
      queueFrom: (_, now) => now,
    };
  });
  return { definition, touches, readAppointment: appointmentReader(zone, region), beside: { campaign: { name: definition.name } } };
};

/** Whether a message of the campaign names who sends it. */
export const namesCompany = ({ touches }: CompiledDefinition): boolean =>
  touches.some(({ template }) => template.beside.includes('company'));
