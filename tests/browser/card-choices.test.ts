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

  it('opens beside a word inside a frame of the same site', async () => {
    extension.sites.serve(
      'http://news.localhost/inner',
      '<!doctype html><p style="margin: 30px">The firm NSO Group is in talks.</p>',
    );
    const page = await open(
      '<!doctype html><p>Pegasus, the spyware.</p><iframe src="/inner" style="margin: 150px 0 0 200px; width: 500px; height: 120px; border: 5px solid"></iframe>',
      ['Pegasus'],
    );
    const inner = page.frames().find((frame) => frame.url().endsWith('/inner'))!;
    await expect.poll(() => inner.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
    const at = await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const box = frame.getBoundingClientRect();
      const text = frame.contentDocument!.querySelector('p')!.firstChild!;
      const range = frame.contentDocument!.createRange();
      range.setStart(text, 9);
      range.setEnd(text, 18);
      const word = range.getBoundingClientRect();
      return {
        x: box.left + 5 + word.left + word.width / 2,
        y: box.top + 5 + word.top + word.height / 2,
        bottom: box.top + 5 + word.bottom,
      };
    });
    await page.mouse.move(at.x + 100, at.y + 40);
    await page.mouse.move(at.x, at.y, { steps: 10 });
    await expect.poll(() => cardText(extension, page)).toContain('NSO Group');
    const top = await extension.inClosedRoot(
      page,
      ':popover-open',
      (root) => root.querySelector('.panel')!.getBoundingClientRect().top,
    );
    expect(top! - at.bottom).toBeGreaterThan(2);
    expect(top! - at.bottom).toBeLessThan(14);
    await page.close();
  });
});
