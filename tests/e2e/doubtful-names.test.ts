/** Names that are words too, in both browsers: a page that means the word has nothing loaded into it, one that means the name is marked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { handleName } from '../../src/content/lookout.ts';

const url = 'http://news.localhost/doubtful';
const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Doubtful</title>
  <p>The Oculus at the station was lit in green.</p><p>Hermit crabs change their shells.</p>${'<p>Words.</p>'.repeat(700)}`;

describe.each(browserNames)('doubtful names in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
    extension.sites.serve(url, html);
    page = await extension.newPage(url);
  });
  afterAll(() => extension.close());

  /** What the lookout is asked; handing over tells whether the rest has taken over already, and makes it do so. */
  const isRestLoaded = () =>
    extension.inExtension(
      async (address, key) => {
        const [tab] = await browser.tabs.query({ url: address });
        const [answer] = await browser.scripting.executeScript({
          target: { tabId: tab!.id },
          func: (handle: string) => {
            const world = globalThis as unknown as Record<symbol, { handOver: (to: unknown) => boolean }>;
            return !world[Symbol.for(handle)]!.handOver(() => undefined);
          },
          args: [key],
        });
        return answer!.result;
      },
      url,
      handleName,
    );
  const add = (text: string) =>
    page.evaluate((words) => {
      const p = document.createElement('p');
      p.textContent = words;
      document.body.prepend(p);
    }, text);

  it('marks the page when a text proves one of them, also one that came later', async () => {
    await add('Another Oculus, another Hermit.');
    await add(
      'Researchers say that the Hermit spyware was installed on Android phones with the help of the operator.',
    );
    await waitForMarks(page, ['Hermit']);
    expect(await isRestLoaded()).toBe(true);
  });

  /** The texts that the background was asked about since `hearQuestions`, which pages of the extension hear too. */
  const askedTexts = () => extension.inExtension(() => (globalThis as { asked?: string[] }).asked);
  const hearQuestions = () =>
    extension.inExtension(() => {
      const asked: string[] = ((globalThis as { asked?: string[] }).asked = []);
      browser.runtime.onMessage.addListener(({ type, texts = [] }) => {
        if (type === 'may-mention') asked.push(...texts.map(({ text }) => text));
      });
    });

  it('loads nothing for words that mean themselves, and asks about each text once', async () => {
    await hearQuestions();
    await page.goto(url);
    const texts = ['The Oculus at the station was lit in green.', 'Hermit crabs change their shells.'];
    await expect.poll(askedTexts).toEqual(texts);
    await add('One Hermit lives here.');
    await expect.poll(askedTexts).toEqual([...texts, 'One Hermit lives here.']);
    expect(await isRestLoaded()).toBe(false);
  });
});
