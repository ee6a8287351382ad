/**
 * Opens a real browser with the built extension installed. One driver for `npm start`, the e2e tests and anyone who
 * wants to look at their work:
 *
 *     const browser = await openBrowser('chromium', '.output/chrome-mv3');      // or 'firefox', '.output/firefox-mv3'
 *     browser.sites.serve('http://news.localhost/a', '<p>NSO Group …');        // any host; nothing leaves the machine
 *     const page = await browser.newPage('http://news.localhost/a');            // a Puppeteer page
 *     await page.waitForFunction(() => CSS.highlights.size > 0);                // the registry is shared with the page
 *     await page.screenshot({ path: 'marked.png' });
 *     await browser.inClosedRoot(page, ':popover-open', (root) => root.textContent);    // an open card's closed shadow root
 *     const profile = await browser.openExtensionPage('profile.html?id=nso-group');
 *     const popup = await browser.openPopup(page);                              // popup.html?tab=<id of page's tab>
 *     await browser.inExtension(() => browser.storage.local.get());             // any `browser.*` call
 *     browser.requests();                                                       // every request of pages and extension
 *     await browser.close();                                                    // always, in `finally` or `afterAll`
 *
 * A host under `.localhost` is a secure context, any other http host is not. `profileDir` keeps the profile, so that
 * a second `openBrowser` with it is a browser restart. `network: 'open'` leaves the proxy out and uses the real network.
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { requireExtension } from '../paths.ts';
import { ensureBrowsers, type BrowserName } from './find-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import { startSites, type LoggedRequest, type Sites } from './sites.ts';

export interface OpenOptions {
  /** Default true. */
  headless?: boolean;
  /** Default: a new profile that `close` deletes. */
  profileDir?: string;
  network?: 'captured' | 'open';
  /** Default 1280 × 900 when headless; the window's own size otherwise. */
  viewport?: Viewport | null;
  /** More command line arguments for the browser. */
  args?: string[];
  /** Leaves the page of the first run open. Default: it is closed, so that it comes in front of nothing. */
  keepsWelcome?: boolean;
}

/** Both browsers take every start with an extension given to them for its installation; it opens its page within half a second. */
const welcomeLimitMs = 20_000;

export interface ExtensionBrowser {
  readonly name: BrowserName;
  readonly puppeteer: Browser;
  readonly sites: Sites;
  /** Every request so far that pages or the extension made: all but those that the bare browser makes by itself. */
  requests(): LoggedRequest[];
  newPage(url?: string): Promise<Page>;
  /** The pages of all tabs; Puppeteer's own list may lack one that the extension opened. */
  pages(): Promise<Page[]>;
  extensionUrl(path: string): string;
  openExtensionPage(path: string): Promise<Page>;
  /** The popup as it is for `page`'s tab, in a tab of its own: `popup.html?tab=<tab id>`. */
  openPopup(page: Page): Promise<Page>;
  /**
   * Runs a self-contained function in an extension page (kept open in a tab of its own), where `browser` is the
   * extension API. Answers must be JSON.
   */
  inExtension<Arguments extends unknown[], Result>(
    run: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ): Promise<Result>;
  /** The extension's id of the tab that shows `page`. */
  tabId(page: Page): Promise<number>;
  /** Runs a self-contained function with the closed shadow root of the element; undefined while there is none. */
  inClosedRoot<Result>(
    page: Page,
    selector: string,
    run: (root: ShadowRoot) => Result,
  ): Promise<Result | undefined>;
  close(): Promise<void>;
}

/** Whom the browsers call by themselves, also without any extension, in spite of all switches and preferences. */
const browserOwnHosts = [
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'firefox.settings.services.mozilla.com',
];

/** The browser's extension API, as functions given to `inExtension` see it; never run in Node. */
declare const browser: { tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> } };

export async function openBrowser(
  name: BrowserName,
  extensionDir: string,
  options: OpenOptions = {},
): Promise<ExtensionBrowser> {
  requireExtension(extensionDir);
  const executablePath = ensureBrowsers([name])[name];
  if (!executablePath) throw new Error(`${name} is not installed`);
  const { headless = true, network = 'captured', args = [] } = options;
  const { viewport = headless ? { width: 1280, height: 900 } : null } = options;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), `sidelight-${name}-`)));
  const sites = await startSites();
  const removeProfile = () => {
    if (!options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  // At Ctrl-C, Puppeteer ends the browser and then this process.
  process.once('exit', removeProfile);
  const shut = async (puppeteer?: Browser) => {
    await puppeteer?.close();
    await sites.close();
    removeProfile();
    process.off('exit', removeProfile);
  };
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const launched = await launch({
    executablePath,
    extensionDir: resolve(extensionDir),
    profileDir,
    headless,
    proxyPort: network === 'captured' ? sites.port : null,
    viewport,
    args,
  }).catch(async (error: unknown) => {
    // What stays open keeps the command from ending.
    await shut();
    throw new Error(`${executablePath}: ${(error as Error).message}`, { cause: error });
  });
  const { puppeteer } = launched;
  const extensionUrl = (path: string) => new URL(path, launched.extensionOrigin).href;

  const openExtensionPage = async (path: string) => {
    const page = await puppeteer.newPage();
    await launched.gotoExtensionPage(page, extensionUrl(path));
    return page;
  };

  if (!options.keepsWelcome)
    await closeTab(launched.pages, extensionUrl('welcome.html')).catch(async (error: unknown) => {
      await shut(puppeteer);
      throw error;
    });

  let helper: Promise<Page> | undefined;
  // The manifest is the one extension URL that always exists and runs no script of ours.
  const openHelper = async () => {
    // The browser closes it when the extension is updated or switched off.
    const page = await helper;
    if (page && !(await page.evaluate(() => true).catch(() => false))) helper = undefined;
    return (helper ??= openExtensionPage('manifest.json'));
  };
  const inExtension: ExtensionBrowser['inExtension'] = async (run, ...args_) => {
    const page = await openHelper();
    const call = `(async () => {
      globalThis.browser ??= globalThis.chrome;
      return JSON.stringify(await (${run.toString()})(...${JSON.stringify(args_)})) ?? null;
    })()`;
    const json = (await page.evaluate(call)) as string | null;
    return (json === null ? undefined : JSON.parse(json)) as never;
  };

  const tabId = async (page: Page) => {
    // Without the `tabs` permission the addresses of tabs are hidden, but which tab is in front is not.
    await openHelper();
    await page.bringToFront();
    const [tab] = await inExtension(() => browser.tabs.query({ active: true, currentWindow: true }));
    const id = tab?.id;
    if (id === undefined) throw new Error(`no tab is in front after ${page.url()} was brought there`);
    return id;
  };

  return {
    name,
    puppeteer,
    sites,
    pages: launched.pages,
    extensionUrl,
    openExtensionPage,
    inExtension,
    tabId,
    requests: () =>
      sites.requests.filter(({ method, url }) => {
        const host = method === 'CONNECT' ? url.replace(/:\d+$/, '') : new URL(url).hostname;
        return !browserOwnHosts.includes(host);
      }),
    newPage: async (url) => {
      const page = await puppeteer.newPage();
      if (url) await page.goto(url);
      return page;
    },
    openPopup: async (page) => openExtensionPage(`popup.html?tab=${await tabId(page)}`),
    inClosedRoot: async (page, selector, run) =>
      (await launched.callInClosedRoot(page, selector, run.toString())) as never,
    close: () => shut(puppeteer),
  };
}

/** Waits for the tab with this address and closes it; throws when it does not come. */
async function closeTab(pages: () => Promise<Page[]>, url: string): Promise<void> {
  const end = Date.now() + welcomeLimitMs;
  for (;;) {
    for (const page of await pages()) {
      // Asked of the page: for pages of extensions in Firefox, Puppeteer does not hear of the address.
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address === url) return page.close();
    }
    if (Date.now() > end) throw new Error(`no tab opened at ${url}`);
    await delay(30);
  }
}
