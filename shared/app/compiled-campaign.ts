import { createHash } from 'node:crypto';
import type { Definition } from '#domain/campaign/definition.ts';
import { compileDefinition, compileOnDemand, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import { remembered } from './remembered.ts';

const compiled = remembered<CompiledDefinition>(100);

/** A campaign's version, compiled once per process; on demand: for rows whose messages go at once, whatever its schedule. */
export const compiledCampaign = (
  campaignId: string,
  { version, definition }: { version: number; definition: Definition },
  onDemand = false,
): CompiledDefinition => {
  // houses of one process may have campaigns of one name: what it was compiled from tells them apart
  const content = createHash('sha256').update(JSON.stringify(definition)).digest('base64url');
  const key = `${campaignId}@${version}${onDemand ? '!' : ''}${content}`;
  return compiled.get(key) ?? compiled.keep(key, (onDemand ? compileOnDemand : compileDefinition)(definition));
};
