/** In Chromium: the screens and the card in Arabic are translated, run from right to left, and are clean for axe. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { hoverMark, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder, rootFolder } from '../../src/commands/paths.ts';
import { axeFindings } from './support/axe-findings.ts';

interface Texts {
  standing: { listed: string };
  standing_one: { listing: string };
  popup: { page: string };
  directory: { title: string };
  options: { title: string };
  profile: { relations: string; sources: string };
  welcome: { where_legend: string };
}
const textsOf = (name: string) =>
  JSON.parse(readFileSync(join(rootFolder, `assets/locales/${name}.json`), 'utf8')) as Texts;
const arabic = textsOf('ar');
const english = textsOf('en');

/** By address: what stands on the screen once it is ready, and an Arabic text that has to be on it. */
const screens: [path: string, ready: string, text: string][] = [
  ['profile.html?id=nso-group', '.timeline a', arabic.profile.relations],
  ['profile.html?id=entity-list', '.profile', arabic.profile.sources],
  ['directory.html', '.entry', arabic.directory.title],
  ['options.html', '.category-list', arabic.options.title],
  ['welcome.html', '.sample a', arabic.welcome.where_legend],
];

interface ExtensionApi {
  storage: { local: { set(items: object): Promise<void> } };
  i18n: { getMessage(key: string): string };
}

/** Runs in the extension. */
function storeTheme(theme: string): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  return chrome.storage.local.set({ settings: { version: 1, theme } });
}

/** Text that reads as English (three words and more) where nothing says that it is: what was not translated. */
function leftInEnglish(root: Document | ShadowRoot): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    // A tooltip has one language, whatever parts it is made of.
    if (!parentElement || parentElement.closest('style, script, svg title')) continue;
    const language = parentElement.closest('[lang]')?.getAttribute('lang');
    if (language !== 'ar') continue;
    // Isolated parts are values: a name or a meaning within a sentence.
    const text = (nodeValue ?? '').replace(/\u2068[^\u2069]*\u2069/g, '');
    if (/[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}/i.test(text)) found.push(text);
  }
  return found;
}

describe('in Arabic', () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser('chromium', builtFolder.chromium, { args: ['--lang=ar'] });
  });
  afterAll(() => browser.close());

  async function expectArabic(page: Page, text: string) {
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ]);
    expect(await page.$eval('body', (body) => body.innerText)).toContain(text);
    expect(await page.evaluate(`(${leftInEnglish.toString()})(document)`)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 640 });
    expect(
      await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      }),
    ).toBe(0);
  }

  describe.each(['light', 'dark'])('%s', (theme) => {
    beforeAll(() => browser.inExtension(storeTheme, theme));

    test.each(screens)('%s', async (path, ready, text) => {
      const page = await browser.openExtensionPage(path);
      await page.waitForSelector(ready);
      await page.waitForSelector(`html[data-theme='${theme}']`);
      await expectArabic(page, text);
      await page.close();
    });

    test('popup and card', async () => {
      const url = 'http://news.localhost/article';
      browser.sites.serve(url, '<!doctype html><title>News</title><p>NSO Group makes Pegasus.</p>');
      const article = await browser.newPage(url);
      await waitForMarks(article, ['NSO Group', 'Pegasus']);
      expect(await hoverMark(browser, article, 'NSO Group')).toContain(arabic.standing_one.listing);
      const card = await browser.inClosedRoot(article, ':popover-open', (root) => {
        const panel = root.querySelector<HTMLElement>('.panel');
        return { lang: panel?.lang, dir: panel?.dir };
      });
      expect(card).toEqual({ lang: 'ar', dir: 'rtl' });
      expect(await browser.inClosedRoot(article, ':popover-open', leftInEnglish)).toEqual([]);

      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.page-list li:nth-child(2)');
      await expectArabic(popup, arabic.popup.page);
      await popup.close();
      await article.close();
    });
  });
});

describe('in Hebrew', () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser('chromium', builtFolder.chromium, { args: ['--lang=he'] });
  });
  afterAll(() => browser.close());

  test('Latin names with a comma between them stand from right to left', async () => {
    const page = await browser.openExtensionPage('welcome.html');
    await page.waitForSelector('.sample a:nth-of-type(3)');
    const rightEdges = await page.$$eval('.sample a', (links) =>
      links.map((link) => link.getBoundingClientRect().right),
    );
    expect(rightEdges).toEqual([...rightEdges].sort((a, b) => b - a));
    await page.close();
  });

  test('no empty line parts an authority from the name that it lists', async () => {
    const url = 'http://news.localhost/sandvine';
    browser.sites.serve(url, '<!doctype html><title>News</title><p>Sandvine and NSO Group were named.</p>');
    const article = await browser.newPage(url);
    await waitForMarks(article, ['Sandvine', 'NSO Group']);
    expect(await hoverMark(browser, article, 'Sandvine')).toContain('Sandvine Incorporated');
    const gap = await browser.inClosedRoot(article, ':popover-open', (root) => {
      const [authority, name] = ['span[lang=en]', 'bdi'].map((each) =>
        root.querySelector(`.listing-body .quiet > ${each}`)!.getBoundingClientRect(),
      );
      return name!.top - authority!.bottom;
    });
    // Lines of text stand some px apart.
    expect(gap).toBeLessThan(6);
    await article.close();
  });

  test('a long English title of a page keeps its beginning in the popup', async () => {
    const url = 'http://news.localhost/long-title';
    const title = 'A rather long headline about the surveillance industry and its many vendors';
    browser.sites.serve(url, `<!doctype html><title>${title}</title><p>NSO Group makes Pegasus.</p>`);
    const article = await browser.newPage(url);
    await waitForMarks(article, ['NSO Group', 'Pegasus']);
    const popup = await browser.openPopup(article);
    await popup.waitForSelector('.page-title');
    const [beginning, line] = await popup.$eval('.page-title', (shown) => {
      const range = document.createRange();
      range.selectNodeContents(shown);
      return [range.getClientRects()[0]!, shown.getBoundingClientRect()].map(({ left }) => left);
    });
    expect(beginning).toBe(line);
    await popup.close();
    await article.close();
  });
});

test('scripts carry no texts: more languages do not make them larger', () => {
  const scripts = readdirSync(builtFolder.chromium, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) {
    const code = readFileSync(join(builtFolder.chromium, script), 'utf8');
    expect([script, code.includes(arabic.standing.listed), code.includes(english.standing.listed)]).toEqual([
      script,
      false,
      false,
    ]);
  }
});

describe('a region without a file of its own', () => {
  test.each([
    ['es-419', 'es'],
    ['pt-PT', 'pt'],
  ])('%s is served in %s', async (locale, language) => {
    const browser = await openBrowser('chromium', builtFolder.chromium, { args: [`--lang=${locale}`] });
    try {
      const shown = await browser.inExtension(() => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
        return chrome.i18n.getMessage('locale_dates');
      });
      expect(shown).toBe(language);
    } finally {
      await browser.close();
    }
  });
});
