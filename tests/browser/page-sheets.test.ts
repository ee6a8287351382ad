/** In real browsers with the installed extension: which documents can see how our marks look, and which cannot. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { markStyles, type Settings } from '../../src/settings/settings.ts';

const host = 'http://sheets.localhost';
const html = (body: string) =>
  `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Sheets</title></head><body>${body}</body></html>`;
const named = html('<p>NSO Group</p>');

/** The browser's extension API, as functions given to `inExtension` see it. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };

describe.each(browserNames)('what can be seen of our styles in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
    const { sites } = extension;
    sites.serve(`${host}/named`, named);
    sites.serve('http://elsewhere.localhost/named', named);
    sites.serve(
      `${host}/kinds`,
      // Where few elements are like those with marks, rules are for these alone.
      html(`<main><p>NSO Group</p><p>Others</p><ul><li>A list</li></ul></main><aside><p>Aside</p></aside>
        <section><x-host></x-host></section><footer>${'<i></i>'.repeat(200)}</footer><script>
          document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML = '<b>Hosted</b>';
        </script>`),
    );
    // "Pegasus" is looked at, and meant is the constellation.
    sites.serve(`${host}/nobody`, html('<p>Pegasus rises in the east.</p><iframe srcdoc="Words"></iframe>'));
    sites.serve(`${host}/plain`, html('<p>Nothing of note was said in the long hearing.</p>'));
    sites.serve(
      `${host}/frames`,
      html(`<p>Nothing here.</p><iframe src="${host}/named"></iframe>
        <iframe srcdoc="<iframe srcdoc='NSO Group'></iframe>"></iframe>
        <iframe src="http://elsewhere.localhost/named"></iframe><iframe sandbox srcdoc="NSO Group"></iframe>`),
    );
    page = await extension.newPage();
  });
  afterEach(() => set({}));
  afterAll(() => extension.close());

  const set = (settings: Partial<Settings>) =>
    extension.inExtension(
      (changed) => browser.storage.local.set({ settings: { version: 1, ...changed } }),
      settings,
    );
  /** Of all our highlights those that an element of the document has a style for; the selector says which elements are asked. */
  const seenIn = (frame: Frame, selector = '*') =>
    frame.evaluate(
      (styles, asked) =>
        [
          'sidelight-ring',
          ...styles.flatMap((style) =>
            ['listed', 'was-listed', 'none'].map((each) => `sidelight-${each}-${style}`),
          ),
        ].filter((each) =>
          [...document.querySelectorAll(asked)].some((element) => {
            const { textDecorationLine, backgroundColor } = getComputedStyle(element, `::highlight(${each})`);
            return textDecorationLine !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
          }),
        ),
      markStyles,
      selector,
    );
  const seen = () => seenIn(page.mainFrame());
  const ofStyle = (style: string) => [
    'sidelight-ring',
    ...['listed', 'was-listed', 'none'].map((each) => `sidelight-${each}-${style}`),
  ];
  async function open(path: string): Promise<void> {
    await page.goto(host + path);
    await page.bringToFront();
  }
  /** That nothing is put in can only be told by waiting longer than everything that could do it. */
  const outwait = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));

  it('a page that names nobody sees nothing, nor one whose name means something else', async () => {
    for (const path of ['/plain', '/nobody']) {
      await open(path);
      await outwait();
      for (const frame of page.frames()) expect(await seenIn(frame), path).toEqual([]);
    }
    // Asking about the page loads the rest into it, and still shows it nothing.
    const popup = await extension.openPopup(page);
    await popup.waitForSelector('[role=switch]');
    await popup.close();
    await outwait();
    expect(await seen()).toEqual([]);
  });

  it('a page with marks sees the style that was chosen and no other, and nothing once it is switched off', async () => {
    await open('/named');
    await expect.poll(seen).toEqual(ofStyle('line'));
    await set({ lineStyle: 'line-and-tint', palette: 'safe' });
    await expect.poll(seen).toEqual(ofStyle('line-and-tint-safe'));
    await set({ enabled: false });
    await expect.poll(seen).toEqual([]);
    await set({ sitesOn: [] });
    await waitForMarks(page, ['NSO Group']);
    await expect.poll(seen).toEqual(ofStyle('line'));
  });

  it('elements that are not like those that hold marks see nothing, until they do', async () => {
    await open('/kinds');
    await expect.poll(seen).toEqual(ofStyle('line'));
    const others = ['html', 'body', 'main', 'footer', 'footer > i', 'aside', 'aside > p', 'li', 'x-host'];
    const seeNothing = async () => {
      for (const other of others) expect(await seenIn(page.mainFrame(), other), other).toEqual([]);
    };
    await seeNothing();
    await page.evaluate(() => (document.querySelector('li')!.textContent = 'NSO Group'));
    await expect.poll(() => seenIn(page.mainFrame(), 'li')).toEqual(ofStyle('line'));
    others.splice(others.indexOf('aside > p'));
    // The same text in the same element, elsewhere and then in another one.
    await page.evaluate(() => document.querySelector('aside')!.append(document.querySelector('p')!));
    await expect.poll(() => seenIn(page.mainFrame(), 'aside > p')).toEqual(ofStyle('line'));
    await page.evaluate(() => {
      const [text, around] = [document.querySelector('aside > p + p')!, document.createElement('blockquote')];
      text.replaceWith(around);
      around.append(text);
    });
    await expect.poll(() => seenIn(page.mainFrame(), 'blockquote > p')).toEqual(ofStyle('line'));
    // A host with its shadow root.
    await page.evaluate(() => {
      document.querySelector('x-host')!.shadowRoot!.querySelector('b')!.textContent = 'NSO Group';
    });
    await expect.poll(() => seenIn(page.mainFrame(), 'section > x-host')).toEqual(ofStyle('line'));
    await page.evaluate(() => document.querySelector('aside')!.append(document.querySelector('x-host')!));
    await expect.poll(() => seenIn(page.mainFrame(), 'aside > x-host')).toEqual(ofStyle('line'));
    await seeNothing();
    await set({ lineStyle: 'tint' });
    for (const marked of ['blockquote > p', 'aside > x-host', 'li'])
      await expect.poll(() => seenIn(page.mainFrame(), marked)).toEqual(ofStyle('tint'));
    await set({ enabled: false });
    await expect.poll(seen).toEqual([]);
  });

  it('of frames only those see it that the page itself can read, and lose it with the others', async () => {
    await open('/frames');
    const told = async () =>
      Promise.all(page.frames().map(async (frame) => [frame.url(), (await seenIn(frame)).length] as const));
    const sorted = async () => (await told()).map(([url, count]) => `${url} ${count}`).sort();
    const expected = (count: number) =>
      [
        `${host}/frames 0`,
        `${host}/named ${count}`,
        `about:srcdoc ${count}`,
        `about:srcdoc ${count}`,
        'about:srcdoc 0',
        'http://elsewhere.localhost/named 0',
      ].sort();
    await expect.poll(sorted, { timeout: 5000 }).toEqual(expected(4));
    await set({ lineStyle: 'tint' });
    await expect
      .poll(() => seenIn(page.frames().find((frame) => frame.url() === `${host}/named`)!))
      .toEqual(ofStyle('tint'));
    await set({ enabled: false });
    await expect.poll(sorted, { timeout: 5000 }).toEqual(expected(0));
  });
});
