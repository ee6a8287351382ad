/** Opens real browsers without the extension and puts `src/page` into the isolated world of their pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { bundleScript } from '../../../src/commands/browser/bundle-script.ts';
import {
  type BrowserName,
  browserNames,
  ensureBrowsers,
} from '../../../src/commands/browser/find-browser.ts';

/** A realm apart from the page's own, with the page's DOM, as a content script has it. */
interface IsolatedRealm {
  evaluate<Result>(run: (() => Result | Promise<Result>) | string): Promise<Result>;
  evaluate<Input, Result>(run: (input: Input) => Result | Promise<Result>, input: Input): Promise<Result>;
  waitForFunction(
    run: (() => unknown) | string,
    options?: { timeout?: number; polling?: number },
  ): Promise<unknown>;
}

export interface WatchedPage {
  page: Page;
  /** Runs in the isolated world, where `sidelight` is. */
  inside: IsolatedRealm['evaluate'];
  /** Waits until the function, run in the isolated world, says yes. */
  until: (run: () => unknown) => Promise<void>;
}

export interface PageHarness {
  /** Serves the HTML (and more files by path) and opens it; with `starts` false the watcher waits for `startSidelight()`. */
  open: (
    html: string,
    options?: { files?: Record<string, string>; starts?: boolean },
  ) => Promise<WatchedPage>;
  close: () => Promise<void>;
}

/** A page with this body. */
export const pageOf = (body: string): string =>
  `<!doctype html><html lang="en"><title>t</title><body>${body}</body></html>`;

/** Defines tests once for each browser, which is open while they run. */
export function inEachBrowser(define: (open: PageHarness['open'], name: BrowserName) => void): void {
  describe.each(browserNames)('%s', (name) => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openHarness(name);
    });
    afterAll(() => harness.close());
    define((html, options) => harness.open(html, options), name);
  });
}

async function openHarness(name: BrowserName): Promise<PageHarness> {
  const executablePath = ensureBrowsers([name])[name] ?? '';
  const code = await bundleScript(new URL('page-bundle.ts', import.meta.url), 'sidelightBundle');
  const files = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const body = files.get((request.url ?? '/').split('?')[0]!);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    ...(name === 'chromium' && { args: ['--no-sandbox'] }),
  });
  let pages = 0;
  return {
    async open(html, { files: more = {}, starts = true } = {}) {
      const path = `/page-${pages++}`;
      files.set(path, html);
      for (const [file, text] of Object.entries(more)) files.set(file, text);
      const page = await browser.newPage();
      await page.goto(origin + path);
      // Not part of Puppeteer's public types, but what its own helpers run in.
      const realm = (page.mainFrame() as unknown as { isolatedRealm: () => IsolatedRealm }).isolatedRealm();
      await realm.evaluate(code);
      if (starts) await realm.evaluate('startSidelight(); sidelight.watch.firstScan');
      return {
        page,
        inside: realm.evaluate.bind<IsolatedRealm['evaluate']>(realm),
        until: async (run) => {
          await realm.waitForFunction(run, { timeout: 10_000, polling: 20 });
        },
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
