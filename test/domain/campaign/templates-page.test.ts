import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVariants } from '#domain/campaign/compile-variants.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { standardFilters } from '#domain/campaign/standard-filters.ts';
import { compileTemplate, render } from '#domain/campaign/template.ts';
import { channels } from '#domain/kernel/ids.ts';
import { reminder } from '../../support/campaigns.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/TEMPLATES.md'), 'utf8');

const fields = {
  firstName: "SANDRA O'BRIEN",
  practitioner: 'Dr. Helena Prado',
  phone: '+12085550100',
  appointmentAt: '2026-12-08T19:45:00.000Z',
  amount: '1234.5',
  visits: '2',
  clinic: 'Tabuazeiro',
  notes: 'PLEASE BRING YOUR CARD. ARRIVE EARLY',
};

/** Rows of tables whose two cells are code: what is written, and what it gives. */
const examples = Array.from(
  page.matchAll(/^\| `(.+)` \| `(.+)` \|$/gm),
  ([, written = '', gives = '']) => [written.replaceAll('\\|', '|'), gives] as const,
);

describe('docs/TEMPLATES.md', () => {
  it('has examples', () => assert.ok(examples.length > 40));
  for (const [written, gives] of examples) {
    it(`${written} gives ${gives}`, () => {
      assert.deepEqual(render(compileTemplate(written, { zone: 'America/Boise' }), fields), { ok: gives });
    });
  }

  const json = (text: string): unknown => JSON.parse(text) as unknown;
  const filters = Array.from(page.matchAll(/^\| `(\{ ".+ \})` \|/gm), ([, text = '']) => json(text));
  it('shows filters that campaigns may have', () => {
    assert.equal(filters.length, 5);
    assert.ok(readDefinition({ ...reminder, filters }));
  });

  it('shows variants that a campaign may have, but for the media', () => {
    const [, text = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
    const { media, ...template } = json(text) as { media: unknown };
    assert.ok(media && readDefinition({ ...reminder, channels: [{ channel: 'sms', template }] }));
  });

  it('says of every channel what it takes, and shows two in a campaign that may be put', () => {
    for (const channel of channels)
      assert.match(page, new RegExp(`^\\| \`${channel}\` \\| \`(?:phone|email|messengerId|instagramId)\``, 'm'));
    const [, text = ''] = /```json\n("channels"[\s\S]+?)```/.exec(page) ?? [];
    assert.ok(readDefinition({ ...reminder, ...(json(`{${text}}`) as object) }));
  });

  it('leads to an example in Spanish', () => {
    const definition = readDefinition(json(readFileSync(join(import.meta.dirname, '../../../examples/recordatorio.json'), 'utf8')));
    const { template, timezone: zone } = { ...definition.channels[0]!, timezone: definition.timezone };
    const made = compileVariants(template, { zone, locale: definition.locale }).render(fields);
    assert.ok('ok' in made);
    assert.match(made.ok.text ?? '', /^Hola Sandra O'Brien: su cita con Dr\. Helena Prado es el mar 8 dic, 12:45 p\.m\. Responda C/);
    assert.equal(made.ok.subject, 'Su cita del martes, 8 de diciembre de 2026');
    assert.match(made.ok.html ?? '', /<b>Sandra O&#39;Brien<\/b>/);
  });

  it('names every filter that there is', () => {
    const [told = ''] = /Of Liquid's filters[\s\S]*?run text as code/.exec(page) ?? [];
    const named = new Set(told.split(/[\s:;.,]+/));
    assert.deepEqual(
      standardFilters.filter((name) => !named.has(name)),
      [],
    );
  });
});
