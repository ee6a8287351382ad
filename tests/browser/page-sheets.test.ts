/** In real browsers with the installed extension: which documents can see how our marks look, and which cannot. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { markStyles, type Settings } from '../../src/settings/settings.ts';
import { outwait } from './support/marked-page.ts';

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
    sites.serve(`${host}/moves`, html(`<div id="top"></div><footer>${'<i></i>'.repeat(3000)}</footer>`));
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

  it('a page that names nobody sees nothing, nor one whose name means something else', async () => {
    for (const path of ['/plain', '/nobody']) {
      await open(path);
      await outwait(page, 1200);
      for (const frame of page.frames()) expect(await seenIn(frame), path).toEqual([]);
    }
    // Asking about the page loads the rest into it, and still shows it nothing.
    const popup = await extension.openPopup(page);
    await popup.waitForSelector('[role=switch]');
    await popup.close();
    await outwait(page, 1200);
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

  it('wherever a page puts names and moves them to, the elements that hold marks see the style', async () => {
    await open('/moves');
    await page.evaluate(() => {
      let seed = 7;
      const below = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
      const one = <Item>(items: readonly Item[]) => items[below(items.length)]!;
      const make = (tag: string, into: Element) => {
        const made = document.createElement(tag);
        into.append(made);
        return made;
      };
      const top = document.querySelector('#top')!;
      const boxes = ['section', 'article', 'aside', 'blockquote', 'ul', 'h2', 'h3', 'td'].map((tag) =>
        make(tag, top),
      );
      // Fewer kinds of places than the number from which one rule is for all, and fewer names than kinds.
      const leaves = Array.from({ length: 12 }, () => {
        const leaf = make(one(['p', 'x-part']), one(boxes));
        leaf.append(`, ${one(['NSO Group', 'Hikvision', 'Candiru'])}, `);
        return leaf;
      });
      let steps = 0;
      const step = () => {
        const leaf = one(leaves);
        const around = leaf.parentElement!;
        if (below(3) > 0) one(boxes).append(leaf);
        else if (boxes.includes(around)) {
          const made = document.createElement(one(['b', 'em']));
          leaf.replaceWith(made);
          made.append(leaf);
        } else around.replaceWith(leaf);
        if (++steps < 300) setTimeout(step, below(8));
        else document.title = 'moved';
      };
      step();
    });
    await expect.poll(() => page.title()).toBe('moved');
    const marksAndBare = () =>
      page.evaluate(() => {
        const bare: string[] = [];
        let marks = 0;
        for (const [key, highlight] of CSS.highlights as unknown as Map<string, Set<StaticRange>>) {
          for (const { startContainer, endContainer } of highlight) {
            marks++;
            for (const { parentElement } of [startContainer, endContainer]) {
              const style = parentElement && getComputedStyle(parentElement, `::highlight(${key})`);
              if (style?.textDecorationLine !== 'underline') bare.push(parentElement?.localName ?? 'nowhere');
            }
          }
        }
        return { marks, bare };
      });
    await expect.poll(marksAndBare).toEqual({ marks: 12, bare: [] });
    expect(await seenIn(page.mainFrame(), 'footer > i')).toEqual([]);
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
