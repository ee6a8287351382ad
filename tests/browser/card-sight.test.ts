/** Words that cannot be seen: a card closes when its word goes out of sight, and none opens there. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, marksOf, pressInCard } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { openMarkedPage } from './support/marked-page.ts';

const url = 'http://news.localhost/sight';
const filler = '<p>Nothing else is said in this line of text.</p>'.repeat(60);
const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>Sight</title><style>body { margin: 0; font: 18px/1.4 serif } ${style}</style><body>${body}</body></html>`;
const header = (content: string) =>
  `<div id="app"><nav style="position: sticky; top: 0; height: 80px; background: #fff">${content}</nav>
    <p style="margin: 40px">The firm NSO Group is in talks.</p>${filler}</div>`;

describe.each(browserNames)('in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());
  afterEach(() => page.close());

  async function open(html: string) {
    page = await openMarkedPage(extension, url, html);
  }
  const isOpen = async () => (await cardText(extension, page)) !== undefined;
  /** That nothing happens can only be told by waiting longer than everything that could make it happen. */
  const outwait = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));

  it.each([
    ['under a header that stays', header('News'), () => scrollBy(0, 90)],
    [
      'out of what it scrolls in',
      `<div id="box" style="height: 300px; margin-top: 200px; overflow: auto"><p style="margin: 40px">The firm NSO Group is in talks.</p>${filler}</div>${filler}`,
      () => document.querySelector('#box')!.scrollBy(0, 100),
    ],
  ])('a card closes when its word goes %s', async (_, body, scroll) => {
    await open(pageOf(body));
    await hoverMark(extension, page, 'NSO Group');
    await outwait();
    expect(await isOpen()).toBe(true);
    await page.evaluate(scroll);
    await expect.poll(isOpen, { timeout: 4000 }).toBe(false);
  });

  it('a card that is kept open stays when its word goes under a header', async () => {
    await open(pageOf(header('News')));
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /keep open/i);
    await page.evaluate(() => scrollBy(0, 90));
    await outwait();
    expect(await isOpen()).toBe(true);
  });

  it('no card opens on a link of a header that lies over a name', async () => {
    await open(
      pageOf(
        header(
          '<a href="/x" style="display: block; font-size: 40px; line-height: 80px">All the news there is</a>',
        ),
      ),
    );
    await page.evaluate(() => scrollBy(0, 90));
    const [mark] = await marksOf(page);
    expect(mark!.y).toBeLessThan(80);
    await page.mouse.move(mark!.x + 100, 300);
    await page.mouse.move(mark!.x, mark!.y, { steps: 12 });
    await outwait();
    expect(await isOpen()).toBe(false);
  });
});
