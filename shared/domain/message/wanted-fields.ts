import type { Definition } from '../campaign/definition.ts';
import { isLinkName } from '../campaign/page-links.ts';
import { bindColumns } from './columns.ts';
import { compileDefinition } from './compile-definition.ts';
import type { Proposal } from './propose-mapping.ts';

/** What a campaign wants of a file: its fields, and what else its templates put out, each with the name that it gives the column. */
export const wantedFields = (definition: Definition): Readonly<Record<string, readonly string[]>> => {
  const named = Object.entries(definition.fields).map(([field, column]) => [field, [column]] as const);
  const used = compileDefinition(definition).touches.flatMap(({ template }) => template.variables);
  const made = new Set(['appointmentAt', ...(definition.join === undefined ? [] : ['appointments'])]);
  const others = used.filter((name) => !made.has(name) && !isLinkName(name) && !Object.hasOwn(definition.fields, name));
  return Object.fromEntries([...named, ...others.map((name) => [name, []] as const)]);
};

/** Below this a person has to say which column it is. */
export const sureEnough = 0.5;

type Chosen = Readonly<{ definition: Definition; header: readonly string[]; proposal: Proposal; said: Readonly<Record<string, string>> }>;

/** What to store for a source: only what differs from the campaign's own names, so that the rest follows the campaign. */
export type Choice = Readonly<{
  mapping: Readonly<Record<string, string>>;
  /** fields that the campaign names and nobody is sure of */ unsure: readonly string[];
  /** columns that were said and are not there */ absent: readonly string[];
}>;

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The mapping of a source, from what a person said and, for everything else, from what is proposed with enough confidence. */
export const chooseMapping = ({ definition, header, proposal, said }: Chosen): Choice => {
  const own = bindColumns({ ...definition, fields: {} }, header);
  const reachable = new Set(own.kind === 'bound' ? own.binding.sources.map(({ name }) => name) : []);
  const sure = proposal.fields.filter(({ confidence }) => confidence >= sureEnough).map(({ field, column }) => [field, column] as const);
  const found: Readonly<Record<string, string>> = { ...Object.fromEntries(sure), ...said };
  const differs = ([field, column]: readonly [string, string]): boolean => {
    const named = Object.hasOwn(definition.fields, field) ? definition.fields[field] : undefined;
    return named === undefined ? !reachable.has(field) : !sameName(named, column);
  };
  return {
    mapping: Object.fromEntries(Object.entries(found).filter(differs)),
    unsure: Object.keys(definition.fields).filter((field) => found[field] === undefined),
    absent: Object.values(said).filter((column) => !header.some((name) => sameName(name, column))),
  };
};
