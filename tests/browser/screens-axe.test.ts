/** Every screen in both themes is clean for axe, and fits 320 px (1280 px at 400 % zoom); in Firefox in one theme. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { axeFindings } from './support/axe-findings.ts';

/** By address: what stands on the screen once it is ready. */
const screens: [path: string, ready: string][] = [
  ['profile.html?id=nso-group', '.timeline a'],
  ['profile.html?id=hikvision#l2', '.current-claim'],
  ['profile.html?id=intellexa', '.drawn a'],
  ['profile.html?id=alexander-shatrov', '.profile'],
  ['profile.html?id=entity-list', '.profile'],
  ['profile.html?id=acxiom', '.profile'],
  ['profile.html?id=no-such-entry', '.entity-search'],
  ['profile.html?id=nso', '.results li'],
  ['directory.html', '.entry'],
  ['directory.html?q=no%20such%20name', '.notice'],
  ['options.html', '.category-list'],
  ['welcome.html', '.sample a'],
  ['popup.html?tab=0', '.notice'],
];

const overflowPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG 2.2's contrast of two colours, each as `rgb(1, 2, 3)`. */
function contrast(...colours: [string, string]): number {
  const [darker, lighter] = colours
    .map((colour) => {
      const [red, green, blue] = [.../^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)!].slice(1).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    })
    .sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Runs in the extension, where `chrome` is the API in both browsers. */
function storeSettings(settings: object): Promise<void> {
  return (globalThis as unknown as { chrome: ExtensionApi }).chrome.storage.local.set({ settings });
}
interface ExtensionApi {
  storage: { local: { set(items: object): Promise<void> } };
}

const runs: [BrowserName, string[]][] = [
  ['chromium', ['light', 'dark']],
  ['firefox', ['dark']],
];

describe.each(runs)('screens in %s', (name, themes) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => browser.close());

  async function setSettings(settings: object) {
    await browser.inExtension(storeSettings, { version: 1, ...settings });
  }

  describe.each(themes)('%s', (theme) => {
    beforeAll(() => setSettings({ theme }));
    test.each(screens)('%s', async (path, ready) => {
      const page = await browser.openExtensionPage(path);
      await page.waitForSelector(ready);
      await page.waitForSelector(`html[data-theme='${theme}']`);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewport({ width: 320, height: 640 });
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowPx(page)).toBe(0);
      await page.close();
    });

    // Firefox's driver cannot show a page as printed.
    if (name === 'chromium')
      test('a profile is printed dark on light', async () => {
        const page = await browser.openExtensionPage('profile.html?id=acxiom');
        await page.waitForSelector(`html[data-theme='${theme}'] #sources`);
        await page.emulateMediaType('print');
        expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 31, 36)');
        await page.close();
      });

    // Axe does not look at placeholders.
    test('the words in an empty search field have 4.5:1', async () => {
      const page = await browser.openExtensionPage('popup.html?tab=0');
      await page.waitForSelector('input[type=search]');
      await page.waitForSelector(`html[data-theme='${theme}']`);
      const [words, field] = await page.$eval('input[type=search]', (input) => {
        const { color, opacity } = getComputedStyle(input, '::placeholder');
        return [opacity === '1' ? color : 'faint', getComputedStyle(input).backgroundColor];
      });
      expect(contrast(words!, field!)).toBeGreaterThanOrEqual(4.5);
      await page.close();
    });

    test('options with lists, in each palette', async () => {
      const site = 'a-long-host-name.with-many-parts.example.com';
      const page = `http://${site}/2022/06/28/a-long-path-of-an-article-that-does-not-end`;
      const dismissals = [
        { entity: 'palantir-elite', name: 'ELITE', on: '2026-01-01' },
        { entity: 'nso-group', name: 'Q', page, on: '2026-01-01' },
      ];
      for (const palette of ['standard', 'safe', 'text']) {
        await setSettings({ theme, palette, sitesOff: [site], sitesOn: ['b.example'], dismissals });
        const options = await browser.openExtensionPage('options.html');
        await options.setViewport({ width: 320, height: 640 });
        await options.waitForSelector('.lines li + li');
        await options.waitForSelector(`html[data-palette=${palette}] .sample a`);
        expect(await axeFindings(options)).toEqual([]);
        expect(await overflowPx(options)).toBe(0);
        await options.close();
      }
      await setSettings({ theme });
    });

    test('popup on a page that waits to be asked', async () => {
      const url = 'http://news.localhost/waiting';
      browser.sites.serve(url, '<!doctype html><title>News</title><p>NSO Group.</p>');
      await setSettings({ theme, runsOn: 'when-asked' });
      const article = await browser.newPage(url);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.notice .primary');
      expect(await axeFindings(popup)).toEqual([]);
      await setSettings({ theme });
      await popup.close();
      await article.close();
    });

    test('popup with names on the page, then switched off', async () => {
      const url = 'http://news.localhost/article';
      browser.sites.serve(
        url,
        '<!doctype html><title>News</title><p>NSO Group makes Pegasus; so says the Entity List.</p>',
      );
      const article = await browser.newPage(url);
      await waitForMarks(article, ['NSO Group', 'Pegasus', 'Entity List']);
      const popup = await browser.openPopup(article);
      await popup.setViewport({ width: 340, height: 600 });
      await popup.waitForSelector('.page-list li:nth-child(3)');
      expect(await axeFindings(popup)).toEqual([]);
      expect(await overflowPx(popup)).toBe(0);
      await setSettings({ theme, enabled: false });
      await popup.waitForSelector('.notice');
      expect(await axeFindings(popup)).toEqual([]);
      await setSettings({ theme });
      await popup.close();
      await article.close();
    });
  });
});
