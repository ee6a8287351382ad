/** Many tabs at once: badge, toggle and cards in all of them. `SIDELIGHT_TABS=200 npm run e2e -- many-tabs` for more than here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { hoverMark, waitForMarks, waitForTab } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { memoryOfProcesses } from '../../src/commands/soak/memory.ts';

const tabs = Number(process.env.SIDELIGHT_TABS ?? 20);
const limitMs = 30_000 + tabs * 3000;
const site = 'http://news.localhost';
const html =
  '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Many</title><p>The firm NSO Group is here. Spyware by Candiru too.</p>';

describe.each(browserNames)(`${tabs} tabs in %s`, (name) => {
  let extension: ExtensionBrowser;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());

  it(
    'each has its badge and marks; off takes all away, on brings all back',
    async () => {
      const badges = (ids: number[]) =>
        extension.inExtension(async (all) => {
          const texts = await Promise.all(
            all.map((tabId) => globalThis.browser.action.getBadgeText({ tabId })),
          );
          return Object.fromEntries(
            Object.entries(Object.groupBy(texts, (text) => text)).map(([text, same]) => [text, same!.length]),
          );
        }, ids);
      const allShow = (ids: number[], text: string) =>
        expect.poll(() => badges(ids), { timeout: limitMs / 2, interval: 250 }).toEqual({ [text]: tabs });
      const urls = Array.from({ length: tabs }, (_, k) => `${site}/many-${k}`);
      for (const url of urls) extension.sites.serve(url, html);
      const page = await extension.newPage('about:blank');
      await extension.inExtension(() => null);
      const before = memoryOfProcesses(extension.puppeteer.process()?.pid);
      const startMs = performance.now();
      const ids = await extension.inExtension(async (all) => {
        const ids_: number[] = [];
        for (const url of all) ids_.push((await globalThis.browser.tabs.create({ url, active: false })).id);
        return ids_;
      }, urls);
      await allShow(ids, '2');
      const after = memoryOfProcesses(extension.puppeteer.process()?.pid);
      console.log(
        `${name}: ${tabs} tabs marked after ${((performance.now() - startMs) / 1000).toFixed(1)} s; ` +
          `all processes ${before} MB, then ${after} MB`,
      );
      const popup = await extension.openPopup(page);
      await (await popup.waitForSelector('[role=switch]'))!.click();
      await allShow(ids, '');
      const last = await waitForTab(extension, urls.at(-1)!);
      await waitForMarks(last, []);
      await (await popup.waitForSelector('[role=switch][aria-checked=false]'))!.click();
      await allShow(ids, '2');
      const first = await waitForTab(extension, urls[0]!);
      for (const one of [first, last]) {
        await waitForMarks(one, ['NSO Group', 'Candiru']);
        expect(await hoverMark(extension, one, 'Candiru')).toContain('Candiru');
      }
    },
    limitMs * 2,
  );
});
