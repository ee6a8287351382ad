/** Private windows, where the reader allowed Sidelight there: it works, and nothing of those pages is kept, nor what is opened from them. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  hoverMark,
  marksOf,
  chooseInCard,
  pressInCard,
  waitForMarks,
  waitForTab,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { manageExtension } from './support/manage-extension.ts';

const url = 'http://private.localhost/secret-page';
const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Private</title>
  <p style="margin: 4em">The firm NSO Group is here. Spyware by Candiru too.</p>`;

describe.each(browserNames)('private windows in %s', (name) => {
  let extension: ExtensionBrowser;
  beforeEach(async () => {
    extension = await openBrowser(name, builtFolder[name]);
    for (const address of [url, `${url}-2`]) extension.sites.serve(address, html);
  });
  afterEach(() => extension.close());

  const openPrivate = async (address: string): Promise<Page> => {
    await extension.inExtension(
      (page) => globalThis.browser.windows.create({ incognito: true, url: page }).then(() => null),
      address,
    );
    return waitForTab(extension, address);
  };
  const stored = () => extension.inExtension(() => globalThis.browser.storage.local.get(null));

  it('not allowed there, Sidelight marks nothing; allowed, it does and keeps no address', async () => {
    const manager = await manageExtension(extension);
    if (name === 'chromium') {
      const shut = await openPrivate(url);
      await shut.evaluate(() => new Promise(requestAnimationFrame));
      expect(await marksOf(shut)).toEqual([]);
      await shut.close();
    }
    await manager.allowInPrivateWindows();
    const page = await openPrivate(`${url}-2`);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/NSO Group[^]*Entity List/);
    expect(await stored()).toEqual({});
    await pressInCard(extension, page, /not this one/i);
    await chooseInCard(extension, page, /on this page/i);
    await waitForMarks(page, ['Candiru']);
    await chooseInCard(extension, page, /undo/i);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await pressInCard(extension, page, /not this one/i);
    await chooseInCard(extension, page, /on this site/i);
    await waitForMarks(page, ['Candiru']);
    expect(JSON.stringify(await stored())).not.toContain('private.localhost');
    expect(await stored()).toEqual({});
  });

  it('a profile opens in the private window, out of the browser’s history; there is the menu too, and the settings are the same', async () => {
    await (await manageExtension(extension)).allowInPrivateWindows();
    const page = await openPrivate(url);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /full profile/i);
    const profile = await waitForTab(extension, extension.extensionUrl('profile.html?id=nso-group'));
    const there = await profile.evaluate(async () => {
      const world = globalThis as Partial<Record<'browser' | 'chrome', typeof globalThis.browser>>;
      const api = world.browser ?? world.chrome!;
      return {
        isPrivate: api.extension.inIncognitoContext,
        hasMenu: await api.contextMenus.update('look-up', {}).then(
          () => true,
          () => false,
        ),
      };
    });
    expect(there).toEqual({ isPrivate: true, hasMenu: true });
    await extension.inExtension(() =>
      globalThis.browser.storage.local.set({ settings: { version: 1, enabled: false } }).then(() => null),
    );
    await waitForMarks(page, []);
  });

  it('a page that is open while the extension is updated is marked anew as soon as the new one is used there', async () => {
    const manager = await manageExtension(extension);
    await manager.allowInPrivateWindows();
    const page = await openPrivate(url);
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await manager.reload();
    const other = await openPrivate(`${url}-2`);
    await waitForMarks(other, ['NSO Group', 'Candiru']);
    expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
  });
});
