/** The card in real browsers with the installed extension: opening, staying, going, and what a page cannot do to it. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, marksOf, pressInCard, showMark } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { filler, openMarkedPage, outwait } from './support/marked-page.ts';

const url = 'http://news.localhost/card';
const article = `<!doctype html><html lang="en"><head><meta property="article:published_time" content="2022-06-28T10:00:00Z"><title>Card</title></head>
  <body style="margin: 60px 20px; font: 18px serif"><button id="before">before</button>
  <p>The firm NSO Group is in talks.</p>${filler()}<p>Spyware named Pegasus is sold.</p>${filler()}</body></html>`;

describe.each(browserNames)('the card in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());
  beforeEach(() => open(article));
  afterEach(() => page.close());

  async function open(html: string) {
    page = await openMarkedPage(extension, url, html);
  }
  const card = () => cardText(extension, page);
  const isOpen = async () => (await card()) !== undefined;
  const box = () =>
    extension.inClosedRoot(page, ':popover-open', (root) => {
      const { left, top, right, bottom } = root.querySelector('.panel')!.getBoundingClientRect();
      return { left, top, right, bottom, innerWidth, innerHeight };
    });

  it('shows who, status, the article’s day and since then, and leaves nothing behind', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const text = await hoverMark(extension, page, 'NSO Group');
    expect(text).toMatch(/NSO Group[^]*listing now[^]*Entity List[^]*28 June 2022[^]*Since then[^]*L3Harris/);
    await page.mouse.move(1000, 20, { steps: 5 });
    await expect.poll(isOpen).toBe(false);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('does not open for text that scrolls under a still pointer', async () => {
    const [mark] = await marksOf(page);
    await page.mouse.move(mark!.x, mark!.y + 300);
    await page.mouse.move(mark!.x, mark!.y + 200, { steps: 5 });
    await page.evaluate(() => document.body.style.setProperty('padding-top', '200px'));
    await page.mouse.wheel({ deltaY: 1 });
    const [moved] = await marksOf(page);
    expect(Math.abs(moved!.y - (mark!.y + 200))).toBeLessThan(8);
    // The jolt of a hand on the wheel is no pointing either.
    await page.mouse.move(mark!.x + 2, mark!.y + 200);
    await outwait(page);
    expect(await isOpen()).toBe(false);
    await page.mouse.move(mark!.x + 8, mark!.y + 200, { steps: 4 });
    await expect.poll(isOpen).toBe(true);
  });

  it('opens though the page scrolls its last pixel, and not where the name goes away', async () => {
    const { x, y } = await showMark(page, 'Pegasus');
    /** The page scrolls in the very frame in which the pointer came to the name. */
    const scrollAtMove = (px: number) =>
      page.evaluate((top) => {
        const scroll = () => scrollBy({ top, behavior: 'instant' });
        addEventListener('mousemove', () => requestAnimationFrame(scroll), { once: true });
      }, px);
    for (const px of [90, -90]) {
      await page.mouse.move(x + 200, y + 60, { steps: 4 });
      await scrollAtMove(px);
      await page.mouse.move(x, y);
      await expect
        .poll(async () => (await marksOf(page)).find(({ text }) => text === 'Pegasus')?.y)
        .not.toBe(y);
      await outwait(page);
      expect(await isOpen()).toBe(false);
      await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), -px);
      await expect.poll(async () => (await marksOf(page)).find(({ text }) => text === 'Pegasus')?.y).toBe(y);
    }
    await page.mouse.move(x + 200, y + 60, { steps: 4 });
    await scrollAtMove(1);
    await page.mouse.move(x, y);
    await expect.poll(isOpen).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  it('stays on the way to the card and on it, goes with Esc, and does not come back by itself', async () => {
    await hoverMark(extension, page, 'NSO Group');
    const at = (await box())!;
    await page.mouse.move(at.left + 150, at.top + 120, { steps: 20 });
    await outwait(page);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    await outwait(page);
    expect(await isOpen()).toBe(false);
  });

  it('covers no line of a name that wraps, and stays beside the one that was pointed at', async () => {
    await open(`<!doctype html><html lang="en"><title>Wrapped</title><body style="margin: 60px 400px; font: 18px/30px serif">
      <p style="width: 300px"><span style="display: inline-block; width: 240px"></span>NSO Group is in talks.</p>${filler()}</body></html>`);
    const lines = await page.evaluate(() => {
      const text = document.querySelector('p')!.lastChild!;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, 'NSO Group'.length);
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
        left,
        top,
        right,
        bottom,
      }));
    });
    const [first, second] = lines as [DOMRect, DOMRect];
    expect(second.top).toBeGreaterThan(first.top);
    expect(second.left).toBeLessThan(first.left);
    for (const line of [first, second]) {
      await page.mouse.move(line.left + 10, line.top - 50);
      await page.mouse.move(line.left + 10, line.top + 8, { steps: 8 });
      await expect.poll(card).toBeTruthy();
      const at = (await box())!;
      expect(at.top).toBeGreaterThan(second.bottom);
      expect(Math.abs(at.left - line.left)).toBeLessThan(2);
      await page.mouse.move(at.left + 100, at.top + 60, { steps: 8 });
      await outwait(page);
      expect(await box()).toEqual(at);
      await page.keyboard.press('Escape');
    }
  });

  it('stays where it is pinned', async () => {
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /keep open/i);
    await page.mouse.move(1100, 700, { steps: 8 });
    await page.mouse.click(1100, 700);
    await outwait(page);
    expect(await isOpen()).toBe(true);
    await pressInCard(extension, page, /^close$/i);
    await expect.poll(isOpen).toBe(false);
  });

  it('lets the wheel scroll the page while the pointer has not gone to the card', async () => {
    await hoverMark(extension, page, 'NSO Group');
    await page.mouse.wheel({ deltaY: 60 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
  });

  it('cannot be driven by events that a page makes up', async () => {
    const [mark] = await marksOf(page);
    const forge = () =>
      page.evaluate(({ x, y }) => {
        for (const type of ['pointerover', 'pointermove', 'mousemove', 'pointerdown', 'pointerup', 'click']) {
          for (let step = 20; step >= 0; step--) {
            const init = {
              bubbles: true,
              composed: true,
              clientX: x - step,
              clientY: y,
              screenX: x - step,
              screenY: y,
              pointerType: 'mouse',
            };
            const target = document.elementFromPoint(x, y) ?? document.body;
            target.dispatchEvent(
              type.startsWith('pointer') ? new PointerEvent(type, init) : new MouseEvent(type, init),
            );
          }
        }
        document.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        );
      }, mark!);
    await forge();
    await outwait(page);
    expect(await isOpen()).toBe(false);
    await hoverMark(extension, page, 'NSO Group');
    await forge();
    await outwait(page);
    expect(await isOpen()).toBe(true);
  });

  it('keeps its look and place under hostile styles and a policy that forbids all', async () => {
    await page.close();
    await open(`<!doctype html><html lang="en" style="zoom: 1.5; font-size: 40px"><head>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'">
      <style>* , div, [popover], :popover-open { all: unset !important; display: none !important; opacity: 0 !important; transform: scale(3) rotate(40deg) !important;
        position: static !important; pointer-events: none !important; filter: blur(9px) !important; --paper: red !important; color: red !important; clip-path: inset(50%) !important; }
        html, body, p { display: block !important; opacity: 1 !important; transform: none !important; filter: none !important; clip-path: none !important; }
        head, style, meta { display: none !important }</style></head>
      <body><p>The firm NSO Group is in talks.</p></body></html>`);
    await hoverMark(extension, page, 'NSO Group');
    const look = await extension.inClosedRoot(page, ':popover-open', (root) => {
      const panel = root.querySelector('.panel')!;
      const style = getComputedStyle(panel);
      const host = getComputedStyle(root.host);
      return {
        width: panel.getBoundingClientRect().width,
        colour: style.color,
        host: [host.opacity, host.transform, host.filter, host.display, host.position, host.clipPath],
      };
    });
    expect(look!.host).toEqual(['1', 'none', 'none', 'block', 'fixed', 'none']);
    expect(look!.colour).not.toBe('rgb(255, 0, 0)');
    expect(Math.round(look!.width)).toBe(400);
    await pressInCard(extension, page, /why marked/i);
    await expect.poll(card).toMatch(/marked because/i);
  });

  it('can be used for a word inside a modal dialog', async () => {
    await page.close();
    await open(`<!doctype html><html lang="en"><body><dialog><p style="margin: 40px">The firm NSO Group is in talks.</p></dialog><p>Candiru too.</p>
      <script>document.querySelector('dialog').showModal()</script></body></html>`);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /why marked/i);
    await expect.poll(card).toMatch(/marked because/i);
  });

  it('opens beside a strip that scrolls by itself', async () => {
    await page.close();
    await open(`<!doctype html><html lang="en"><body style="margin: 60px">
      <div style="width: 300px; overflow: hidden; white-space: nowrap">${'Stocks rise and fall. '.repeat(100)}</div><p>The firm NSO Group is in talks.</p>
      <script>const strip = document.querySelector('div'); setInterval(() => (strip.scrollLeft = (strip.scrollLeft + 2) % 2000), 30)</script></body></html>`);
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/Entity List/);
  });

  it.each([
    ['its element', '<div class="strip">SLIDES</div>'],
    [
      'a component around it',
      '<x-strip><template shadowrootmode="open"><div style="overflow: hidden"><slot></slot></div></template>SLIDES</x-strip>',
    ],
  ])('does not open where a name would stand that %s cuts off', async (_, strip) => {
    await page.close();
    const slides = '<div style="display: flex; width: 900px"><p>Candiru</p><p>NSO Group</p></div>';
    await open(`<!doctype html><html lang="en"><style>.strip, x-strip { display: block; width: 300px; overflow: hidden }
      x-strip { overflow: visible } p { width: 300px }</style><body>${strip.replace('SLIDES', slides)}</body></html>`);
    const cut = (await marksOf(page)).find((mark) => mark.text === 'NSO Group')!;
    await page.mouse.move(cut.x + 100, cut.y + 60);
    await page.mouse.move(cut.x, cut.y, { steps: 12 });
    await outwait(page);
    expect(await card()).toBeUndefined();
    // What is not cut off has its card also where the page lets the pointer through it.
    await page.evaluate(() => {
      const [first, last] = document.querySelectorAll('p');
      first!.style.display = 'none';
      last!.style.pointerEvents = 'none';
    });
    expect(await hoverMark(extension, page, 'NSO Group')).toMatch(/Entity List/);
  });

  it('leaves Esc to a dialog that came over it', async () => {
    await page.close();
    await open(`<!doctype html><html lang="en"><body><p style="margin: 40px">The firm NSO Group is in talks.</p>
      <dialog>Do you agree?</dialog></body></html>`);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /keep open/i);
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog')!.open);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
  });

  it('can be pressed for a word inside a popover of the page, and leaves that open', async () => {
    await page.close();
    await open(`<!doctype html><html lang="en"><body><section popover style="margin: 40px; width: 400px">The firm NSO Group is in talks.</section>
      <script>document.querySelector('section').showPopover()</script></body></html>`);
    await hoverMark(extension, page, 'NSO Group');
    await pressInCard(extension, page, /why marked/i);
    await expect.poll(card).toMatch(/marked because/i);
    expect(await page.$('section:popover-open')).not.toBeNull();
  });

  it('is seen over a frame that fills the screen', async () => {
    await page.close();
    extension.sites.serve(
      `${url}/frame`,
      '<!doctype html><html lang="en"><body><p style="margin: 50px">NSO Group</p><button>Full screen</button></body></html>',
    );
    await open(`<!doctype html><html lang="en"><body><p>Candiru</p><iframe src="${url}/frame" allowfullscreen></iframe>
      <script>addEventListener('load', () => { const [frame] = document.querySelectorAll('iframe');
        frame.contentDocument.querySelector('button').onclick = () => frame.requestFullscreen() })</script></body></html>`);
    const frame = page.frames()[1]!;
    await frame.click('button');
    await page.waitForFunction(
      () => document.fullscreenElement && document.querySelector('iframe')!.clientWidth > 600,
    );
    await frame.waitForFunction(() => CSS.highlights.size > 0);
    const { x, y } = await frame.$eval('p', (p) => p.getBoundingClientRect().toJSON() as DOMRect);
    await page.mouse.move(x + 150, y + 90);
    await page.mouse.move(x + 20, y + 10, { steps: 12 });
    await page.waitForFunction(() => document.querySelector('div[popover]')?.checkVisibility());
  });

  it.each([
    ['top left', 'top: 0; left: 0'],
    ['top right', 'top: 0; right: 0'],
    ['bottom left', 'bottom: 0; left: 0'],
    ['bottom right', 'bottom: 0; right: 0'],
    ['the middle of a narrow window', 'top: 45%; left: 20px', 360],
  ])('stays inside the window at the %s', async (_, place, width = 1280) => {
    await open(
      `<!doctype html><html lang="en"><body><p style="position: fixed; margin: 4px; ${place}">NSO Group</p></body></html>`,
    );
    await page.setViewport({ width, height: 640 });
    const mark = await showMark(page, 'NSO Group');
    await page.mouse.move(width / 2, 400);
    await page.mouse.move(mark.x, mark.y, { steps: 10 });
    await expect.poll(isOpen).toBe(true);
    await expect.poll(async () => (await box())!.top).toBeGreaterThan(0);
    const { left, top, right, bottom, innerWidth, innerHeight } = (await box())!;
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(8);
    expect(right).toBeLessThanOrEqual(innerWidth - 8);
    expect(bottom).toBeLessThanOrEqual(innerHeight - 8);
    expect(bottom - top).toBeGreaterThan(160);
    // Not over its own word.
    expect(mark.y < top || mark.y > bottom).toBe(true);
  });
});
