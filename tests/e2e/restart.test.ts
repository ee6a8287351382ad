/** What a reader chose outlives the browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser } from '../../src/commands/browser/open-browser.ts';
import { marksOf, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const url = 'http://news.localhost/restart';
const html = '<!doctype html><title>Restart</title><p>Candiru sells spyware.</p>';

describe.each(browserNames)('a restart of %s', (name) => {
  async function openWith(profileDir: string) {
    const browser = await openBrowser(name, builtFolder[name], { profileDir });
    browser.sites.serve(url, html);
    return browser;
  }

  it('keeps the settings', async () => {
    const profileDir = await mkdtemp(join(tmpdir(), 'sidelight-restart-'));
    try {
      const before = await openWith(profileDir);
      try {
        const page = await before.newPage(url);
        await waitForMarks(page, ['Candiru']);
        const popup = await before.openPopup(page);
        await (await popup.waitForSelector('[role=switch]'))!.click();
        await waitForMarks(page, []);
      } finally {
        await before.close();
      }
      const after = await openWith(profileDir);
      try {
        const page = await after.newPage(url);
        const popup = await after.openPopup(page);
        await popup.waitForSelector('[role=switch][aria-checked=false]');
        expect(await marksOf(page)).toEqual([]);
        await (await popup.$('[role=switch]'))!.click();
        await page.bringToFront();
        await waitForMarks(page, ['Candiru']);
      } finally {
        await after.close();
      }
    } finally {
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('after it was killed in the middle of writing keeps sound settings, none of them lost', async () => {
    const profileDir = await mkdtemp(join(tmpdir(), 'sidelight-killed-'));
    const chosen = { version: 1, sitesOff: ['other.example'], theme: 'dark' };
    try {
      const before = await openWith(profileDir);
      await before.inExtension((settings) => globalThis.browser.storage.local.set({ settings }), chosen);
      const options = await before.openExtensionPage('options.html');
      await options.waitForSelector('.category-list input');
      await options.evaluate(() => {
        const boxes = document.querySelectorAll<HTMLElement>('[role=switch], .category-list input');
        let turn = 0;
        setInterval(() => boxes[turn++ % boxes.length]!.click(), 2);
        browser.storage.onChanged.addListener(() => (document.title = String(turn)));
      });
      await options.waitForFunction(() => Number(document.title) > 50);
      const child = before.puppeteer.process()!;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await before.sites.close();
      const after = await openWith(profileDir);
      try {
        const { settings } = await after.inExtension(() => globalThis.browser.storage.local.get('settings'));
        expect(settings).toMatchObject(chosen);
        // Where the clicks were broken off, Candiru's categories may be off.
        await after.inExtension(
          (sound) => globalThis.browser.storage.local.set({ settings: { ...sound, categoriesOff: [] } }),
          settings as object,
        );
        const page = await after.newPage(url);
        const popup = await after.openPopup(page);
        const state = await popup.waitForSelector('[role=switch]');
        if ((await state!.evaluate((control) => control.ariaChecked)) === 'false') await state!.click();
        await page.bringToFront();
        await waitForMarks(page, ['Candiru']);
      } finally {
        await after.close();
      }
    } finally {
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  }, 120_000);
});
