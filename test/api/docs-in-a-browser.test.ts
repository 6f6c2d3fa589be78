import assert from 'node:assert/strict';
import { operations } from '../support/api-answers.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { openBrowser, type Browser, type BrowserPage } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';

describe('the page of the API in a browser', function () {
  let api: ApiHouse;
  let browser: Browser | undefined;
  let page: BrowserPage;
  before(async function () {
    this.timeout(300_000);
    browser = await openBrowser();
    if (!browser) {
      process.stderr.write('no Chromium is installed, and apt-get gives none: the page of the API is not opened\n');
      this.skip();
    }
    api = await openApiHouse();
    page = await browser.page();
    await page.resize(1_280, 900);
    await page.go(`${api.origin}/docs`);
    await shown('.opblock-tag-section');
  });
  after(async () => {
    await browser?.close();
    await api?.close();
  });

  const count = (selector: string): Promise<number> => page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
  const shown = (selector: string) => eventually(selector, async () => (await count(selector)) > 0);

  it('asks this house alone for what it shows, and breaks no rule of its own policy', async () => {
    assert.ok(page.requests.length >= 4, page.requests.join());
    assert.deepEqual(
      page.requests.filter((url) => !url.startsWith(`${api.origin}/`) && !url.startsWith('data:')),
      [],
    );
    assert.deepEqual(page.complaints, []);
    await assert.rejects(page.evaluate(`fetch('http://127.0.0.1:9/')`));
    const own = await page.evaluate<number>(`fetch('/v1/companies/me').then(({ status }) => status)`);
    assert.equal(own, 401);
    // both of these were complained of
    page.forget();
  });

  it('has every operation on a line, with an address of its own', async () => {
    const ids = await page.evaluate<readonly string[]>(`[...document.querySelectorAll('#all li')].map(({ id }) => id)`);
    assert.deepEqual([...ids].sort(), operations.map(({ id }) => id).sort());
    await page.evaluate(`location.hash = 'forgetPerson'`);
    const top = await page.evaluate<number>(`document.getElementById('forgetPerson').getBoundingClientRect().top`);
    assert.ok(top > -2 && top < 900, `${top}`);
  });

  it('leads from that line to the operation, with its examples for a shell and in TypeScript', async () => {
    await page.evaluate(`document.querySelector('#sendMessage a').click()`);
    await shown('#operations-Messages-sendMessage .opblock-description pre');
    const examples = await page.evaluate<string>(
      `[...document.querySelectorAll('#operations-Messages-sendMessage .opblock-description pre')].map((one) => one.textContent).join()`,
    );
    assert.match(examples, /curl -X POST[\s\S]*client\.POST\('\/v1\/messages'/);
    assert.deepEqual(page.complaints, []);
  });

  it('is used with the keyboard alone, and says the name of whatever takes it', async () => {
    await page.go(`${api.origin}/docs?keyboard=1`);
    await shown('.opblock-tag-section');
    const focused = () =>
      page.evaluate<{ tag: string; name: string; open: string | null }>(
        `(({ tagName, textContent, ariaLabel, title, ariaExpanded }) => ({ tag: tagName, name: (ariaLabel ?? (textContent.trim() || title)).trim(), open: ariaExpanded }))(document.activeElement)`,
      );
    const seen: string[] = [];
    for (let left = 20; left > 0; left -= 1) {
      await page.press('Tab');
      const { tag, name } = await focused();
      seen.push(`${tag} ${name.slice(0, 60)}`);
      if (name === 'Expand operation') break;
      assert.notEqual(name, '', `nobody is told what this is: ${seen.join(', ')}`);
    }
    assert.equal(seen.at(-1), 'BUTTON Expand operation', seen.join(', '));
    await page.press('Enter');
    await shown('.opblock');
  });

  it('fits a telephone, and has one heading that it begins with', async () => {
    for (const width of [360, 1_280]) {
      await page.resize(width, 800);
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(over <= 0, `${over} pixels stick out of ${width}`);
    }
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
    assert.notEqual(await page.evaluate('document.title'), '');
  });
});
