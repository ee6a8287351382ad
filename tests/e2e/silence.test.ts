/**
 * Proof of silence in both browsers: over a scripted reading of fifty pages no part of the extension makes a request, no page
 * notices anything while no card is open, and no page can find out by probing. What a page can see is stated too: see
 * SECURITY.md, which rests on the last tests here.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  cardText,
  hoverMark,
  pressInCard,
  waitForMarks,
  waitForTab,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { readingPages } from './support/reading-pages.ts';
import { nothingNoticed, witnessOf } from './support/witness.ts';

describe.each(browserNames)('silence in %s', (name) => {
  let browser: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
    for (const { url, html, parts } of readingPages) {
      browser.sites.serve(url, html);
      for (const [part, content] of Object.entries(parts)) browser.sites.serve(part, content);
    }
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it(
    'no page notices anything, nothing is sent, nothing is kept, over fifty pages',
    { timeout: 180_000 },
    async () => {
      expect(readingPages).toHaveLength(50);
      const said: [page: string, testimony: unknown][] = [];
      for (const { url, kind, marks, marksAfter, live } of readingPages) {
        await page.goto(url);
        await waitForMarks(page, marks);
        if (live) await page.evaluate(live);
        if (marksAfter) await waitForMarks(page, marksAfter);
        await page.mouse.move(300, 300);
        await page.mouse.wheel({ deltaY: 40 });
        said.push([`${kind} ${url}`, await witnessOf(page)]);
      }
      expect(
        said.filter(([, testimony]) => JSON.stringify(testimony) !== JSON.stringify(nothingNoticed)),
      ).toEqual([]);

      // Each page and each part of it was asked for by the reader's own visit: once, and nothing beside them.
      const visited = readingPages.flatMap(({ url, parts }) => [url, ...Object.keys(parts)]);
      expect(
        browser
          .requests()
          .map(({ url }) => url)
          .sort(),
      ).toEqual(visited.sort());
      expect(await browser.inExtension(() => globalThis.browser.storage.local.get(null))).toEqual({});
    },
  );

  it(
    'cards, popup, profile, directory and options send nothing, and a closed card leaves nothing in the page',
    { timeout: 120_000 },
    async () => {
      const [first] = readingPages;
      const before = browser.requests().length;
      await page.bringToFront();
      await page.goto(first!.url);
      await waitForMarks(page, first!.marks);
      for (let time = 0; time < 3; time++) {
        await hoverMark(browser, page, 'NSO Group');
        await page.keyboard.press('Escape');
        await expect.poll(() => cardText(browser, page)).toBeUndefined();
      }
      await hoverMark(browser, page, 'NSO Group');
      await pressInCard(browser, page, /profile/i);
      const profile = await waitForTab(browser, browser.extensionUrl('profile.html?id=nso-group'));
      await profile.waitForFunction(() => document.body.innerText.includes('Entity List'));
      const popup = await browser.openPopup(page);
      await popup.waitForSelector('[role=switch]');
      const screens = await Promise.all(
        ['directory.html', 'options.html'].map((path) => browser.openExtensionPage(path)),
      );
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await expect.poll(() => cardText(browser, page)).toBeUndefined();

      const { changes, ...rest } = await witnessOf(page);
      expect(rest).toEqual({ ...nothingNoticed, changes: undefined });
      // While a card is open its host is the one thing in the page: put in, made a popover, taken out.
      expect([...new Set(changes)].sort()).toEqual([
        'childList of HTML  +[DIV] -[]',
        'childList of HTML  +[] -[DIV]',
      ]);
      expect(
        browser
          .requests()
          .slice(before)
          .map(({ url }) => url),
      ).toEqual([first!.url]);
      await Promise.all([...screens, popup, profile].map((each) => each.close()));
    },
  );

  it('a page that names nobody finds out nothing by what a script of ours might clear away', async () => {
    const url = 'http://news.localhost/bait';
    browser.sites.serve(
      url,
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Bait</title>
      <div popover></div><p>Nobody is named here.</p>
      <script>
        const names = ['ring', 'listed-line', 'was-listed-tint-safe', 'none-line-and-tint-text'];
        for (const name of names) CSS.highlights.set('sidelight-' + name, new Highlight());
        const root = document.querySelector('div').attachShadow({ mode: 'closed' });
        root.innerHTML = '<div data-panel-of="sidelight"></div>';
      </script>`,
    );
    await page.goto(url);
    // Only after the lookout was there has everything had its chance.
    const popup = await browser.openPopup(page);
    await popup.waitForFunction(() => document.body.innerText.includes('news.localhost'));
    await popup.close();
    expect(await page.evaluate(() => [CSS.highlights.size, document.querySelector('div') !== null])).toEqual([
      4,
      true,
    ]);
  });

  it('a page that probes for files and messages of the extension learns nothing', async () => {
    await page.goto(readingPages[0]!.url);
    const files = ['', 'manifest.json', 'in-page.js', 'card.js', 'highlights/line.css', 'popup.html', 'profile.html?id=nso-group', 'icons/16.png', 'directory.json', 'cards/nso-group.json', '_locales/en/messages.json']; // prettier-ignore
    const probe = (urls: string[]) => {
      const asElement = (tag: 'img' | 'script' | 'link' | 'iframe', url: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          // A frame loads an error page: what tells is whether anything of it can be read or seen.
          element.onload = () => resolve(tag === 'iframe' ? 'some document' : 'loaded');
          element.onerror = () => resolve('refused');
          if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url });
          else element.src = url;
          document.body.append(element);
        });
      const asFetch = (url: string, mode: RequestMode) =>
        fetch(url, { mode }).then(
          () => 'loaded',
          (error: unknown) => String(error).replaceAll(url, 'URL'),
        );
      return Promise.all(
        urls.map(async (url) => [
          await asFetch(url, 'cors'),
          await asFetch(url, 'no-cors'),
          await asElement('img', url),
          await asElement('script', url),
          await asElement('link', url),
        ]),
      );
    };
    const ours = await page.evaluate(
      probe,
      files.map((file) => browser.extensionUrl(file)),
    );
    // The same files of an extension that does not exist: the answers have to be the very same.
    const nobody =
      name === 'chromium'
        ? 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/'
        : 'moz-extension://5de11987-0000-4000-8000-00000000dead/';
    const theirs = await page.evaluate(
      probe,
      files.map((file) => nobody + file),
    );
    expect(ours).toEqual(theirs);
    expect(ours.flat()).not.toContain('loaded');

    const api = await page.evaluate(() => {
      const { chrome, browser: api } = globalThis as { chrome?: { runtime?: unknown }; browser?: unknown };
      return { runtime: typeof chrome?.runtime, browser: typeof api };
    });
    expect(api).toEqual({ runtime: 'undefined', browser: 'undefined' });
  });
});
