/** What a person does to the extension in the browser's own pages: reload, switch off and on, allow in private windows or on no site. */
import { TargetType, type Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../../src/commands/browser/open-browser.ts';

export interface ExtensionManager {
  /** Reads its files anew, which is what an update does. Resolves when the browser says that it is running. */
  reload(): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  allowInPrivateWindows(): Promise<void>;
  /** Takes from it the permission to read any site. */
  withdrawSites(): Promise<void>;
  /** Ends the background as the browser does when nothing happens for a while. */
  endBackground(): Promise<void>;
}

export const manageExtension = (browser: ExtensionBrowser): Promise<ExtensionManager> =>
  browser.name === 'chromium' ? inChromium(browser) : Promise.resolve(inFirefox(browser));

/** The part of the API of `chrome://extensions` that is needed. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: {
      getExtensionInfo(id: string): Promise<{ state: string }>;
      reload(id: string, options: object): Promise<unknown>;
      updateExtensionConfiguration(change: object): Promise<void>;
      updateProfileConfiguration(change: object): Promise<void>;
    };
    management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  };
}

async function inChromium(browser: ExtensionBrowser): Promise<ExtensionManager> {
  const page: Page = await browser.puppeteer.newPage();
  await page.goto('chrome://extensions');
  // Without it the browser switches an unpacked extension off when it is reloaded.
  await page.evaluate(() =>
    (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  const id = new URL(browser.extensionUrl('')).host;
  const untilState = (state: string) =>
    page.waitForFunction(
      async (extension, wanted) => {
        const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
        return (await developerPrivate.getExtensionInfo(extension)).state === wanted;
      },
      { polling: 50 },
      id,
      state,
    );
  return {
    async reload() {
      await page.evaluate(async (extension) => {
        await (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.reload(extension, {});
      }, id);
      await untilState('ENABLED');
    },
    async setEnabled(isEnabled) {
      await page.evaluate(
        (extension, on) =>
          (globalThis as unknown as ExtensionsPage).chrome.management.setEnabled(extension, on),
        id,
        isEnabled,
      );
      await untilState(isEnabled ? 'ENABLED' : 'DISABLED');
    },
    async allowInPrivateWindows() {
      await page.evaluate(
        (extensionId) =>
          (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateExtensionConfiguration({
            extensionId,
            incognitoAccess: true,
          }),
        id,
      );
      // The browser reloads it for that.
      await untilState('ENABLED');
    },
    withdrawSites: () =>
      page.evaluate(
        (extensionId) =>
          (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateExtensionConfiguration({
            extensionId,
            hostAccess: 'ON_CLICK',
          }),
        id,
      ),
    async endBackground() {
      const worker = browser.puppeteer
        .targets()
        .find((target) => target.type() === TargetType.SERVICE_WORKER);
      await (await worker?.worker())?.close();
    },
  };
}

/** The part of Puppeteer's BiDi connection that it does not type for callers. */
interface BidiConnection {
  send(
    method: string,
    params: object,
  ): Promise<{
    result: { contexts?: { context: string }[]; type?: string; exceptionDetails?: { text: string } };
  }>;
}

function inFirefox(browser: ExtensionBrowser): ExtensionManager {
  const { connection } = browser.puppeteer as unknown as { connection: BidiConnection };
  /** Runs in the browser's own window, where `policy` and `addon` are the extension's. */
  async function run(body: string): Promise<void> {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const expression = `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const id = 'sidelight@sidelight.invalid';
      const addon = await AddonManager.getAddonByID(id);
      ${body}
    })()`;
    const target = { context: result.contexts?.[0]?.context };
    const answer = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
  }
  const untilStarted = 'await WebExtensionPolicy.getByID(id).readyPromise;';
  return {
    reload: () => run(`await addon.reload(); ${untilStarted}`),
    setEnabled: (isEnabled) =>
      run(isEnabled ? `await addon.enable(); ${untilStarted}` : 'await addon.disable();'),
    allowInPrivateWindows: () =>
      run(`await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await addon.reload(); ${untilStarted}`),
    withdrawSites: () =>
      run(`const { extension } = WebExtensionPolicy.getByID(id);
        const sites = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
        await ExtensionPermissions.remove(id, sites, extension);`),
    endBackground: () =>
      run(
        'await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });',
      ),
  };
}
