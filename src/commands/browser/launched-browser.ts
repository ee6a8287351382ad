/** What opening a browser takes and gives, as far as Chromium and Firefox differ in it. Types only. */
import type { Browser, Page, Viewport } from 'puppeteer-core';

/** What differs between the browsers. */
export interface LaunchedBrowser {
  puppeteer: Browser;
  extensionOrigin: string;
  /** The pages of all tabs, also of those that Puppeteer was not told of. */
  pages(): Promise<Page[]>;
  /** Goes to a page of the extension in `page`, and returns when the document stands. */
  gotoExtensionPage(page: Page, url: string): Promise<void>;
  /** Runs `source`, a function expression, with the closed shadow root of `selector`; undefined when there is none. */
  callInClosedRoot(page: Page, selector: string, source: string): Promise<unknown>;
}

export interface LaunchSettings {
  executablePath: string;
  extensionDir: string;
  profileDir: string;
  headless: boolean;
  proxyPort: number | null;
  viewport: Viewport | null;
  args: string[];
}
