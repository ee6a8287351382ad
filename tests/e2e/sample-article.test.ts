/** The sample article in both browsers: just what is meant is marked, the page stays as it was, nothing is sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  hoverMark,
  marksOf,
  sampleHtml,
  sampleMentions,
  sampleUrl,
  waitForMarks,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const expectedTexts = sampleMentions().map(([, text]) => text);

function expectedCounts(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [entity] of sampleMentions()) counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}

interface PageStateAnswer {
  published: string | null;
  entities: { entity: string; count: number }[];
}

describe.each(browserNames)('sample article in %s', (name) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    // High enough that the whole article is near the viewport, since only what is near it is registered.
    browser = await openBrowser(name, builtFolder[name], { viewport: { width: 1000, height: 3000 } });
    browser.sites.serve(sampleUrl, sampleHtml());
  });
  afterAll(() => browser.close());

  it('marks every mention that is meant, and nothing else', async () => {
    const page = await browser.newPage(sampleUrl);
    await waitForMarks(page, expectedTexts);
    const tabId = await browser.tabId(page);
    const state = (await browser.inExtension(
      (id) => globalThis.browser.tabs.sendMessage(id, { type: 'page-state' }, { frameId: 0 }),
      tabId,
    )) as PageStateAnswer;
    expect(Object.fromEntries(state.entities.map(({ entity, count }) => [entity, count]))).toEqual(
      expectedCounts(),
    );
    expect(state.published).toBe('2024-12-01');
    await page.close();
  });

  it('leaves the DOM as it was, byte for byte', async () => {
    const page = await browser.newPage();
    // The page's own script takes the picture before any content script can run, and again after marking.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('DOMContentLoaded', () => {
        Object.assign(globalThis, { htmlBefore: document.documentElement.outerHTML });
      });
    });
    const plain = 'http://news.localhost/plain';
    const article = sampleHtml().replace(/<script>[^]*?<\/script>/, '');
    browser.sites.serve(plain, article);
    await page.goto(plain);
    await waitForMarks(page, expectedTexts.slice(0, -4));
    const [before, after] = await page.evaluate(() => [
      (globalThis as unknown as { htmlBefore: string }).htmlBefore,
      document.documentElement.outerHTML,
    ]);
    expect(before).toContain('Entity');
    expect(after).toBe(before);
    await page.close();
  });

  it('follows text that is changed, moved and removed', async () => {
    const url = 'http://news.localhost/changing';
    browser.sites.serve(
      url,
      '<!doctype html><title>Changing</title><p id="a">Candiru sells spyware.</p><p id="b">Nothing here.</p>',
    );
    const page = await browser.newPage(url);
    await waitForMarks(page, ['Candiru']);
    await page.evaluate(() => (document.querySelector('#b')!.textContent = 'So does NSO Group.'));
    await waitForMarks(page, ['Candiru', 'NSO Group']);
    await page.evaluate(() => document.body.prepend(document.querySelector('#b')!));
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await page.evaluate(() => document.querySelector('#a')!.remove());
    await waitForMarks(page, ['NSO Group']);
    await page.close();
  });

  it('makes no request: the browser asks for the pages that the reader opened, and for nothing else', async () => {
    const page = await browser.newPage(sampleUrl);
    await expect.poll(async () => (await marksOf(page)).length).toBeGreaterThan(10);
    await hoverMark(browser, page, 'NSO Group');
    const profile = await browser.openExtensionPage('profile.html?id=nso-group');
    await profile.waitForFunction(() => document.body.innerText.includes('WhatsApp'));
    const popup = await browser.openPopup(page);
    await popup.waitForSelector('[role=switch]');
    const opened = /^http:\/\/news\.localhost\/(sample-article|plain|changing|favicon\.ico)$/;
    expect(browser.requests().filter(({ url }) => !opened.test(url))).toEqual([]);

    // Nor could it make one: the package's own policy stands before the network.
    const probe = 'http://probe.example/seen';
    const send = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      );
    expect(await profile.evaluate(send, probe)).toBe('refused');
    expect(browser.requests().map(({ url }) => url)).not.toContain(probe);
    // Proof that the record would show it: from a page, the same request is seen.
    await page.evaluate(send, probe);
    expect(browser.requests().map(({ url }) => url)).toContain(probe);
    await Promise.all([popup, profile, page].map((each) => each.close()));
  });
});
