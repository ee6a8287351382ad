/** The card when things go wrong: a background that was ended, data that is missing, an extension that is gone, pages that change. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, marksOf, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const talks =
  '<!doctype html><html lang="en"><title>x</title><p style="margin-top: 80px">The firm NSO Group is in talks.</p>';

describe.each(browserNames)('faults in %s', (name) => {
  let extension: ExtensionBrowser;
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-faults-'));
  let count = 0;
  beforeAll(async () => {
    cpSync(builtFolder[name], folder, { recursive: true });
    rmSync(join(folder, 'cards/candiru.json'));
    extension = await openBrowser(name, folder);
  });
  afterAll(async () => {
    await extension.close();
    rmSync(folder, { recursive: true });
  });

  async function open(html: string): Promise<Page> {
    const url = `http://news.localhost/fault-${count++}`;
    extension.sites.serve(url, html);
    const page = await extension.newPage(url);
    await page.bringToFront();
    return page;
  }
  const isOpen = async (page: Page) => (await cardText(extension, page)) !== undefined;

  it('says so when a card is missing, and others open', async () => {
    const page = await open(talks.replace('NSO Group', 'Candiru beside NSO Group'));
    expect(await hoverMark(extension, page, 'Candiru')).toMatch(/Candiru[^]*could not be loaded/i);
    await page.keyboard.press('Escape');
    await expect.poll(() => isOpen(page)).toBe(false);
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/Entity List/);
    await page.close();
  });

  it('survives that the page throws its document away under an open card', async () => {
    const page = await open(talks);
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await hoverMark(extension, page, 'NSO Group');
    await page.evaluate(() => {
      document.open();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is tested is that pages still do it
      document.write('<title>y</title><p style="margin-top: 120px">Now Hikvision is named.</p>');
      document.close();
    });
    await expect.poll(() => isOpen(page)).toBe(false);
    await waitForMarks(page, ['Hikvision']);
    expect(await hoverMark(extension, page, 'Hikvision')).toMatch(/Hikvision/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('closes when a page that builds itself goes elsewhere, and marks what comes', async () => {
    const page = await open(talks);
    await hoverMark(extension, page, 'NSO Group');
    await page.evaluate(() => {
      history.pushState({}, '', '/elsewhere');
      document.body.innerHTML = '<main><p style="margin-top: 150px">Here Cellebrite is named.</p></main>';
    });
    await expect.poll(() => isOpen(page)).toBe(false);
    await waitForMarks(page, ['Cellebrite']);
    expect(await hoverMark(extension, page, 'Cellebrite')).toMatch(/Cellebrite/);
    await page.close();
  });

  it('works in a page that comes back from the browser’s cache', async () => {
    const page = await open(talks);
    await waitForMarks(page, ['NSO Group']);
    const address = page.url();
    extension.sites.serve('http://news.localhost/next', '<!doctype html><title>n</title><p>Nothing.</p>');
    await page.goto('http://news.localhost/next');
    await page.goBack();
    expect(page.url()).toBe(address);
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/Entity List/);
    await page.close();
  });

  // The driver can end a background, and take an extension away under its pages, in Chromium alone.
  if (name !== 'chromium') return;

  it('wakes a background that was ended, for marks and for the card', async () => {
    const end = async () => {
      const target = extension.puppeteer.targets().find((each) => each.url().endsWith('/background.js'));
      const worker = await target?.worker();
      await worker?.close();
    };
    const before = await open(talks);
    await waitForMarks(before, ['NSO Group']);
    await end();
    expect(await hoverMark(extension, before, 'NSO Group')).toMatch(/Entity List/);
    await end();
    // The lookout has to wake it to load the rest.
    const page = await open(talks);
    await waitForMarks(page, ['NSO Group']);
    await end();
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/Entity List/);
    await before.close();
    await page.close();
  });

  it('goes quiet when the extension is taken away under an open page', async () => {
    const page = await open(talks);
    const empty = await open(
      '<!doctype html><title>x</title><p style="margin-top: 80px">Nobody is named.</p>',
    );
    const said: string[] = [];
    for (const each of [page, empty]) {
      each.on('pageerror', (error) => said.push(String(error)));
      each.on('console', (message) => said.push(message.text()));
    }
    await page.bringToFront();
    await hoverMark(extension, page, 'NSO Group');
    await page.mouse.move(900, 700, { steps: 5 });
    await expect.poll(() => isOpen(page)).toBe(false);
    const [id] = (await extension.puppeteer.extensions()).keys();
    await extension.puppeteer.uninstallExtension(id!);
    // A name that comes now finds nobody who could load or show anything.
    await empty.bringToFront();
    await empty.evaluate(() => (document.body.innerHTML = '<p>Now NSO Group is named.</p>'));
    await page.bringToFront();
    await page.mouse.move(300, 200);
    const [mark] = await marksOf(page);
    if (mark) await page.mouse.move(mark.x, mark.y, { steps: 12 });
    await expect.poll(async () => (await marksOf(page)).length, { timeout: 5_000 }).toBe(0);
    expect(await marksOf(empty)).toEqual([]);
    expect(said).toEqual([]);
  });
});
