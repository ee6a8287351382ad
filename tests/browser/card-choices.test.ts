/** What a reader does from the card and what follows in the page: "not this one" and undo, tapping, frames, fullscreen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  cardText,
  hoverMark,
  marksOf,
  pressInCard,
  waitForMarks,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const url = 'http://news.localhost/choices';
const article =
  '<!doctype html><html lang="en"><title>x</title><p style="margin-top: 80px">The firm NSO Group sells Pegasus to states.</p>';

describe.each(browserNames)('choices in %s', (name) => {
  let extension: ExtensionBrowser;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());

  async function open(html: string, marks: string[]): Promise<Page> {
    extension.sites.serve(url, html);
    const page = await extension.newPage(url);
    await page.bringToFront();
    await waitForMarks(page, marks);
    return page;
  }
  const isOpen = async (page: Page) => (await cardText(extension, page)) !== undefined;

  it('"not this one" unmarks that name alone, keeps the card for a way back, and undo brings the mark back', async () => {
    const page = await open(article, ['NSO Group', 'Pegasus']);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /not this one/i);
    await expect.poll(() => cardText(extension, page)).toMatch(/stop marking/i);
    // A choice that is stored is refused in the moment after the card appeared.
    await expect
      .poll(
        async () => {
          if (/will not be marked/i.test((await cardText(extension, page)) ?? '')) return true;
          await pressInCard(extension, page, /on this site/i);
          return false;
        },
        { timeout: 5_000 },
      )
      .toBe(true);
    await waitForMarks(page, ['Pegasus']);
    expect(await cardText(extension, page)).toMatch(/undo/i);
    await pressInCard(extension, page, /undo/i);
    await waitForMarks(page, ['NSO Group', 'Pegasus']);
    await page.close();
  });

  it('opens on a tap and closes on a tap outside', async () => {
    const page = await open(article, ['NSO Group', 'Pegasus']);
    const [mark] = await marksOf(page);
    await page.touchscreen.tap(mark!.x, mark!.y);
    await expect.poll(() => isOpen(page)).toBe(true);
    await page.touchscreen.tap(900, 30);
    await expect.poll(() => isOpen(page)).toBe(false);
    await page.close();
  });

  it.each([
    ['of the same site', 'border: 5px solid', [5, 5], 1],
    ['with padding', 'padding: 60px 0 0 80px', [80, 60], 1],
    [
      'that is drawn smaller',
      'transform: scale(0.5); transform-origin: 0 0; border: 10px solid',
      [5, 5],
      0.5,
    ],
    ['that is zoomed', 'zoom: 1.5', [0, 0], 1.5],
  ] as const)('opens beside a word inside a frame %s', async (_, style, inset, scale) => {
    extension.sites.serve(
      'http://news.localhost/inner',
      '<!doctype html><p style="margin: 60px">The firm <b>NSO Group</b> is in talks.</p>',
    );
    const page = await open(
      `<!doctype html><p>Pegasus, the spyware.</p><div style="height: 100px"></div>
       <iframe src="/inner" style="box-sizing: content-box; border: 0; width: 500px; height: 200px; ${style}"></iframe>`,
      ['Pegasus'],
    );
    const inner = page.frames().find((frame) => frame.url().endsWith('/inner'))!;
    await expect.poll(() => inner.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
    const word = await inner.evaluate(() => {
      const { left, top, width, height } = document.querySelector('b')!.getBoundingClientRect();
      return { left, top, width, height };
    });
    const frame = await page.evaluate(() => {
      const { left, top } = document.querySelector('iframe')!.getBoundingClientRect();
      return { left, top };
    });
    const left = frame.left + inset[0] + word.left * scale;
    const top = frame.top + inset[1] + word.top * scale;
    const at = { x: left + (word.width / 2) * scale, y: top + (word.height / 2) * scale };
    await page.mouse.move(at.x + 60, at.y + 40);
    await page.mouse.move(at.x, at.y, { steps: 10 });
    await expect.poll(() => cardText(extension, page)).toContain('NSO Group');
    const panel = await extension.inClosedRoot(page, ':popover-open', (root) => {
      const { left, top } = root.querySelector('.panel')!.getBoundingClientRect();
      return { left, top };
    });
    const gap = panel!.top - (top + word.height * scale);
    expect(gap).toBeGreaterThan(2);
    expect(gap).toBeLessThan(14);
    expect(Math.abs(panel!.left - left)).toBeLessThan(3);
    await page.close();
  });
});
