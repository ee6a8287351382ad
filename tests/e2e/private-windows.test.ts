/** Private windows, where the reader allowed Sidelight there: it works, and nothing of those pages is kept. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser } from '../../src/commands/browser/open-browser.ts';
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
  it('not allowed there, Sidelight marks nothing; allowed, it does and keeps no address', async () => {
    const extension = await openBrowser(name, builtFolder[name]);
    const openPrivate = async (address: string): Promise<Page> => {
      await extension.inExtension(
        (page) => globalThis.browser.windows.create({ incognito: true, url: page }).then(() => null),
        address,
      );
      return waitForTab(extension, address);
    };
    const stored = () => extension.inExtension(() => globalThis.browser.storage.local.get(null));
    try {
      extension.sites.serve(url, html);
      extension.sites.serve(`${url}-2`, html);
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
    } finally {
      await extension.close();
    }
  });
});
