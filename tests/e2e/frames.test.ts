/**
 * Frames of the page's own origin as pages use and misuse them: they change their document, move, nest and go away, and
 * nothing that else happens in the page is missed for it.
 */
/* eslint-disable @typescript-eslint/no-deprecated -- pages still call document.write */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { expectCounts } from './support/said-by-page.ts';

const head = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Frames</title>';
const site = 'http://news.localhost';
const sentence = '<p>The firm NSO Group is in the news.</p>';

describe.each(browserNames)('frames in %s', (name) => {
  let browser: ExtensionBrowser;
  let page: Page;
  let count = 0;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
    browser.sites.serve(`${site}/one`, `${head}<p>Spyware by Candiru.</p>`);
    browser.sites.serve(`${site}/two`, `${head}<p>Cameras by Hikvision.</p>`);
    browser.sites.serve(`${site}/holder`, `${head}<p>FinFisher</p><iframe src="/one"></iframe>`);
  });
  afterAll(() => browser.close());
  afterEach(() => page.close());

  async function open(body: string, script = ''): Promise<void> {
    const url = `${site}/frames-${count++}`;
    browser.sites.serve(url, `${head}<script>${script}</script>${body}`);
    page = await browser.newPage(url);
    await page.bringToFront();
  }
  const counts = (expected: Record<string, number>) => expectCounts(browser, page, expected);

  it('text that comes while a marked frame goes is read', async () => {
    await open(`${sentence}<iframe src="/one"></iframe>`);
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(async () => {
      // The first change is read at once and the next ones only a while after: both stand in one batch.
      document.body.append('And so on.');
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.querySelector('iframe')!.remove();
      const more = document.createElement('p');
      more.textContent = 'FinFisher is new here.';
      document.body.append(more);
    });
    await counts({ 'nso-group': 1, finfisher: 1 });
  });

  it('a frame goes on to another page: that one is read, also when the page hides all loads', async () => {
    await open(
      `${sentence}<iframe src="/one"></iframe>`,
      `document.addEventListener('load', (event) => event.stopImmediatePropagation(), true);`,
    );
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(() => (document.querySelector('iframe')!.src = '/two'));
    await counts({ 'nso-group': 1, hikvision: 1 });
  });

  it('a frame in a frame goes on, then the outer one, then it goes away', async () => {
    await open(`${sentence}<iframe src="/holder"></iframe>`);
    await counts({ 'nso-group': 1, finfisher: 1, candiru: 1 });
    await page.evaluate(() => {
      const outer = document.querySelector('iframe')!;
      outer.contentDocument!.querySelector('iframe')!.src = '/two';
    });
    await counts({ 'nso-group': 1, finfisher: 1, hikvision: 1 });
    await page.evaluate(() => (document.querySelector('iframe')!.src = '/one'));
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(() => document.querySelector('iframe')!.remove());
    await counts({ 'nso-group': 1 });
  });

  it('a frame in a shadow root, which is taken out and put in again, is followed as before', async () => {
    await open(`${sentence}<div id="host"></div>`);
    await page.evaluate(() => {
      const shadow = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      shadow.innerHTML = '<iframe src="/one"></iframe>';
    });
    // A shadow root is found with the next change around its host.
    await page.evaluate(() => document.body.append(document.querySelector('#host')!));
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(async () => {
      const host = document.querySelector('#host')!;
      host.remove();
      await new Promise((resolve) => setTimeout(resolve, 300));
      document.body.prepend(host);
    });
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('#host')!;
      shadowRoot!.querySelector('iframe')!.src = '/two';
    });
    await counts({ 'nso-group': 1, hikvision: 1 });
  });

  it('a foreign frame in a shadow root whose host moves, written before it can load anew, is read', async () => {
    await open(`${sentence}<div></div>`);
    await counts({ 'nso-group': 1 });
    await page.evaluate(async () => {
      const host = document.querySelector('div')!;
      const shadow = host.attachShadow({ mode: 'open' });
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,foreign';
      shadow.append(frame);
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(host);
      await loaded;
    });
    await page.evaluate(() => document.body.append('Candiru'));
    await counts({ 'nso-group': 1, candiru: 1 });
    await page.evaluate(() => {
      const host = document.querySelector('div')!;
      document.body.prepend(host);
      const inner = host.shadowRoot!.querySelector('iframe')!.contentDocument!;
      inner.open();
      // Never closed, so that there is no load to hear.
      inner.write('<p>Cameras by Hikvision.</p>');
    });
    await counts({ 'nso-group': 1, candiru: 1, hikvision: 1 });
  });

  it('a frame that is written by document.open is read and painted, and written anew', async () => {
    await open(`${sentence}<iframe></iframe>`);
    await counts({ 'nso-group': 1 });
    const write = (text: string) =>
      page.evaluate((words) => {
        const inner = document.querySelector('iframe')!.contentDocument!;
        inner.open();
        inner.write(`<p>${words}</p>`);
        inner.close();
      }, text);
    const painted = () =>
      page.evaluate(() => {
        const { CSS } = document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis;
        return [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)).length;
      });
    await write('Spyware by Candiru.');
    await counts({ 'nso-group': 1, candiru: 1 });
    await expect.poll(painted).toBe(1);
    await write('Cameras by Hikvision, cameras by Hikvision.');
    await counts({ 'nso-group': 1, hikvision: 2 });
    await expect.poll(painted).toBe(2);
  });

  it('a frame that moves without a word while much comes in, so that its document is dead when it is asked for', async () => {
    browser.sites.serve(
      `${site}/silent`,
      `${head}<script>addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true);</script><p>Candiru</p>`,
    );
    await open(
      `${sentence}<main></main><iframe src="/silent"></iframe>`,
      `document.addEventListener('load', (event) => event.stopImmediatePropagation(), true);`,
    );
    await counts({ 'nso-group': 1, candiru: 1 });
    // More than is read at once, after which a rest follows.
    await page.evaluate(() => {
      document.querySelector('main')!.innerHTML = `<p>A line of many.</p>`.repeat(2000) + '<p>FinFisher</p>';
    });
    await counts({ 'nso-group': 1, candiru: 1, finfisher: 1 });
    await page.evaluate(async () => {
      document.querySelector('main')!.innerHTML = `<p>Another of many.</p>`.repeat(2000) + '<p>FinFisher</p>';
      await new Promise((resolve) => setTimeout(resolve, 30));
      document.body.prepend(document.querySelector('iframe')!);
      // Firefox takes the document that was left from scripts some time later, and no page can see when.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      document.body.append('Hikvision');
    });
    await counts({ 'nso-group': 1, candiru: 1, finfisher: 1, hikvision: 1 });
  });

  it('frames that nobody can see are not looked into until they are shown', async () => {
    await open(`${sentence}<iframe src="/one" style="display: none"></iframe>
      <iframe src="/one" width="1" height="1"></iframe><div hidden><iframe src="/holder"></iframe></div>
      <iframe src="/two" style="position: absolute; top: 9000px"></iframe>`);
    await counts({ 'nso-group': 1, hikvision: 1 });
    // What marks a name in a frame leaves something in that frame's registry, seen or not.
    const touched = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('iframe')].map(
          ({ contentWindow }) => (contentWindow as unknown as typeof globalThis).CSS.highlights.size > 0,
        ),
      );
    // One that goes on while it cannot be seen is left alone as well.
    await page.evaluate(async () => {
      const tiny = document.querySelectorAll('iframe')[1]!;
      const loaded = new Promise((resolve) => tiny.addEventListener('load', resolve));
      tiny.src = '/two';
      await loaded;
      document.body.append('FinFisher. ');
    });
    await counts({ 'nso-group': 1, hikvision: 1, finfisher: 1 });
    expect(await touched()).toEqual([false, false, false, true]);
    await page.evaluate(() => (document.querySelector('iframe')!.style.display = ''));
    await counts({ 'nso-group': 1, hikvision: 1, finfisher: 1, candiru: 1 });
    await page.evaluate(() => (document.querySelector('div')!.hidden = false));
    await counts({ 'nso-group': 1, hikvision: 1, finfisher: 2, candiru: 2 });
    await page.evaluate(() => (document.querySelectorAll('iframe')[1]!.width = '300'));
    await counts({ 'nso-group': 1, hikvision: 2, finfisher: 2, candiru: 2 });
    // A part that the reader folds away and opens again is there as before.
    await page.evaluate(() => {
      document.querySelector('div')!.hidden = true;
      document.body.append('Cellebrite. ');
    });
    await counts({ 'nso-group': 1, hikvision: 2, finfisher: 1, candiru: 1, cellebrite: 1 });
    await page.evaluate(() => {
      document.querySelector('div')!.hidden = false;
      document.body.append('Intellexa. ');
    });
    await counts({
      'nso-group': 1,
      hikvision: 2,
      finfisher: 2,
      candiru: 2,
      cellebrite: 1,
      intellexa: 1,
    });
  });

  it('a frame that begins empty and stands far below is looked into when the reader comes near', async () => {
    await open(
      `${sentence}<div style="height: 9000px"></div><iframe></iframe><iframe srcdoc="<p>Cameras by Hikvision."></iframe>`,
      `addEventListener('DOMContentLoaded', () => {
        const empty = document.querySelector('iframe').contentDocument;
        empty.body.append('Spyware by Candiru.');
      });`,
    );
    // The one behind it is read at once, though: what it holds is the page's own.
    await counts({ 'nso-group': 1, hikvision: 1 });
    await page.evaluate(() => scrollTo(0, 9000));
    await counts({ 'nso-group': 1, hikvision: 1, candiru: 1 });
  });

  it('the frames of a frameset are read, as old pages have them', async () => {
    const url = `${site}/frameset`;
    browser.sites.serve(
      url,
      `${head}<frameset cols="50%,50%"><frame src="/one"><frame src="/two"></frameset>`,
    );
    page = await browser.newPage(url);
    await page.bringToFront();
    await counts({ candiru: 1, hikvision: 1 });
  });

  it('the card of a name in a frame goes with the frame, and others open', async () => {
    await open(`${sentence}<iframe src="/one"></iframe>`);
    await counts({ 'nso-group': 1, candiru: 1 });
    const at = await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const text = frame.contentDocument!.querySelector('p')!.firstChild!;
      const range = document.createRange();
      range.setStart(text, 11);
      range.setEnd(text, 18);
      const { x, y, width, height } = range.getBoundingClientRect();
      const box = frame.getBoundingClientRect();
      return { x: box.x + frame.clientLeft + x + width / 2, y: box.y + frame.clientTop + y + height / 2 };
    });
    await page.mouse.move(at.x + 60, at.y + 40);
    await page.mouse.move(at.x, at.y, { steps: 12 });
    await expect.poll(async () => (await cardText(browser, page)) ?? '').toContain('Candiru');
    await page.evaluate(() => document.querySelector('iframe')!.remove());
    await counts({ 'nso-group': 1 });
    await page.mouse.move(700, 700, { steps: 4 });
    await expect.poll(() => cardText(browser, page)).toBeUndefined();
    expect(await hoverMark(browser, page, 'NSO Group')).toContain('NSO Group');
    await waitForMarks(page, ['NSO Group']);
  });
});
