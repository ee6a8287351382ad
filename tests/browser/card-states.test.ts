/** The card where pages are difficult: fullscreen, little height, dragging, cards inside the card, the wheel, touch, print. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, pressInCard } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { filler, openMarkedPage } from './support/marked-page.ts';

const url = 'http://news.localhost/states';
const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><meta property="article:published_time" content="2022-06-28T10:00:00Z"><title>x</title>
  <style>body { margin: 60px 20px; font: 18px serif } ${style}</style></head><body>${body}</body></html>`;
const talks = '<p>The firm NSO Group is in talks.</p>';

describe.each(browserNames)('the card in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());
  afterEach(() => page.close());

  async function open(html: string, width = 1280, height = 800) {
    page = await openMarkedPage(extension, url, html, { width, height });
  }
  const isOpen = async () => (await cardText(extension, page)) !== undefined;
  const inCard = <Result>(run: (root: ShadowRoot) => Result) =>
    extension.inClosedRoot(page, ':popover-open', run);
  const box = () =>
    inCard((root) => {
      const { left, top, right, bottom } = root.querySelector('.panel')!.getBoundingClientRect();
      return { left, top, right, bottom };
    });
  const scrolled = () => inCard((root) => root.querySelector('.body')!.scrollTop);

  it('opens over a fullscreen element, inside it', async () => {
    await open(
      pageOf(`<div id="film" style="background: white">${talks}</div><button>full</button>
      <script>document.querySelector('button').onclick = () => document.querySelector('#film').requestFullscreen()</script>`),
    );
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await hoverMark(extension, page, 'NSO Group');
    expect(await page.evaluate(() => document.querySelector('#film > :popover-open') !== null)).toBe(true);
    await pressInCard(extension, page, /why marked/i);
    await expect.poll(() => cardText(extension, page)).toMatch(/marked because/i);
  });

  it('shows the status first where there is hardly any height, and scrolls to the rest', async () => {
    // A window of 1280 × 900 at 400 %.
    await open(pageOf(talks), 320, 225);
    await hoverMark(extension, page, 'NSO Group');
    const status = (await inCard((root) => {
      const panel = root.querySelector('.panel')!.getBoundingClientRect();
      const { top, bottom } = root.querySelector('.standing')!.getBoundingClientRect();
      return { top: top - panel.top, over: panel.bottom - bottom, width: panel.width };
    }))!;
    expect(status.top).toBeGreaterThan(0);
    expect(status.over).toBeGreaterThanOrEqual(0);
    expect(status.width).toBeLessThanOrEqual(320 - 16);
    const at = (await box())!;
    await page.mouse.move(at.left + 60, at.top + 40, { steps: 10 });
    await page.mouse.wheel({ deltaY: 3000 });
    await expect
      .poll(() =>
        inCard((root) => {
          const panel = root.querySelector('.panel')!.getBoundingClientRect();
          return panel.bottom - root.querySelector('footer')!.getBoundingClientRect().bottom;
        }),
      )
      .toBeGreaterThan(-3);
  });

  it('can be dragged by its head once pinned, and stays inside the window', async () => {
    await open(pageOf(talks));
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /keep open/i);
    const before = (await box())!;
    await page.mouse.move(before.left + 60, before.top + 20, { steps: 4 });
    await page.mouse.down();
    await page.mouse.move(before.left + 360, before.top + 60, { steps: 8 });
    await expect.poll(async () => Math.round((await box())!.left - before.left)).toBe(300);
    await page.mouse.move(3, 3, { steps: 8 });
    await page.mouse.up();
    const { left, top } = (await box())!;
    expect([Math.round(left), Math.round(top)]).toEqual([0, 0]);
    // A dragged card no longer follows its word.
    await page.mouse.wheel({ deltaY: 1 });
    expect(Math.round((await box())!.top)).toBe(0);
    expect(await isOpen()).toBe(true);
  });

  it('shows another entity in the same card, and goes back', async () => {
    await open(pageOf('<p>Spyware named Pegasus is sold.</p>'));
    await hoverMark(extension, page, 'Pegasus');
    await pressInCard(extension, page, /keep open/i);
    const place = (await box())!;
    await inCard((root) => root.querySelector('.ties')!.scrollIntoView());
    await pressInCard(extension, page, /^NSO Group$/);
    await expect.poll(() => cardText(extension, page)).toMatch(/^\s*NSO Group/);
    expect(await scrolled()).toBe(0);
    expect((await box())!.left).toBe(place.left);
    // The mark is not this entity's: what is said of the mark is left out.
    expect(await cardText(extension, page)).not.toMatch(/not this one/i);
    await pressInCard(extension, page, /^back$/i);
    await expect.poll(() => cardText(extension, page)).toMatch(/^\s*Pegasus/);
  });

  it('scrolls by the wheel once the pointer is on it, and not the page under it', async () => {
    await open(pageOf(talks + filler()), 1280, 560);
    await hoverMark(extension, page, 'NSO Group');
    const { left, top } = (await box())!;
    await page.mouse.move(left + 80, top + 120, { steps: 15 });
    await page.mouse.wheel({ deltaY: 150 });
    await expect.poll(scrolled).toBeGreaterThan(50);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.mouse.move(1200, 500, { steps: 10 });
    await expect.poll(isOpen).toBe(false);
    await page.mouse.wheel({ deltaY: 150 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  });

  it('follows its word while the page scrolls, and goes when the word does', async () => {
    await open(pageOf(talks + filler()));
    await hoverMark(extension, page, 'NSO Group');
    const before = (await box())!;
    await page.mouse.wheel({ deltaY: 30 });
    await expect.poll(async () => (await box())!.top).toBeLessThan(before.top - 20);
    await page.evaluate(() => scrollTo(0, 2000));
    await expect.poll(isOpen).toBe(false);
  });

  it('opens beside the line of a wrapped name that the pointer is on', async () => {
    await open(pageOf('<p style="width: 2.5em; line-height: 2">It was sold by NSO Group.</p>'));
    const lines = await page.evaluate(() => {
      const text = document.querySelector('p')!.firstChild!;
      const range = document.createRange();
      range.setStart(text, text.textContent!.indexOf('NSO'));
      range.setEnd(text, text.textContent!.indexOf('.'));
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    });
    expect(lines.length).toBeGreaterThan(1);
    const last = lines.at(-1)!;
    const [x, y] = [last.x + last.width / 2, last.y + last.height / 2];
    await page.mouse.move(x + 200, y + 20);
    await page.mouse.move(x, y, { steps: 12 });
    await expect.poll(isOpen).toBe(true);
    await expect.poll(async () => Math.round((await box())!.top - (last.y + last.height))).toBeLessThan(12);
    expect((await box())!.top).toBeGreaterThan(last.y + last.height);
  });

  it('keeps out of what is printed', async () => {
    await open(pageOf(talks));
    await hoverMark(extension, page, 'NSO Group');
    if (name === 'firefox') return; // its driver cannot show a page as printed
    await page.emulateMediaType('print');
    expect(await inCard((root) => getComputedStyle(root.host).display)).toBe('none');
  });

  it('is not thrown off by transforms, filters and containment of the page', async () => {
    await open(
      pageOf(
        `${talks}<div style="position: fixed; inset: 200px 0 0; background: gold; z-index: 2147483647"></div>`,
        `* { all: unset !important; display: block !important } head, style, script, meta, title { display: none !important }
         html { transform: rotate(2deg) !important; filter: hue-rotate(90deg) !important; contain: layout paint !important; min-height: 100vh !important }
         p { margin: 60px !important }`,
      ),
    );
    await hoverMark(extension, page, 'NSO Group');
    const { left, right } = (await box())!;
    expect(Math.round(right - left)).toBe(400);
    await pressInCard(extension, page, /why marked/i);
    await expect.poll(() => cardText(extension, page)).toMatch(/marked because/i);
  });
});
