/** Words that cannot be seen: a card closes when its word goes out of sight, none opens there, and stepping passes them over. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, marksOf, pressInCard } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { filler, openMarkedPage, outwait, stepMention } from './support/marked-page.ts';

const url = 'http://news.localhost/sight';
const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>Sight</title><style>body { margin: 0; font: 18px/1.4 serif } ${style}</style><body>${body}</body></html>`;
const header = (content: string) =>
  `<div id="app"><nav style="position: sticky; top: 0; height: 80px; background: #fff">${content}</nav>
    <p style="margin: 40px">The firm NSO Group is in talks.</p>${filler()}</div>`;

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

  it.each([
    ['under a header that stays', header('News'), () => scrollBy(0, 90)],
    [
      'out of what it scrolls in',
      `<div id="box" style="height: 300px; margin-top: 200px; overflow: auto"><p style="margin: 40px">The firm NSO Group is in talks.</p>${filler()}</div>${filler()}`,
      () => document.querySelector('#box')!.scrollBy(0, 100),
    ],
  ])('a card closes when its word goes %s', async (_, body, scroll) => {
    await open(pageOf(body));
    await hoverMark(extension, page, 'NSO Group');
    await outwait(page);
    expect(await isOpen()).toBe(true);
    await page.evaluate(scroll);
    await expect.poll(isOpen, { timeout: 4000 }).toBe(false);
  });

  it('a card that is kept open stays when its word goes under a header', async () => {
    await open(pageOf(header('News')));
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /keep open/i);
    await page.evaluate(() => scrollBy(0, 90));
    await outwait(page);
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
    await outwait(page);
    expect(await isOpen()).toBe(false);
  });

  const step = async (by: 1 | -1) => {
    await stepMention(extension, page, by);
    return (await cardText(extension, page))!.trim().split('\n')[0];
  };
  const unseen: [what: string, body: string, style: string][] = [
    ['a menu beside the screen', '<nav class="menu">Cellebrite</nav>', '.menu { position: fixed; inset: 0 auto 0 0; width: 300px; transform: translateX(-100%) }'], // prettier-ignore
    ['a menu at the page’s other side', '<div class="all"><nav class="menu">Cellebrite</nav></div>', '.all { overflow: hidden; position: relative; height: 100px } .menu { position: absolute; left: 100% }'], // prettier-ignore
    ['a page cut off at its side', '<nav class="menu">Cellebrite</nav>', 'body { overflow-x: hidden } .menu { position: absolute; left: 110vw; top: 0; width: 200px }'], // prettier-ignore
    [
      'words far to the left',
      '<p class="menu">Cellebrite</p>',
      '.menu { position: absolute; left: -9999px }',
    ],
    ['a slide not shown', '<div class="strip"><div class="slides"><p>Quiet</p><p>Cellebrite</p></div></div>', '.strip { width: 300px; overflow: hidden } .slides { display: flex; transform: translateX(0) } .slides p { flex: none; width: 300px }'], // prettier-ignore
    ['a folded part', '<div class="folded">Cellebrite</div>', '.folded { max-height: 0; overflow: hidden }'],
  ];
  it.each(unseen)('stepping passes over %s, and moves nothing there', async (_, body, style) => {
    await open(
      pageOf(`${body}<p>The firm NSO Group is in talks.</p>${filler()}<p>The firm Candiru too.</p>`, style),
    );
    await expect.poll(async () => (await marksOf(page)).length).toBe(3);
    expect(await step(1)).toBe('NSO Group');
    expect(await step(1)).toBe('Candiru');
    expect(await step(1)).toBe('NSO Group');
    expect(await step(-1)).toBe('Candiru');
    expect(
      await page.evaluate(() =>
        [document.documentElement, document.body, ...document.querySelectorAll('.all, .strip, .folded')].map(
          (each) => [each.scrollLeft, each.className && each.scrollTop],
        ),
      ),
    ).toSatisfy((places: [number, number | ''][]) => places.flat().every((place) => !place));
  });

  const reached: [what: string, body: string, style: string][] = [
    ['a strip that readers scroll', '<div class="strip"><div class="slides"><p>Quiet</p><p>Cellebrite</p></div></div>', '.strip { width: 300px; overflow: auto } .slides { display: flex } .slides p { flex: none; width: 300px }'], // prettier-ignore
    ['a wide page', '<p class="wide">Cellebrite</p>', '.wide { margin-left: 200vw; width: 300px }'],
    ['a box inside another that scrolls', '<div class="outer"><div class="inner"><p style="margin-top: 400px">Cellebrite</p></div></div>', '.outer { height: 300px; overflow: auto } .inner { height: 500px; overflow: hidden }'], // prettier-ignore
    ['a page that fills its window with a scroller', '<p style="margin-top: 2000px">Cellebrite</p>', 'html { height: 100%; overflow: hidden } body { height: 100%; overflow: auto }'], // prettier-ignore
  ];
  it.each(reached)('stepping reaches names in %s', async (_, body, style) => {
    await open(pageOf(`<p>The firm NSO Group is in talks.</p>${body}`, style));
    await expect.poll(async () => (await marksOf(page)).length).toBe(2);
    expect(await step(1)).toBe('NSO Group');
    expect(await step(1)).toBe('Cellebrite');
    const mark = (await marksOf(page)).find(({ text }) => text === 'Cellebrite')!;
    expect(mark.x).toBeGreaterThan(0);
    expect(mark.x).toBeLessThan(1280);
    expect(mark.y).toBeGreaterThan(0);
    expect(mark.y).toBeLessThan(900);
  });
});
