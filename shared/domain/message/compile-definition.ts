import type { Definition, Schedule } from '../campaign/definition.ts';
import { compileTemplate, type Template } from '../campaign/template.ts';
import { plannedTouches, type Touch } from '../campaign/touches.ts';
import { appointmentReader, type Appointment, type AppointmentText } from './appointment.ts';

/** A touch with what its messages are made of. */
export type CompiledTouch = Touch & Readonly<{ template: Template; schedule: Schedule }>;

/** A campaign's version, ready for its rows. Make one per version and keep it: it remembers what it has read. */
export type CompiledDefinition = Readonly<{
  definition: Definition;
  zone: string;
  /** in the order of `touchesOf` */
  touches: readonly CompiledTouch[];
  readAppointment: (text: AppointmentText) => Appointment;
}>;

/** Throws TemplateProblem when a template is wrong, which `readDefinition` rules out. */
export const compileDefinition = (definition: Definition): CompiledDefinition => {
  const { timezone: zone, region } = definition;
  const touches = plannedTouches(definition).map(({ entry, ...touch }) => ({
    ...touch,
    template: compileTemplate(entry.template, { zone, region }),
  }));
  return { definition, zone, touches, readAppointment: appointmentReader(zone, region) };
};
