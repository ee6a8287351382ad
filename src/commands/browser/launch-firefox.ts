/** Firefox with the extension, over WebDriver BiDi. */
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { installExtension } from './install-extension.ts';
import type { LaunchedBrowser, LaunchSettings } from './launched-browser.ts';

const addonId = 'sidelight@sidelight.invalid';
/** Fixed, so that extension pages have an address that we know; Firefox otherwise draws a new one for each profile. */
const uuid = '5de11987-0000-4000-8000-000000000001';
const extensionPageLimitMs = 10_000;
/** Firefox 153 announces most tabs at once, and one in a hundred of those that the extension opens never. */
const announceLimitMs = 2000;

/** What BiDi answers to a script: a value (a node tells its shadow root) or an exception. */
interface ScriptAnswer {
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** The part of Puppeteer's BiDi connection that it does not type for callers. */
interface BidiConnection {
  send(method: 'browsingContext.getTree', params: object): Promise<{ result: { contexts: TabContext[] } }>;
  send(method: string, params: object): Promise<{ result: ScriptAnswer }>;
  emit(event: 'browsingContext.contextCreated', context: TabContext): void;
}

interface TabContext {
  context: string;
}

interface SerializedElement {
  shadowRoot?: { sharedId?: string } | null;
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

export async function launchFirefox(settings: LaunchSettings): Promise<LaunchedBrowser> {
  const { executablePath, extensionDir, profileDir, headless, proxyPort, viewport, args } = settings;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: viewport,
    userDataDir: profileDir,
    // Without system access WebDriver may not open moz-extension: pages.
    args: ['--remote-allow-system-access', ...args],
    // Lets the preference `services.settings.server` below count in release builds.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      // A temporary add-on is removed when the browser ends; what it stored has to outlive that, as for a real one.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // Firefox's own background traffic, which would bury what the extension might send.
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'browser.contentblocking.category': 'standard',
      ...(proxyPort !== null && {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxyPort,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      }),
    },
  });
  await installExtension(browser, extensionDir);
  const { connection } = browser as unknown as { connection: BidiConnection };
  const missedSince = new Map<string, number>();

  return {
    puppeteer: browser,
    extensionOrigin: `moz-extension://${uuid}/`,
    pages: async () => {
      const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
      const known = new Set((await browser.pages()).map(contextOf));
      for (const tab of result.contexts) {
        if (known.has(tab.context)) continue;
        const since = missedSince.get(tab.context) ?? Date.now();
        missedSince.set(tab.context, since);
        if (Date.now() - since < announceLimitMs) continue;
        connection.emit('browsingContext.contextCreated', tab);
        missedSince.delete(tab.context);
      }
      return browser.pages();
    },
    gotoExtensionPage: async (page, url) => {
      // The document moves to the extension process, and BiDi loses the load event on the way: so ask instead.
      // The page may rewrite its own query (the directory does), so a new document at that path counts too.
      const { pathname } = new URL(url);
      const before = await page.evaluate(() => performance.timeOrigin).catch(() => null);
      await connection.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
      const end = Date.now() + extensionPageLimitMs;
      for (;;) {
        const state = await page
          .evaluate(
            () => [location.href, document.readyState, location.pathname, performance.timeOrigin] as const,
          )
          .catch(() => [] as const);
        const isNew = state[2] === pathname && state[3] !== before;
        if (state[1] === 'complete' && (state[0] === url || isNew)) return;
        if (Date.now() > end) throw new Error(`${url} did not load: ${JSON.stringify(state)}`);
        await delay(20);
      }
    },
    callInClosedRoot: async (page, selector, source) => {
      const target = { context: contextOf(page) };
      const found = await connection.send('script.evaluate', {
        expression: `document.querySelector(${JSON.stringify(selector)})`,
        target,
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
      });
      const element = found.result.result?.value as SerializedElement | null | undefined;
      const sharedId = element?.shadowRoot?.sharedId;
      if (!sharedId) return undefined;
      const called = await connection.send('script.callFunction', {
        functionDeclaration: `async (root) => JSON.stringify(await (${source})(root)) ?? null\n//# sourceURL=pptr:closed-root\n`,
        target,
        awaitPromise: true,
        arguments: [{ sharedId }],
      });
      if (called.result.exceptionDetails) throw new Error(called.result.exceptionDetails.text);
      const json = called.result.result?.value;
      return typeof json === 'string' ? (JSON.parse(json) as unknown) : undefined;
    },
  };
}
