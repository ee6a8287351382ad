/** The screens for readers who set their browser otherwise: larger text, more contrast, the system's own colours. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { openWithText } from './support/text-size.ts';

describe.each(browserNames)('with larger text in %s', (name) => {
  let browser: ExtensionBrowser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ extension: browser, close } = await openWithText(name, 24));
  });
  afterAll(() => close());

  test('the popup is wider by as much', async () => {
    const popup = await browser.openExtensionPage('popup.html?tab=0');
    await popup.setViewport({ width: 800, height: 600 });
    await popup.waitForSelector('input[type=search]');
    expect(await popup.evaluate(() => document.body.getBoundingClientRect().width)).toBe(510);
    await popup.close();
  });

  test('the words of the timeline stand clear of each other and of the lines', async () => {
    const page = await browser.openExtensionPage('profile.html?id=huawei');
    await page.waitForSelector('.timeline .bar');
    const rows = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return { top, bottom };
        });
      return { ticks: boxes('.tick text'), labels: boxes('.bar-label'), bars: boxes('.bar') };
    });
    const { ticks, labels, bars } = rows;
    expect(labels.length).toBe(8);
    // Boxes of letters have some room above and below them.
    const overlap = (upper: { bottom: number }, lower: { top: number }) => upper.bottom - lower.top;
    expect(overlap(ticks[0]!, labels[0]!)).toBeLessThan(3);
    for (const [index, label] of labels.entries()) {
      expect(overlap(label, bars[index]!)).toBeLessThan(3);
      if (index > 0) expect(overlap(bars[index - 1]!, label)).toBeLessThan(3);
    }
    await page.close();
  });
});

// Firefox's driver emulates neither.
describe('in chromium', () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser('chromium', builtFolder.chromium);
  });
  afterAll(() => browser.close());

  async function open(path: string, ready: string, feature: { name: string; value: string }): Promise<Page> {
    const page = await browser.openExtensionPage(path);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [feature] });
    await page.waitForSelector(ready);
    return page;
  }

  test('what is drawn has the colours that the system forces', async () => {
    const page = await open('profile.html?id=nso-group', '.drawn line', {
      name: 'forced-colors',
      value: 'active',
    });
    const colours = await page.evaluate(() => {
      const sample = document.createElement('p');
      const system = (name: string) => {
        sample.style.cssText = `color: ${name}; forced-color-adjust: none`;
        return getComputedStyle(sample).color;
      };
      document.body.append(sample);
      const [text, link, canvas] = ['CanvasText', 'LinkText', 'Canvas'].map(system);
      const wrong: string[] = [];
      const expectColour = (selector: string, property: 'fill' | 'stroke', wanted: string | undefined) => {
        for (const each of document.querySelectorAll(selector))
          if (getComputedStyle(each)[property] !== wanted)
            wrong.push(`${selector} ${getComputedStyle(each)[property]}`);
      };
      expectColour('.timeline line, .drawn-field line', 'stroke', text);
      expectColour('.timeline text', 'fill', text);
      expectColour('.timeline .dot', 'stroke', link);
      expectColour('.timeline .dot:not(.coarse)', 'fill', link);
      expectColour('.timeline .dot.coarse', 'fill', canvas);
      return { wrong, lines: document.querySelectorAll('.timeline line').length };
    });
    expect(colours.lines).toBeGreaterThan(3);
    expect(colours.wrong).toEqual([]);
    await page.close();
  });

  test.each([
    ['profile.html?id=nso-group', '.drawn line'],
    ['directory.html', '.entry'],
    ['options.html', '.category-list'],
  ])('no text of %s is faint for readers who want more contrast', async (path, ready) => {
    const page = await open(path, ready, { name: 'prefers-contrast', value: 'more' });
    const faint = await page.evaluate(() => {
      const { color } = getComputedStyle(document.body);
      const soft = [...document.querySelectorAll('.soft, dt, .standing-none')];
      return {
        count: soft.length,
        faint: soft.filter((each) => getComputedStyle(each).color !== color).length,
      };
    });
    expect(faint.count).toBeGreaterThan(2);
    expect(faint.faint).toBe(0);
    await page.close();
  });
});
