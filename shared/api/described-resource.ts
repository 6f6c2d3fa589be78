import { openApiDocument, type OpenApi } from './openapi-document.ts';
import { codesOf } from './codes-of.ts';
import type { Resource } from './resource.ts';

/** A resource's own part of the document, with all schemas that it refers to: the committed copies are one file each, so that two people's changes meet in none. */
export const describedResource = (resource: Resource): OpenApi =>
  openApiDocument([resource], codesOf([resource]), 'https://api.example.com');

/** `API keys` → `api-keys` */
export const fileOfResource = ({ name }: Resource): string => `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`;
