/**
 * `npm start [-- --headless] [-- --browser=chromium|firefox]`: builds Sidelight and opens a browser with it on the
 * sample article. Without a display it reads the article by itself, prints what it found, and leaves screenshots.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { browserNames, ensureBrowsers, findBrowser, type BrowserName } from './browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from './browser/open-browser.ts';
import { hoverMark, marksOf, pressInCard, sampleHtml, sampleMentions, sampleUrl, waitForMarks, waitForTab } from './browser/reader.ts'; // prettier-ignore
import { builtFolder, rootFolder, screensFolder } from './paths.ts';
import { runCommandFile } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

const { values: options } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, browser: { type: 'string' } },
});

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return !process.env.CI;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(Boolean);
}

/** The browser asked for, else the first that is installed, else what can be installed. */
function chooseBrowser(): BrowserName {
  const wanted = options.browser;
  if (wanted !== undefined) {
    const named = browserNames.find((name) => name === wanted);
    if (!named) throw new UsageError(`--browser takes ${browserNames.join(' or ')}, not ${wanted}`);
    ensureBrowsers([named]);
    return named;
  }
  const installed = browserNames.find((name) => findBrowser(name));
  if (!installed) ensureBrowsers(['chromium']);
  return installed ?? 'chromium';
}

/** Opens a window on the article, and stays until the reader closes it. */
async function readTogether(name: BrowserName): Promise<void> {
  const browser = await openBrowser(name, builtFolder[name], { headless: false, network: 'open' }).catch(
    (error: unknown) => {
      // A display may be named and not be there, over ssh or after `su`.
      throw new Error(`${(error as Error).message.trim()}\n\`npm start -- --headless\` opens no window.`);
    },
  );
  const url = `http://localhost:${browser.sites.port}/sample-article`;
  browser.sites.serve(url, sampleHtml());
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(url);
  console.log(`${name} is open on ${url}. Rest the pointer on a marked name. Close the browser to end.`);
  await new Promise<void>((resolve) => browser.puppeteer.once('disconnected', () => resolve()));
  await browser.close();
}

async function saveScreen(
  page: { screenshot(options: { path: `${string}.png` }): Promise<unknown> },
  name: string,
) {
  const path = join(screensFolder, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path });
  console.log(`saved ${relative(rootFolder, path)}`);
}

/** Reads the article without a window: prints what is marked and saved. Throws when anything is missing. */
async function readAlone(browser: ExtensionBrowser): Promise<void> {
  mkdirSync(screensFolder, { recursive: true });
  browser.sites.serve(sampleUrl, sampleHtml());
  const page = await browser.newPage();
  // Only marks near the viewport are registered: count on a page as high as the article, then go back to a window.
  await page.setViewport({ width: 1100, height: 3000 });
  await page.goto(sampleUrl);
  const expected = sampleMentions();
  // The browser tests insist on the exact list; here a difference is told and the rest is shown all the same.
  await waitForMarks(page, expected.map(([, text]) => text)).catch((error: unknown) => console.log(String(error))); // prettier-ignore
  const marks = await marksOf(page);
  if (marks.length === 0) throw new Error('nothing was marked in the sample article');
  console.log(`marked ${marks.length} names in the sample article:`);
  for (const { text, style } of marks) console.log(`  ${text.padEnd(20)} ${style}`);

  await page.setViewport({ width: 1100, height: 820 });
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await saveScreen(page, 'article');

  const card = await hoverMark(browser, page, 'NSO Group');
  console.log(`the card says: ${card.split(/\s*\n\s*/).slice(0, 6).join(' · ')} …`); // prettier-ignore
  await saveScreen(page, 'card');

  await pressInCard(browser, page, /profile/i);
  const profile = await waitForTab(browser, browser.extensionUrl('profile.html?id=nso-group'));
  await profile.setViewport({ width: 1100, height: 1000 });
  await profile.waitForFunction(() => document.body.innerText.includes('NSO Group'));
  await saveScreen(profile, 'profile');

  const popup = await browser.openPopup(page);
  await popup.setViewport({ width: 380, height: 620 });
  await popup.waitForFunction(() => document.body.innerText.includes('Candiru'));
  await saveScreen(popup, 'popup');
}

try {
  const name = chooseBrowser();
  const built = await runCommandFile('build.ts');
  process.stdout.write(built.output);
  if (!built.isOk) throw new Error('the build failed');
  if (hasDisplay() && !options.headless) await readTogether(name);
  else {
    const browser = await openBrowser(name, builtFolder[name]);
    try {
      await readAlone(browser);
    } finally {
      await browser.close();
    }
    console.log(`Everything worked in ${name}. Screenshots are in ${relative(rootFolder, screensFolder)}.`);
  }
} catch (error) {
  if (error instanceof UsageError) throw error;
  console.error(`npm start failed: ${(error as Error).message}`);
  process.exitCode = 1;
}
