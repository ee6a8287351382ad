/** Chromium, Chrome or Edge with the extension, over the DevTools protocol. */
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { installExtension } from './install-extension.ts';
import type { LaunchedBrowser, LaunchSettings } from './launched-browser.ts';

/** In a locale without UTF-8, such as that of a bare container, Chromium finds no folder whose name has an umlaut. */
function utf8Environment(): NodeJS.ProcessEnv {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value) ?? 'C';
  return /utf-?8/i.test(locale) ? process.env : { ...process.env, LC_ALL: 'C.UTF-8' };
}

export async function launchChromium(settings: LaunchSettings): Promise<LaunchedBrowser> {
  const { executablePath, extensionDir, profileDir, headless, proxyPort, viewport, args } = settings;
  const start: LaunchOptions = {
    executablePath,
    headless,
    defaultViewport: viewport,
    userDataDir: profileDir,
    enableExtensions: true,
    env: utf8Environment(),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-component-update',
      '--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication',
      // Without this, loopback hosts bypass the proxy and their requests go unseen.
      ...(proxyPort === null
        ? []
        : [`--proxy-server=127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>']),
      // Chromium's sandbox refuses to start for root, which is what a container or CI machine runs as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
  };
  // An extension is loaded over the debugging pipe: branded Chrome no longer takes --load-extension.
  const browser = await puppeteer.launch({ ...start, pipe: true }).catch(async (error: unknown) => {
    // Over the pipe, one that dies at its start is just "closed". Without, Puppeteer tells what it printed.
    const other = await puppeteer.launch(start);
    await other.close();
    throw error;
  });
  const id = await installExtension(browser, extensionDir);

  return {
    puppeteer: browser,
    extensionOrigin: `chrome-extension://${id}/`,
    pages: () => browser.pages(),
    gotoExtensionPage: async (page, url) => {
      await page.goto(url);
    },
    callInClosedRoot: async (page, selector, source) => {
      const session = await page.createCDPSession();
      try {
        const { result: host } = await session.send('Runtime.evaluate', {
          expression: `document.querySelector(${JSON.stringify(selector)})`,
        });
        if (!host.objectId) return undefined;
        const { node } = await session.send('DOM.describeNode', {
          objectId: host.objectId,
          depth: 1,
          pierce: true,
        });
        const root = node.shadowRoots?.[0];
        if (!root) return undefined;
        const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
        const call = await session.send('Runtime.callFunctionOn', {
          functionDeclaration: `function () { return (${source})(this); }\n//# sourceURL=pptr:closed-root\n`,
          objectId: object.objectId ?? '',
          returnByValue: true,
          awaitPromise: true,
        });
        if (call.exceptionDetails)
          throw new Error(call.exceptionDetails.exception?.description ?? 'failed in the root');
        return call.result.value as unknown;
      } finally {
        await session.detach();
      }
    },
  };
}
