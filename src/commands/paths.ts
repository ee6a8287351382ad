/** Where commands find and put things, whatever folder they are started in. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName } from './browser/find-browser.ts';

export const rootFolder = resolve(import.meta.dirname, '../..');

/** The built extension for each browser. */
export const builtFolder: Record<BrowserName, string> = {
  chromium: join(rootFolder, '.output', 'chrome-mv3'),
  firefox: join(rootFolder, '.output', 'firefox-mv3'),
};

/** Throws when the folder holds no built extension. */
export function requireExtension(folder: string): void {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} holds no extension: npm run build makes it`);
}

/** Where `npm start` leaves its screenshots. Ignored by git. */
export const screensFolder = join(rootFolder, '.sidelight', 'screens');
