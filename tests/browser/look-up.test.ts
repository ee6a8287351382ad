/**
 * Looking up from the address bar and from the menu of a selection, through the installed extension's own listeners. Neither
 * can be typed or clicked by a driver, so the events are sent in the service worker; Firefox gives no way to do that.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetType, type WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../src/commands/paths.ts';

interface SentEvent {
  dispatch: (...values: unknown[]) => void;
}
declare const chrome: {
  omnibox: Record<'onInputChanged' | 'onInputEntered', SentEvent>;
  contextMenus: { onClicked: SentEvent };
};

async function workerOf(browser: ExtensionBrowser): Promise<WebWorker> {
  const target = await browser.puppeteer.waitForTarget((each) => each.type() === TargetType.SERVICE_WORKER);
  return (await target.worker())!;
}
const chooseInMenu = (worker: WebWorker, selectionText: string) =>
  worker.evaluate(
    (text) => chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: text }, { index: 0 }), // prettier-ignore
    selectionText,
  );

describe('looking up in chromium', () => {
  let browser: ExtensionBrowser;
  let worker: WebWorker;
  beforeAll(async () => {
    browser = await openBrowser('chromium', builtFolder.chromium);
    worker = await workerOf(browser);
  });
  afterAll(() => browser.close());

  const addresses = async () => (await browser.pages()).map((page) => page.url());
  const profile = (id: string) => browser.extensionUrl(`profile.html?id=${id}`);

  test('the address bar suggests entities, each with what is known of it', async () => {
    const suggested = await worker.evaluate(
      () => new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('pegas', resolve)),
    );
    expect(suggested).toContainEqual({ content: 'Pegasus', description: expect.stringMatching(/^Pegasus · Product · /) as string }); // prettier-ignore
  });

  test('the address bar opens the profile that is meant, in the tab that is asked for', async () => {
    await worker.evaluate(() => chrome.omnibox.onInputEntered.dispatch('NSO Group', 'newForegroundTab'));
    await expect.poll(addresses).toContain(profile('nso-group'));
    await worker.evaluate(() =>
      chrome.omnibox.onInputEntered.dispatch('L3Harris Technologies', 'currentTab'),
    );
    await expect.poll(addresses).toContain(profile('l3harris'));
    expect(await addresses()).not.toContain(profile('nso-group'));
  });

  test('the menu opens the entity that the selection names, or the directory searched for it', async () => {
    await chooseInMenu(worker, '  the StingRay\nwas used ');
    await expect.poll(addresses).toContain(profile('stingray'));
    await chooseInMenu(worker, 'nobody at all');
    // The directory writes its query anew.
    const searched = async () => (await addresses()).map((url) => new URL(url).searchParams.get('q'));
    await expect.poll(searched).toContain('nobody at all');
  });
});

test('looking up what cannot be read opens the page that says so, and the entity once it can be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-look-up-'));
  cpSync(builtFolder.chromium, folder, { recursive: true });
  writeFileSync(join(folder, 'directory.json'), '[{"id": "nso-gr');
  const browser = await openBrowser('chromium', folder);
  try {
    const worker = await workerOf(browser);
    const addresses = async () => (await browser.pages()).map((page) => page.url());
    await chooseInMenu(worker, 'NSO Group');
    await expect.poll(addresses).toContainEqual(expect.stringMatching(/directory\.html\?q=NSO/));
    cpSync(join(builtFolder.chromium, 'directory.json'), join(folder, 'directory.json'));
    await chooseInMenu(worker, 'NSO Group');
    await expect.poll(addresses).toContain(browser.extensionUrl('profile.html?id=nso-group'));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
