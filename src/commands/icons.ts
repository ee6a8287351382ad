/** `npm run icons`: draws assets/icon.svg into the PNG sizes that browsers ask for. Run after a change of the drawing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowsers } from './browser/find-browser.ts';
import { refuseArguments } from './option-values.ts';
import { iconFolder, iconSizes } from './packed-files.ts';
import { rootFolder } from './paths.ts';

refuseArguments();

const executablePath = ensureBrowsers(['chromium']).chromium;
if (!executablePath) throw new Error('no Chromium');
const svg = readFileSync(join(rootFolder, 'assets/icon.svg'), 'utf8');
mkdirSync(iconFolder, { recursive: true });

const browser = await puppeteer.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of iconSizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  writeFileSync(
    join(iconFolder, `${size}.png`),
    await page.screenshot({ omitBackground: true, type: 'png' }),
  );
}
await browser.close();
