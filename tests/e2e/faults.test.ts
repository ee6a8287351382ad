/** What breaks around the extension: its worker, its storage, its files, itself. The reader sees something clear and keeps what they chose. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetType, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  cardText,
  chooseInCard,
  hoverMark,
  marksOf,
  pressInCard,
  waitForMarks,
  waitForTab,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

/** The extension API inside `inExtension`. */
declare const browser: {
  storage: {
    local: {
      set(items: object): Promise<void>;
      clear(): Promise<void>;
      get(keys: null): Promise<Record<string, unknown>>;
    };
  };
};

const head = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Faults</title>';
const url = 'http://news.localhost/faults';
const otherUrl = 'http://news.localhost/other';

async function openFresh(
  extension: ExtensionBrowser,
  address = url,
  marks = ['NSO Group', 'Candiru'],
): Promise<Page> {
  const page = await extension.newPage(address);
  await page.bringToFront();
  await waitForMarks(page, marks);
  return page;
}
function serve(extension: ExtensionBrowser): void {
  extension.sites.serve(url, `${head}<p>The firm NSO Group is here.</p><p>Spyware by Candiru too.</p>`);
  extension.sites.serve(otherUrl, `${head}<p>Here is Hikvision.</p>`);
}

describe.each(browserNames)('faults in %s', (name) => {
  describe('storage', () => {
    let extension: ExtensionBrowser;
    beforeAll(async () => {
      extension = await openBrowser(name, builtFolder[name]);
      serve(extension);
    });
    afterAll(() => extension.close());

    it.each([
      ['no object', 'garbage'],
      ['a list', [1, 2, 3]],
      [
        'fields of the wrong kind',
        { version: 1, enabled: 'yes', sitesOff: 7, dwellMs: -5, dismissals: [null, { entity: 3 }] },
      ],
      ['a version that is no number', { version: 'x', lineStyle: {} }],
    ])(
      'settings that are %s read as defaults: pages are marked, cards and popup open',
      async (_, settings) => {
        await extension.inExtension((value) => browser.storage.local.set({ settings: value }), settings);
        const page = await openFresh(extension);
        expect(await hoverMark(extension, page, 'NSO Group')).toContain('NSO Group');
        const popup = await extension.openPopup(page);
        await popup.waitForSelector('[role=switch][aria-checked=true]');
        await popup.close();
        await page.close();
        await extension.inExtension(() => browser.storage.local.clear());
      },
    );

    it('settings of a newer version: what is understood counts, and the rest outlives a change', async () => {
      const newer = {
        version: 99,
        sitesOff: ['other.example'],
        lineStyle: 'hologram',
        futureThing: { a: 1 },
      };
      await extension.inExtension((settings) => browser.storage.local.set({ settings }), newer);
      const page = await openFresh(extension);
      const popup = await extension.openPopup(page);
      await (await popup.waitForSelector('[role=switch]'))!.click();
      await waitForMarks(page, []);
      const stored = (await extension.inExtension(() => browser.storage.local.get(null))) as {
        settings: object;
      };
      expect(stored.settings).toMatchObject({ ...newer, enabled: false });
      await popup.close();
      await page.close();
      await extension.inExtension(() => browser.storage.local.clear());
    });

    it('settings changed from two places at once: neither change is lost', async () => {
      const page = await openFresh(extension);
      const popups = [await extension.openPopup(page), await extension.openPopup(page)];
      for (const popup of popups)
        await popup.waitForFunction(() => document.querySelectorAll('[role=switch]').length > 1);
      await Promise.all([
        popups[0]!.evaluate(() => document.querySelectorAll<HTMLElement>('[role=switch]')[1]!.click()),
        popups[1]!.evaluate(() => document.querySelectorAll<HTMLElement>('[role=switch]')[0]!.click()),
      ]);
      await expect
        .poll(() => extension.inExtension(() => browser.storage.local.get(null)))
        .toMatchObject({ settings: { enabled: false, sitesOff: ['news.localhost'] } });
      for (const each of [...popups, page]) await each.close();
      await extension.inExtension(() => browser.storage.local.clear());
    });
  });

  it('a page kept while another was shown comes back marked, and its names can be hovered', async () => {
    const extension = await openBrowser(name, builtFolder[name]);
    try {
      serve(extension);
      const page = await openFresh(extension);
      await page.goto(otherUrl);
      await waitForMarks(page, ['Hikvision']);
      await page.goBack();
      await waitForMarks(page, ['NSO Group', 'Candiru']);
      expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
    } finally {
      await extension.close();
    }
  });

  it('a card or profile whose file is missing or damaged: said so in its place, all else goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-damaged-'));
    cpSync(builtFolder[name], folder, { recursive: true });
    for (const kind of ['cards', 'profiles']) {
      rmSync(join(folder, kind, 'nso-group.json'));
      writeFileSync(join(folder, kind, 'candiru.json'), '{"id": "candiru", "na');
    }
    const extension = await openBrowser(name, folder);
    try {
      serve(extension);
      const page = await openFresh(extension);
      for (const entity of ['NSO Group', 'Candiru']) {
        expect((await hoverMark(extension, page, entity)).length).toBeGreaterThan(10);
        await page.keyboard.press('Escape');
        await expect.poll(() => cardText(extension, page)).toBeUndefined();
      }
      for (const id of ['nso-group', 'candiru']) {
        const profile = await extension.openExtensionPage(`profile.html?id=${id}`);
        await profile.waitForFunction(() => document.body.innerText.trim().length > 20);
        await profile.close();
      }
      await page.goto(otherUrl);
      await page.bringToFront();
      await waitForMarks(page, ['Hikvision']);
      expect(await hoverMark(extension, page, 'Hikvision')).toMatch(/Hikvision[^]*source/i);
    } finally {
      await extension.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('the extension removed under an open page: marks go, nothing throws, the page stays as it was', async () => {
    const extension = await openBrowser(name, builtFolder[name]);
    try {
      serve(extension);
      const page = await openFresh(extension);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      const id =
        name === 'chromium' ? new URL(extension.extensionUrl('')).host : 'sidelight@sidelight.invalid';
      await extension.puppeteer.uninstallExtension(id);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await page.bringToFront();
      await page.mouse.move(300, 300);
      await page.mouse.move(100, 30, { steps: 6 });
      await page.evaluate(() => document.body.append('Hikvision is new here.'));
      // Firefox takes the script away with its sheet; what stays in the registry there paints nothing.
      if (name === 'chromium')
        await expect.poll(async () => (await marksOf(page)).length, { timeout: 15_000 }).toBe(0);
      expect(await page.evaluate(() => document.querySelector(':popover-open'))).toBeNull();
      expect(errors).toEqual([]);
    } finally {
      await extension.close();
    }
  });
});

describe('the worker of chromium killed', () => {
  let extension: ExtensionBrowser;
  beforeAll(async () => {
    extension = await openBrowser('chromium', builtFolder.chromium);
    serve(extension);
  });
  afterAll(() => extension.close());

  const isWorker = (target: { type(): TargetType }) => target.type() === TargetType.SERVICE_WORKER;
  async function kill(): Promise<void> {
    const target = extension.puppeteer.targets().find(isWorker);
    if (!target) return;
    await (await target.worker())!.close();
    await expect.poll(() => extension.puppeteer.targets().some(isWorker)).toBe(false);
  }

  it('before a page opens: it is marked and has its cards', async () => {
    await kill();
    const page = await openFresh(extension);
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/NSO Group[^]*Entity List/);
    await page.close();
  });

  it('while a page waits, and while its card is open: the card opens, its profile opens', async () => {
    const page = await openFresh(extension);
    await kill();
    expect(await hoverMark(extension, page, 'Candiru')).toContain('Candiru');
    await kill();
    await pressInCard(extension, page, /profile/i);
    const profile = await waitForTab(extension, extension.extensionUrl('profile.html?id=candiru'));
    await profile.waitForFunction(() => document.body.innerText.includes('Candiru'));
    await profile.close();
    await page.close();
  });

  it('between a choice and its keeping: popup and page agree afterwards', async () => {
    const page = await openFresh(extension);
    const popup = await extension.openPopup(page);
    await popup.waitForSelector('[role=switch]');
    await kill();
    await (await popup.$('[role=switch]'))!.click();
    await kill();
    await waitForMarks(page, []);
    await (await popup.$('[role=switch]'))!.click();
    await page.bringToFront();
    await waitForMarks(page, ['NSO Group', 'Candiru']);
    await popup.close();
    await page.close();
  });

  // The last one: Puppeteer goes on naming a worker that was woken while it ended.
  it('when a choice made in a card was kept, and before it said so: the card says so all the same', async () => {
    const page = await openFresh(extension);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /not this one/i);
    const worker = await extension.puppeteer.targets().find(isWorker)!.worker();
    await worker!.evaluate(() => {
      const { local } = (globalThis as unknown as { chrome: typeof browser }).chrome.storage;
      const set = local.set.bind(local);
      local.set = (items: object) => {
        void set(items);
        return new Promise<never>(() => undefined);
      };
    });
    await chooseInCard(extension, page, /everywhere/i);
    await waitForMarks(page, ['Candiru']);
    // Not `kill`: the page wakes it at once.
    await worker!.close();
    await expect.poll(() => cardText(extension, page)).toMatch(/will not be marked|refused to store/);
    expect(await cardText(extension, page)).toMatch(/will not be marked/);
    await extension.inExtension(() => browser.storage.local.clear());
    await page.close();
  });
});
