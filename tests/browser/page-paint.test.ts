/** In real browsers with the installed extension: the pixels of the line stand under names, wherever they are in the page. */
/* eslint-disable @typescript-eslint/no-deprecated -- pages still call document.write */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const host = 'http://paint.localhost';
const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Paint</title>${head}</head><body>${body}</body></html>`;
/** What a page might try, each in its own way, to restyle or hide the line. */
const hostile = `<style>
  ::highlight(sidelight-listed-line) { text-decoration: none !important; background: none !important }
  * ::highlight(sidelight-listed-line) { text-decoration-line: none !important }
  #hostile * { all: unset !important }
  @layer one { :root ::highlight(sidelight-listed-line) { all: unset !important } }
</style>`;
const body = `
  <div id="top">NSO Group</div>
  <div id="frame"><iframe src="${host}/frame"></iframe></div>
  <div id="srcdoc"><iframe srcdoc="<p>NSO Group</p>"></iframe></div>
  <div id="blank"><iframe></iframe></div>
  <div id="nested-frame"><iframe srcdoc="&lt;iframe srcdoc='NSO Group'&gt;&lt;/iframe&gt;"></iframe></div>
  <div id="shadow"></div><div id="nested-shadow"></div><div id="bare-shadow"></div><section id="sheet-shadow"><x-host></x-host></section>
  <div id="hostile"><p>NSO Group</p></div>
  <footer>${'<i></i>'.repeat(400)}</footer>
  <style>div, section { height: 40px; overflow: hidden } iframe { border: 0; height: 60px; margin: -8px 0 } #nested-frame { height: 90px }</style>
  <script>
    const root = (host, html) => { const shadow = host.attachShadow({ mode: 'open' }); shadow.innerHTML = html; return shadow };
    document.querySelector('#blank iframe').contentDocument.body.append('NSO Group');
    root(document.querySelector('#shadow'), '<p>NSO Group</p>');
    root(root(document.querySelector('#nested-shadow'), '<span></span>').querySelector('span'), '<p>NSO Group</p>');
    root(document.querySelector('#bare-shadow'), 'NSO Group');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(sidelight-listed-line) { text-decoration: none !important; color: #0f0 !important }');
    root(document.querySelector('#sheet-shadow x-host'), '<p>NSO Group</p>').adoptedStyleSheets = [sheet];
  </script>`;

/** The extension API inside `inExtension`. */
declare const browser: {
  storage: { local: { set(items: object): Promise<void> } };
  tabs: { sendMessage(tab: number, message: object): Promise<unknown> };
};

describe.each(browserNames)('the line in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  const messages: string[] = [];
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
    extension.sites.serve(`${host}/frame`, html('NSO Group'));
    extension.sites.serve(`${host}/frame?again`, html('NSO Group'));
    extension.sites.serve(`${host}/`, html(body, hostile));
    extension.sites.serve(`${host}/favicon.ico`, '');
    page = await extension.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(`${host}/`);
  });
  afterAll(() => extension.close());

  /** How many pixels of the colour each of the places shows. */
  async function pixelsOf(ids: readonly string[], [red, green, blue]: readonly [number, number, number]) {
    const image = await page.screenshot({ encoding: 'base64' });
    return page.evaluate(
      async (png, wanted, colour) => {
        const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d', {
          willReadFrequently: true,
        })!;
        context.drawImage(picture, 0, 0);
        return Object.fromEntries(
          wanted.map((id) => {
            const { left, top, width, height } = document.getElementById(id)!.getBoundingClientRect();
            const { data } = context.getImageData(left, top, width, height);
            let count = 0;
            for (let k = 0; k < data.length; k += 4)
              if (colour.every((value, part) => Math.abs(value - data[k + part]!) < 12)) count++;
            return [id, count];
          }),
        );
      },
      image,
      ids,
      [red, green, blue],
    );
  }
  const line = [0xd6, 0x3a, 0x2c] as const;
  const places = ['top', 'frame', 'srcdoc', 'blank', 'nested-frame', 'shadow', 'nested-shadow', 'sheet-shadow', 'hostile']; // prettier-ignore
  // Firefox 153 paints no highlight on text that has no element between itself and its shadow root.
  if (name === 'chromium') places.push('bare-shadow');
  /** Places without a line: fewer pixels than its dots would have. */
  const bare = async (wanted = places) =>
    Object.entries(await pixelsOf(wanted, line)).flatMap(([place, count]) => (count > 60 ? [] : [place]));

  const hasRuleForAll = () =>
    page.evaluate(() => {
      const style = getComputedStyle(
        document.querySelector('footer > i')!,
        '::highlight(sidelight-listed-line)',
      );
      return style.textDecorationLine !== 'none';
    });

  it('is painted in frames and open shadow roots, however deep, and no page rule takes it away', async () => {
    await expect.poll(() => bare(), { timeout: 10_000 }).toEqual([]);
    // Else all this would be true by a rule for all elements.
    expect(await hasRuleForAll()).toBe(false);
  });

  it('is painted in frames that come, are filled or go elsewhere later', async () => {
    await page.evaluate((address) => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<div id="late"><iframe src="${address}"></iframe></div><div id="rewritten"><iframe></iframe></div>
        <div id="moved-on"><iframe srcdoc="<p>NSO Group</p>"></iframe></div>`,
      );
      const { contentDocument } = document.querySelector<HTMLIFrameElement>('#rewritten iframe')!;
      contentDocument!.open();
      contentDocument!.write('<p>NSO Group</p>');
      contentDocument!.close();
    }, `${host}/frame`);
    await expect.poll(() => bare(['late', 'rewritten', 'moved-on']), { timeout: 10_000 }).toEqual([]);
    await page.evaluate((address) => {
      document.querySelector<HTMLIFrameElement>('#moved-on iframe')!.src = address;
      document.querySelector('#moved-on iframe')!.removeAttribute('srcdoc');
    }, `${host}/frame?again`);
    await page.waitForFunction(() =>
      document.querySelector<HTMLIFrameElement>('#moved-on iframe')!.contentDocument?.URL.endsWith('again'),
    );
    await expect.poll(() => bare([...places, 'moved-on']), { timeout: 10_000 }).toEqual([]);
  });

  it('is painted in elements of any name, in slots, and where the page moves a name to or puts it into another element', async () => {
    await page.evaluate(() => {
      const add = (id: string, inner: string) => {
        document.body.insertAdjacentHTML('afterbegin', `<div id="${id}">${inner}</div>`);
        return document.getElementById(id)!;
      };
      add('odd-name', '<o:p>NSO Group</o:p>');
      add('custom', '<x-name>NSO Group</x-name>');
      add('split', '<b>NSO</b> <i>Group</i>');
      for (const mode of ['open', 'closed'] as const) {
        const root = add(`slot-${mode}`, '<x-host>NSO Group</x-host>').firstElementChild!.attachShadow({
          mode,
        });
        root.innerHTML = '<p style="margin:0"><slot></slot></p>';
      }
      add('moved', '<section><p>NSO Group</p></section>');
      add('changed', '<q>Nobody</q>');
    });
    const added = ['odd-name', 'custom', 'split', 'slot-open', 'slot-closed', 'moved'];
    await expect.poll(() => bare(added), { timeout: 10_000 }).toEqual([]);
    await page.evaluate(() => {
      const moved = document.querySelector('#moved p')!;
      document.querySelector('#moved')!.innerHTML = '<aside><ul><li></li></ul></aside>';
      document.querySelector('#moved li')!.append(moved);
      document.querySelector('#changed q')!.firstChild!.nodeValue = 'NSO Group';
      // Wrapped: the text and its element stay the same.
      const kept = document.querySelector('#custom x-name')!;
      const around = document.createElement('ins');
      kept.replaceWith(around);
      around.append(kept);
    });
    await expect.poll(() => bare([...added, 'changed']), { timeout: 10_000 }).toEqual([]);
    expect(await hasRuleForAll()).toBe(false);
  });

  it('has its tint, and the ring its fill', async () => {
    const tint = [0xf7, 0xd6, 0xd3] as const;
    const ring = [0xff, 0xd8, 0x4d] as const;
    const settings = { version: 1, lineStyle: 'tint' };
    await extension.inExtension((stored) => browser.storage.local.set({ settings: stored }), settings);
    // What asks the extension is a tab that comes in front.
    await page.bringToFront();
    const tinted = ['top', 'shadow', 'frame'];
    const hasAll = async (wanted: readonly string[], colour: readonly [number, number, number]) =>
      Object.values(await pixelsOf(wanted, colour)).every((count) => count > 200);
    await expect.poll(() => hasAll(tinted, tint)).toBe(true);
    const tab = await extension.tabId(page);
    const goTo = { type: 'go-to-mention', entity: 'nso-group', index: 0 };
    await extension.inExtension((id, message) => browser.tabs.sendMessage(id, message), tab, goTo);
    await page.bringToFront();
    const ringed = await page.evaluate(() => {
      const [range] = CSS.highlights.get('sidelight-ring') as unknown as Set<StaticRange>;
      return range!.startContainer.parentElement!.closest('[id]')!.id;
    });
    await expect.poll(() => hasAll([ringed], ring)).toBe(true);
  });

  it('says nothing in the page’s console', () => {
    expect(messages).toEqual([]);
  });
});
