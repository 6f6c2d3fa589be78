import type { Definition } from '#domain/campaign/definition.ts';
import { compileDefinition, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import { remembered } from './remembered.ts';

const compiled = remembered<CompiledDefinition>(100);

/** A campaign's version, compiled once per process. */
export const compiledCampaign = (
  campaignId: string,
  { version, definition }: { version: number; definition: Definition },
): CompiledDefinition => {
  const key = `${campaignId}@${version}`;
  return compiled.get(key) ?? compiled.keep(key, compileDefinition(definition));
};
