/** The card by keyboard alone: reached, read, used and left, with the focus always where the reader is. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { filler, openMarkedPage, stepMention } from './support/marked-page.ts';

const url = 'http://news.localhost/keyboard';
const article = `<!doctype html><html lang="en"><title>Card</title>
  <body style="margin: 60px 20px; font: 18px serif"><button id="before">before</button>
  <p>The firm NSO Group is in talks.</p>${filler()}<p>Spyware named Pegasus is sold.</p>${filler()}</body></html>`;

describe.each(browserNames)('the card by keyboard in %s', (name) => {
  let extension: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extension = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => extension.close());
  afterEach(() => page.close());

  async function open(html: string) {
    page = await openMarkedPage(extension, url, html);
  }
  const card = () => cardText(extension, page);
  const isOpen = async () => (await card()) !== undefined;
  const focused = () =>
    extension.inClosedRoot(page, ':popover-open', ({ activeElement: element }) =>
      element?.role === 'dialog'
        ? 'the card'
        : (element?.ariaLabel ?? (element && (element.textContent || (element as HTMLElement).title))),
    );
  const step = (by: 1 | -1) => stepMention(extension, page, by);
  /** As often as it takes; a card has some forty stops. */
  async function tabTo(label: string) {
    for (let count = 0; count < 100 && (await focused()) !== label; count++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(label);
  }

  it('is reached, read and left by keyboard alone, and gives the focus back', async () => {
    await open(article);
    await page.focus('#before');
    await step(1);
    expect(await card()).toContain('NSO Group');
    await expect.poll(focused).not.toBeNull();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Keep open');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused()).toBe('Copy citation');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Keep open');
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    await step(1);
    expect(await card()).toContain('Pegasus');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  it('keeps the focus when what was pressed makes way, and gives it back from there', async () => {
    await open(article);
    await page.focus('#before');
    await step(1);
    await expect.poll(focused).toBe('the card');
    await tabTo('Pegasus');
    await page.keyboard.press('Enter');
    await expect.poll(card).toMatch(/^\s*Pegasus/);
    expect(await focused()).toBe('the card');
    await tabTo('Back');
    await page.keyboard.press('Enter');
    await expect.poll(card).toMatch(/^\s*NSO Group/);
    expect(await focused()).toBe('the card');
    await tabTo('Not this one');
    await page.keyboard.press('Enter');
    await tabTo('On this page');
    // A choice that is stored is refused in the moment after the card appeared or moved.
    const choose = async () => {
      if ((await focused()) === 'On this page') await page.keyboard.press('Enter');
      return focused();
    };
    await expect.poll(choose, { interval: 300 }).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Not this one');
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  it('shows the whole ring of what has the focus where its body scrolls', async () => {
    await open(article);
    await step(1);
    await expect.poll(focused).toBe('the card');
    /** Of the link that has the focus, how far the nearer edge of what scrolls is. */
    const roomPx = () =>
      extension.inClosedRoot(page, ':popover-open', (root) => {
        const body = root.querySelector('.body')!;
        const element = root.activeElement;
        // Firefox has a stop for what scrolls itself.
        if (!element || element === body || !body.contains(element)) return null;
        const [inner, outer] = [element.getBoundingClientRect(), body.getBoundingClientRect()];
        return Math.min(inner.top - outer.top, outer.bottom - inner.bottom);
      });
    const rooms: number[] = [];
    for (let count = 0; count < 14; count++) {
      await page.keyboard.press('Tab');
      const room = await roomPx();
      if (typeof room === 'number') rooms.push(room);
    }
    expect(rooms.length).toBeGreaterThan(8);
    expect(Math.min(...rooms)).toBeGreaterThanOrEqual(4);
  });

  it('has the keyboard in a page whose overlay keeps it to itself', async () => {
    await open(`<!doctype html><html lang="en"><body><div role="dialog" tabindex="-1">The firm NSO Group is in talks.</div>
      <script>const overlay = document.querySelector('div'); overlay.focus();
        document.addEventListener('focusin', (event) => overlay.contains(event.target) || overlay.focus())</script></body></html>`);
    await step(1);
    await expect.poll(focused).not.toBeNull();
  });

  it('can be used for a word behind a modal dialog', async () => {
    await open(`<!doctype html><html lang="en"><body><p>The firm NSO Group is in talks.</p><dialog>Do you agree? <button>Yes</button></dialog>
      <script>document.querySelector('dialog').showModal()</script></body></html>`);
    await step(1);
    await expect.poll(focused).toBe('the card');
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    const dialog = await page.evaluate(() => ({
      isOpen: document.querySelector('dialog')!.open,
      focused: document.activeElement?.localName,
    }));
    expect(dialog).toEqual({ isOpen: true, focused: 'button' });
  });
});
