/** Where commands find and put things, whatever folder they are started in. */
import { join, resolve } from 'node:path';
import type { BrowserName } from './browser/find-browser.ts';

export const rootFolder = resolve(import.meta.dirname, '../..');

/** The built extension for each browser. */
export const builtFolder: Record<BrowserName, string> = {
  chromium: join(rootFolder, '.output', 'chrome-mv3'),
  firefox: join(rootFolder, '.output', 'firefox-mv3'),
};

/** Where `npm start` leaves its screenshots. Ignored by git. */
export const screensFolder = join(rootFolder, '.sidelight', 'screens');
