/** What browsers do with pages besides loading them: keep, prerender and discard them; and a clock that is wrong. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { hoverMark, marksOf, waitForMarks, waitForTab } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { manageExtension } from './support/manage-extension.ts';

const head = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Lives</title>';
const site = 'http://news.localhost';
const text = '<p style="margin: 4em">The firm NSO Group is here. Spyware by Candiru too.</p>';
const marks = ['NSO Group', 'Candiru'];

function serve(extension: ExtensionBrowser, path: string, html: string): string {
  const url = `${site}/${path}`;
  extension.sites.serve(url, { body: head + html, headers: { 'cache-control': 'max-age=600' } });
  return url;
}
async function badge(extension: ExtensionBrowser, page: Page): Promise<string> {
  const tabId = await extension.tabId(page);
  return extension.inExtension((id) => globalThis.browser.action.getBadgeText({ tabId: id }), tabId);
}

/** Whether the browser has rules for our highlights in this page: without them marks are there and not seen. */
function hasLine(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [name] = [...CSS.highlights.keys()].filter((key) => key.startsWith('sidelight-'));
    const style = getComputedStyle(document.querySelector('p')!, `::highlight(${name})`);
    return style.textDecorationLine === 'underline';
  });
}

/** In a page's script: whether the browser had kept the page and showed it again. */
const notesComingBack = `
  self.cameBack = false; addEventListener('pageshow', (event) => (self.cameBack = event.persisted));`;

/** The page that is shown in between. */
const serveOther = (extension: ExtensionBrowser) => serve(extension, 'other', '<p>Here is Hikvision.</p>');

async function untilAtOther(page: Page, otherUrl: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe(otherUrl);
  await waitForMarks(page, ['Hikvision']);
}

async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
  await expect
    .poll(() => page.evaluate(() => 'cameBack' in self && self.cameBack).catch(() => false))
    .toBe(true);
}

describe.each(browserNames)('the lives of pages in %s', (name) => {
  let extension: ExtensionBrowser;
  beforeEach(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterEach(() => extension.close());

  it('a page that comes back from the browser’s cache of pages is marked, has cards and its badge', async () => {
    const url = serve(extension, 'kept', `${text}<script>${notesComingBack}</script>`);
    const otherUrl = serveOther(extension);
    const page = await extension.newPage(url);
    await waitForMarks(page, marks);
    await page.evaluate((next) => location.assign(next), otherUrl);
    await untilAtOther(page, otherUrl);
    await goBack(page);
    await waitForMarks(page, marks);
    expect(await hasLine(page)).toBe(true);
    expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
    await expect.poll(() => badge(extension, page)).toBe('2');
  });

  it('a page left at the very moment when it asks for its cards has marks with lines and cards when it comes back', async () => {
    const otherUrl = serveOther(extension);
    for (let waitMs = 0; waitMs < 6; waitMs++) {
      // The page itself leaves so many ms after its first mark: no driver is that quick.
      const url = serve(
        extension,
        `left-${waitMs}`,
        `${text}<script>${notesComingBack}
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (CSS.highlights.size === 0) port2.postMessage(null);
          else setTimeout(() => location.assign('${otherUrl}'), ${waitMs});
        };
        port2.postMessage(null);</script>`,
      );
      const page = await extension.newPage();
      // It may be gone before it counts as loaded.
      await page.goto(url).catch(() => undefined);
      await untilAtOther(page, otherUrl);
      await goBack(page);
      await waitForMarks(page, marks);
      expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
      await expect.poll(() => hasLine(page)).toBe(true);
      await page.close();
    }
  });

  it('what was switched off while another page was shown is off when the page comes back', async () => {
    const url = serve(extension, 'switched', `${text}<script>${notesComingBack}</script>`);
    const otherUrl = serveOther(extension);
    const page = await extension.newPage(url);
    await waitForMarks(page, marks);
    await page.evaluate((next) => location.assign(next), otherUrl);
    await untilAtOther(page, otherUrl);
    await extension.inExtension(() =>
      globalThis.browser.storage.local.set({ settings: { version: 1, enabled: false } }),
    );
    await waitForMarks(page, []);
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate(() => 'cameBack' in self).catch(() => false)).toBe(true);
    await waitForMarks(page, []);
    await extension.inExtension(() => globalThis.browser.storage.local.clear());
    await waitForMarks(page, marks);
  });

  it('a page that puts its text in and then changes its address follows what was said of that address', async () => {
    const said = { entity: 'nso-group', name: 'NSO Group', page: `${site}/later`, on: '2026-01-01' };
    await extension.inExtension(
      (dismissal) =>
        globalThis.browser.storage.local.set({ settings: { version: 1, dismissals: [dismissal] } }),
      said,
    );
    const page = await extension.newPage(serve(extension, 'sooner', text));
    await waitForMarks(page, marks);
    const goTo = (path: string) => page.evaluate((next) => history.pushState(null, '', next), path);
    await goTo('/later?part=2#end');
    await waitForMarks(page, ['Candiru']);
    await goTo('/last');
    await waitForMarks(page, marks);
  });

  it('a discarded tab is marked again when it is looked at', async () => {
    const url = serve(extension, 'discarded', text);
    const page = await extension.newPage(url);
    await waitForMarks(page, marks);
    const tabId = await extension.tabId(page);
    await extension.newPage('about:blank');
    const isDiscarded = await extension.inExtension(async (id) => {
      // Chromium gives a discarded tab a new id, Firefox tells nothing.
      const { id: newId = id } = (await globalThis.browser.tabs.discard(id)) ?? {};
      const { discarded } = await globalThis.browser.tabs.get(newId);
      await globalThis.browser.tabs.update(newId, { active: true });
      return discarded;
    }, tabId);
    expect(isDiscarded).toBe(true);
    const again = await waitForTab(extension, url);
    await waitForMarks(again, marks);
    expect(await marksOf(again)).toHaveLength(2);
    expect(await hoverMark(extension, again, 'Candiru')).toContain('Candiru');
  });

  it('the background ended: cards, badge and popup go on', async () => {
    const manager = await manageExtension(extension);
    const url = serve(extension, 'ended', text);
    const page = await extension.newPage(url);
    await waitForMarks(page, marks);
    await manager.endBackground();
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/NSO Group[^]*Entity List/);
    await manager.endBackground();
    await page.reload();
    await waitForMarks(page, marks);
    await expect.poll(() => badge(extension, page)).toBe('2');
    await manager.endBackground();
    const popup = await extension.openPopup(page);
    await (await popup.waitForSelector('[role=switch]'))!.click();
    await page.bringToFront();
    await waitForMarks(page, []);
  });
});

/** Turns the clock of our own world in the page: the script there asks it when a card opens. */
async function setClock(page: Page, extensionOrigin: string, day: string): Promise<void> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (`${context.origin}/` === extensionOrigin) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  expect(worlds).toHaveLength(1);
  await session.send('Runtime.evaluate', {
    contextId: worlds[0]!,
    expression: `{
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...input) { if (input.length) super(...input); else super('${day}T12:00:00Z'); }
        static now() { return Real.parse('${day}T12:00:00Z'); }
      };
    }`,
  });
  await session.detach();
}

describe('the lives of pages that Chromium alone has', () => {
  let extension: ExtensionBrowser;
  beforeEach(async () => {
    extension = await openBrowser('chromium', builtFolder.chromium);
  });
  afterEach(() => extension.close());

  it('a prerendered page changes no badge; shown, it is marked', async () => {
    const next = serve(
      extension,
      'next',
      `${text}<script>
      self.wasPrerendered = document.prerendering;</script>`,
    );
    const url = serve(
      extension,
      'start',
      `<p>Here is Hikvision.</p><a href="${next}">next</a><script type="speculationrules">
      {"prerender": [{"source": "list", "urls": ["${next}"], "eagerness": "immediate"}]}</script>`,
    );
    const page = await extension.newPage(url);
    await waitForMarks(page, ['Hikvision']);
    await expect.poll(() => extension.sites.requests.some((request) => request.url === next)).toBe(true);
    await expect.poll(() => badge(extension, page)).toBe('1');
    await page.bringToFront();
    await page.click('a');
    await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe(next);
    expect(await page.evaluate(() => 'wasPrerendered' in self && self.wasPrerendered)).toBe(true);
    await waitForMarks(page, marks);
    expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
    await expect.poll(() => badge(extension, page)).toBe('2');
  });

  it.each(['1970-01-02', '2099-06-01'])(
    'a clock that says %s: the card tells what it told before',
    async (day) => {
      const dated = '<meta property="article:published_time" content="2020-06-28T10:00:00Z">';
      const url = serve(extension, 'clock', dated + text);
      const page = await extension.newPage(url);
      await waitForMarks(page, marks);
      const right = await hoverMark(extension, page, 'NSO Group');
      expect(right).toMatch(/28 June 2020[^]*Since then[^]*Entity List/);
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 600);
      await setClock(page, extension.extensionUrl(''), day);
      expect(await hoverMark(extension, page, 'NSO Group')).toBe(right);
    },
  );
});
