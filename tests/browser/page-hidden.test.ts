/** In real browsers with the installed extension: tabs in the background are read, marked and unmarked like the one in front. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { marksOf, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { filler } from './support/marked-page.ts';

/** The extension API inside `inExtension`. */
declare const browser: { tabs: { create(tab: { url: string; active: boolean }): Promise<unknown> } };

const html = (body: string) =>
  `<!doctype html><html lang="en"><title>Hidden</title><body>${body}</body></html>`;
const isHidden = (page: Page) => page.evaluate(() => document.hidden);

describe.each(browserNames)('tabs in the background of %s', (name) => {
  let extension: ExtensionBrowser;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());

  it('lose and get their marks at once when the popup, a tab in front of them, switches', async () => {
    extension.sites.serve('http://one.localhost/', html('<p>NSO Group and Candiru.</p>'));
    extension.sites.serve(
      'http://two.localhost/',
      html(`${filler(200)}<p id="far">Candiru sells.</p>${filler(200)}`),
    );
    const one = await extension.newPage('http://one.localhost/');
    await waitForMarks(one, ['NSO Group', 'Candiru']);
    const two = await extension.newPage('http://two.localhost/');
    await two.bringToFront();
    await two.evaluate(() => document.querySelector('#far')!.scrollIntoView());
    await waitForMarks(two, ['Candiru']);
    const popup = await extension.openPopup(one);
    await popup.bringToFront();
    expect([await isHidden(one), await isHidden(two)]).toEqual([true, true]);
    for (let round = 0; round < 2; round++) {
      await (await popup.waitForSelector('[role=switch][aria-checked=true]'))!.click();
      await waitForMarks(one, []);
      await waitForMarks(two, []);
      expect(await two.evaluate(() => CSS.highlights.size)).toBe(0);
      await (await popup.waitForSelector('[role=switch][aria-checked=false]'))!.click();
      await waitForMarks(one, ['NSO Group', 'Candiru']);
      await waitForMarks(two, ['Candiru']);
    }
    expect([await isHidden(one), await isHidden(two)]).toEqual([true, true]);
    // Text that comes while the tab is hidden is followed too.
    await one.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Pegasus, by NSO Group.</p>'));
    await waitForMarks(one, ['NSO Group', 'Candiru', 'Pegasus', 'NSO Group']);
    for (const page of [one, two, popup]) await page.close();
  });

  it('are marked when they were opened there, many names or few', async () => {
    const many = '<p>Candiru sells.</p>'.repeat(400);
    extension.sites.serve('http://three.localhost/', html(`${many}<p id="far">Seen by NSO Group.</p>`));
    const front = await extension.newPage('http://one.localhost/');
    await front.bringToFront();
    await extension.inExtension(() => browser.tabs.create({ url: 'http://three.localhost/', active: false }));
    await front.bringToFront();
    const hidden = await expect
      .poll(async () => (await extension.pages()).find((page) => page.url() === 'http://three.localhost/'))
      .toBeDefined()
      .then(async () => (await extension.pages()).find((page) => page.url() === 'http://three.localhost/')!);
    await expect.poll(async () => (await marksOf(hidden)).length, { timeout: 8000 }).toBeGreaterThan(30);
    expect(await isHidden(hidden)).toBe(true);
    // In front, only what is near the view stays registered.
    await hidden.bringToFront();
    await expect.poll(async () => (await marksOf(hidden)).length, { timeout: 8000 }).toBeLessThanOrEqual(600);
    await hidden.evaluate(() => document.querySelector('#far')!.scrollIntoView());
    await expect.poll(async () => (await marksOf(hidden)).at(-1)?.text, { timeout: 8000 }).toBe('NSO Group');
    await hidden.close();
    await front.close();
  });
});
