import { z } from '@hono/zod-openapi';
import type { Location } from '#domain/company/locations.ts';
import { etagOf } from '../conventions/etag.ts';
import type { Answer } from '../operation.ts';

export const locationParams = z.object({
  id: z.string().min(1).max(200).openapi({ description: "a location's id", example: 'loc_h7k2m9qxw3' }),
});
export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };

export const site = z
  .strictObject({
    code: z.string().trim().min(1).max(100).openapi({ description: 'As your rows name it, in any case; one of each', example: 'BOI' }),
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .openapi({ description: 'As people know it; rows may name it so too', example: 'Hillside Boise' }),
    address: z.string().trim().min(1).max(300).optional().openapi({ description: 'In one line', example: '12 Main St, Boise' }),
    phone: z
      .string()
      .trim()
      .max(40)
      .regex(/^\+?[\d(][\d ().-]{5,}$/, 'a phone number, written as people are to read it')
      .optional()
      .openapi({ description: 'As people are to read it', example: '(208) 555-0100' }),
    directions: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .openapi({ description: 'How people find it, as they are to read it', example: 'Second floor, parking behind the house' }),
    timezone: z.string().min(1).max(100).openapi({ description: 'Of the IANA database: its clock', example: 'America/Boise' }),
    brands: z
      .array(z.string().regex(/^brd_[a-z0-9]{1,32}$/, 'the id of a brand'))
      .min(1)
      .max(100)
      .optional()
      .openapi({
        description:
          'Whose it is: somebody of some brands sees the locations of one of his, and changes those of his alone. Left out: nobody of them',
        example: ['brd_h7k2m9qxw3'],
      }),
  })
  .openapi('LocationSite');

export const location = z
  .object({
    object: z.literal('location'),
    id: z.string(),
    code: z.string(),
    name: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    directions: z.string().nullable(),
    timezone: z.string(),
    brands: z.array(z.string()),
  })
  .openapi('Location');

export const locationJson = (id: string, { code, name, address, phone, directions, timezone, brands = [] }: Location) => ({
  object: 'location',
  id,
  code,
  name,
  address: address ?? null,
  phone: phone ?? null,
  directions: directions ?? null,
  timezone,
  brands,
});

export const locationEtag = (id: string, { version }: Location): string => etagOf([id, version]);

export const locationAnswer = (id: string, found: Location, status = 200): Answer => ({
  status,
  body: locationJson(id, found),
  headers: { etag: locationEtag(id, found) },
});

export const exampleSite = {
  code: 'BOI',
  name: 'Hillside Boise',
  address: '12 Main St, Boise',
  phone: '(208) 555-0100',
  directions: 'Second floor, parking behind the house',
  timezone: 'America/Boise',
  brands: ['brd_h7k2m9qxw3'],
};
export const exampleLocation = { object: 'location', id: 'loc_h7k2m9qxw3', ...exampleSite };
