/** The reader takes back in the browser that Sidelight may read pages: what is open stays as it is, and the popup says why. */
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser } from '../../src/commands/browser/open-browser.ts';
import { marksOf, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { manageExtension } from './support/manage-extension.ts';

const url = 'http://news.localhost/withdrawn';
const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Withdrawn</title>
  <p>The firm NSO Group is here.</p>`;

describe.each(browserNames)('the permission to read pages, withdrawn in %s', (name) => {
  it('the popup says that the page may not be read, and where that can be changed', async () => {
    const extension = await openBrowser(name, builtFolder[name]);
    try {
      extension.sites.serve(url, html);
      const before = await extension.newPage(url);
      await waitForMarks(before, ['NSO Group']);
      const manager = await manageExtension(extension);
      await manager.withdrawSites();
      const page = await extension.newPage(url);
      const popup = await extension.openPopup(page);
      await popup.waitForSelector('.notice');
      const said = () => popup.$eval('.notice', (notice) => (notice as HTMLElement).innerText);
      await expect.poll(said).toMatch(/not allowed to read this page[^]*load the page again/);
      expect(await marksOf(page)).toEqual([]);
      await waitForMarks(before, ['NSO Group']);
    } finally {
      await extension.close();
    }
  });
});
