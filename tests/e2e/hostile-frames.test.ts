/**
 * Frames of all kinds do what they may, at random, to the page, to each other and to what Sidelight shares with them. In the end
 * every name that can be read is marked, so often as it stands there, and cards open. SIDELIGHT_FRAME_RUNS is the number of
 * runs in each browser, each with another seed; a failure prints its seed, SIDELIGHT_FRAME_SEED begins with that one.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { runHostileFrames } from './support/hostile-frames.ts';
import { expectCounts } from './support/said-by-page.ts';

const site = 'http://news.localhost';
const head = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Frames</title>';
const runs = Number(process.env.SIDELIGHT_FRAME_RUNS ?? 3);
const firstSeed = Number(process.env.SIDELIGHT_FRAME_SEED ?? 20261121);
/** 7001 found, in Firefox, what a dead host threw at each change. */
const lessons = process.env.SIDELIGHT_FRAME_SEED === undefined ? [7001] : [];
const seeds = [...Array.from({ length: runs }, (_, k) => firstSeed + k), ...lessons];
/** Posts without end, and reaches for the page above, which is not of its origin. */
const foreign = `<p>Here is Candiru now.</p><script>
  setInterval(() => { for (let k = 0; k < 200; k++) top.postMessage({ type: 'page-state', k }, '*'); }, 20);
  try { top.CSS.highlights.clear(); } catch {}
</script>`;

describe.each(browserNames)('hostile frames in %s', (name) => {
  let browser: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
    browser.sites.serve(`${site}/frame-own`, `${head}<p>Here is Hikvision now.</p>`);
    browser.sites.serve('http://other.example/frame-foreign', head + foreign);
  });
  afterAll(() => browser.close());
  afterEach(() => page.close());

  it.each(seeds)('seed %i', async (seed) => {
    const url = `${site}/seed-${seed}`;
    browser.sites.serve(
      url,
      `${head}<style>iframe { display: block }</style><p id="first">Here is NSO Group now.</p><main><p>x</p></main><x-host></x-host>`,
    );
    page = await browser.newPage(url);
    const ours: string[] = [];
    page.on('pageerror', (error) => {
      const told = String((error as Error).stack ?? error);
      if (told.includes('extension://')) ours.push(told);
    });
    await page.bringToFront();
    const expected = await page.evaluate(runHostileFrames, { seed, actions: 60 });
    await expectCounts(browser, page, expected);
    await page.bringToFront();
    const { x, y } = await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
      const range = document.createRange();
      range.setStart(document.querySelector('#first')!.firstChild!, 8);
      range.setEnd(document.querySelector('#first')!.firstChild!, 17);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.move(x + 90, y + 70);
    await page.mouse.move(x, y, { steps: 12 });
    await expect.poll(async () => (await cardText(browser, page)) ?? '').toContain('NSO Group');
    expect(ours).toEqual([]);
  });
});
