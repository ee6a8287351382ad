/** No room for another choice: the reader is told where they chose, what held before still holds, and nothing is lost. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  cardText,
  chooseInCard,
  hoverMark,
  pressInCard,
  waitForMarks,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const url = 'http://news.localhost/full';
const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Full</title>
  <p style="margin: 4em">The firm NSO Group is here. Spyware by Candiru too.</p>`;
const chosen = { version: 1, sitesOff: ['other.example'], theme: 'dark' };
const told = /refused to store/;

/** Inside an extension page: what a full storage answers. Firefox has no limit of its own that a test could reach exactly. */
function refuseWrites(): void {
  const refuse = () =>
    Promise.reject(new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.'));
  Object.defineProperty(globalThis.browser.storage.local, 'set', { value: refuse });
}

/** Inside an extension page of Chromium: leaves no room for a further field. */
async function fillStorage(): Promise<void> {
  const { local } = globalThis.browser.storage;
  for (let size = 4_000_000, k = 0; size >= 1; k++) {
    try {
      await local.set({ [`filler${k}`]: 'x'.repeat(size) });
    } catch {
      size = Math.floor(size / 4);
    }
  }
}

describe.each(browserNames)('storage that is full, in %s', (name) => {
  let extension: ExtensionBrowser;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
    extension.sites.serve(url, html);
    await extension.inExtension((settings) => globalThis.browser.storage.local.set({ settings }), chosen);
    if (name === 'chromium') await extension.inExtension(fillStorage);
  });
  afterAll(() => extension.close());
  const full = async (page: Page): Promise<Page> => {
    if (name === 'firefox') await page.evaluate(refuseWrites);
    return page;
  };
  const stored = async () => {
    const { settings } = (await extension.inExtension(() =>
      globalThis.browser.storage.local.get('settings'),
    )) as {
      settings: unknown;
    };
    return settings;
  };

  it('the popup says so, its switch shows what holds, and the page stays marked', async () => {
    const page = await extension.newPage(url);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    const popup = await full(await extension.openPopup(page));
    await (await popup.waitForSelector('[role=switch]'))!.click();
    await popup.waitForFunction(
      (text) => new RegExp(text).test(document.querySelector<HTMLElement>('[role=alert]')!.innerText),
      {},
      told.source,
    );
    expect(await popup.$eval('[role=switch]', (control) => control.ariaChecked)).toBe('true');
    await popup.select('select', 'when-asked');
    await popup.waitForFunction(() => document.querySelector('select')!.value === 'every-page');
    expect(await stored()).toEqual(chosen);
    await popup.close();
    await page.bringToFront();
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await page.close();
  });

  it('the options say so, and their boxes show what holds, also at the second try', async () => {
    const options = await full(await extension.openExtensionPage('options.html'));
    await options.waitForSelector('input[name=theme][value=dark]:checked');
    for (let time = 0; time < 2; time++) {
      await options.click('input[name=palette][value=safe]');
      await options.waitForSelector('.not-kept .notice');
      await options.waitForSelector('input[name=palette][value=standard]:checked');
    }
    await options.click('.category-list input');
    await options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.category-list input')!.checked,
    );
    expect(await options.$eval('.not-kept', (notice) => notice.textContent)).toMatch(told);
    expect(await stored()).toEqual(chosen);
    await options.close();
  });

  it('the card says so, and goes on marking the name', async () => {
    const page = await extension.newPage(url);
    if (name === 'firefox')
      await extension.inExtension(async () => {
        const { storage } = (await globalThis.browser.runtime.getBackgroundPage()).browser;
        const refuse = () => Promise.reject(new Error('QuotaExceededError'));
        Object.defineProperty(storage.local, 'set', { value: refuse });
      });
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /not this one/i);
    await chooseInCard(extension, page, /everywhere/i);
    await expect.poll(() => cardText(extension, page)).toMatch(told);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    expect(await stored()).toEqual(chosen);
    await page.close();
  });

  if (name === 'firefox') return;
  it('once there is room again, choices are kept and nothing more is said', async () => {
    const options = await full(await extension.openExtensionPage('options.html'));
    await options.waitForSelector('input[name=palette][value=standard]:checked');
    await options.click('input[name=palette][value=safe]');
    await options.waitForSelector('.not-kept .notice');
    await extension.inExtension(async () => {
      const { local } = globalThis.browser.storage;
      const keys = Object.keys(await local.get(null)).filter((key) => key.startsWith('filler'));
      await local.remove(keys);
    });
    await options.bringToFront();
    await options.click('input[name=palette][value=safe]');
    await options.waitForFunction(() => !document.querySelector('.not-kept .notice'));
    expect(await stored()).toEqual({ ...chosen, palette: 'safe' });
    await options.close();
  });
});
