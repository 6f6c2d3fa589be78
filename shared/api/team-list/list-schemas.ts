import { z } from '@hono/zod-openapi';

export const contacts = z
  .array(z.string().trim().min(1).max(254))
  .max(50)
  .openapi({ description: 'Phones and e-mail addresses, up to 50', example: ['+12085550123', 'ana@hillside.example'] });

export const teamList = z.object({ object: z.literal('team_list'), contacts }).openapi('TeamList');

export const exampleList = { object: 'team_list', contacts: ['+12085550123', 'ana@hillside.example'] } as const;
