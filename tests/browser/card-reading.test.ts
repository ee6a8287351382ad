/** The card for readers who set their browser otherwise: larger text, more contrast, colours of the system's, little room, a screen reader. */
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { openMarkedPage, stepMention } from './support/marked-page.ts';
import { openWithText } from './support/text-size.ts';

const url = 'http://news.localhost/reading';
const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><meta property="article:published_time" content="2022-06-28T10:00:00Z"><title>x</title>
  <style>body { margin: 60px 20px; font: 18px/27px serif } ${style}</style></head><body>${body}</body></html>`;

describe.each(browserNames)('in %s', (name) => {
  describe('with larger text', () => {
    let extension: ExtensionBrowser;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ extension, close } = await openWithText(name, 24));
    });
    afterAll(() => close());

    it('text and card grow with the size that the reader chose, whatever size the page has', async () => {
      const html = pageOf('<p>Cameras by Hikvision.</p>', ':root { font-size: 7px }');
      const page = await openMarkedPage(extension, url, html, { width: 1280, height: 900 });
      await hoverMark(extension, page, 'Hikvision');
      const sizes = await extension.inClosedRoot(page, ':popover-open', (root) => {
        const sizeOf = (selector: string) =>
          parseFloat(getComputedStyle(root.querySelector(selector)!).fontSize);
        return {
          panel: sizeOf('.panel'),
          name: sizeOf('h1'),
          standing: sizeOf('.standing'),
          quiet: sizeOf('header .quiet'),
          inList: sizeOf('.sources ol .quiet'),
          button: sizeOf('footer button'),
          width: root.querySelector('.panel')!.getBoundingClientRect().width,
        };
      });
      expect(sizes).toEqual({
        panel: 20.25,
        name: 24,
        standing: 20.25,
        quiet: 18.75,
        inList: 18.75,
        button: 18,
        width: 600,
      });
      await page.close();
    });
  });

  describe('otherwise as it comes', () => {
    let extension: ExtensionBrowser;
    let page: Page;
    beforeAll(async () => {
      extension = await openBrowser(name, builtFolder[name]);
    });
    afterAll(() => extension.close());
    afterEach(() => page.close());

    it('shows the status also where neither side of the word has room for more than some lines', async () => {
      // A window of 1280 × 900 at 400 %, the name in its middle.
      const html = pageOf(
        '<p>The Xinjiang Production and Construction Corps bought it.</p>',
        'p { margin: 85px 0 }',
      );
      page = await openMarkedPage(extension, url, html.replace('margin: 60px', 'margin: 0'), {
        width: 320,
        height: 225,
      });
      // Without `hoverMark`, which scrolls the name out of the middle.
      await page.mouse.move(250, 200);
      await page.mouse.move(100, 98, { steps: 12 });
      await expect.poll(() => cardText(extension, page)).toContain('Xinjiang Production');
      const places = await extension.inClosedRoot(page, ':popover-open', (root) => {
        const panel = root.querySelector('.panel')!.getBoundingClientRect();
        return {
          height: panel.height,
          over: panel.bottom - root.querySelector('.standing')!.getBoundingClientRect().bottom,
        };
      });
      expect(places!.height).toBeLessThan(160);
      expect(places!.over).toBeGreaterThanOrEqual(0);
    });

    it('keeps its head in view when a screen reader goes to what is only heard', async () => {
      page = await openMarkedPage(extension, url, pageOf('<p>The firm NSO Group is in talks.</p>'));
      await hoverMark(extension, page, 'NSO Group');
      const places = await extension.inClosedRoot(page, ':popover-open', (root) => {
        const panel = root.querySelector('.panel')!;
        panel.classList.add('entered');
        const heard = [...root.querySelectorAll('.body .announce')];
        for (const each of heard) each.scrollIntoView();
        return [heard.length > 3, root.querySelector('.body')!.scrollTop > 0, panel.scrollTop];
      });
      expect(places).toEqual([true, true, 0]);
    });

    it('draws the line of a status beside its first row of words', async () => {
      page = await openMarkedPage(extension, url, pageOf('<p>The spyware Pegasus was sold.</p>'), {
        width: 320,
        height: 800,
      });
      await hoverMark(extension, page, 'Pegasus');
      const places = await extension.inClosedRoot(page, ':popover-open', (root) => {
        const tied = root.querySelector('.tied')!;
        const rows = [...tied.lastElementChild!.getClientRects()];
        const { bottom } = tied.querySelector('.mark')!.getBoundingClientRect();
        return { bottom, rows: rows.map((row) => [row.top, row.bottom]) };
      });
      const [first, second] = places!.rows as [number[], number[] | undefined];
      expect(second ?? (first[1]! - first[0]! > 30 ? first : undefined)).toBeDefined();
      expect(places!.bottom).toBeGreaterThan(first[0]!);
      expect(places!.bottom).toBeLessThan(first[0]! + 20);
    });

    // Its driver has neither the tree that screen readers read nor a preference for contrast.
    if (name === 'chromium') {
      it('is read out by its headings, and no button twice', async () => {
        page = await openMarkedPage(extension, url, pageOf('<p>The firm NSO Group is in talks.</p>'));
        await stepMention(extension, page, 1);
        const tree = (await page.accessibility.snapshot())!;
        const all = (node: SerializedAXNode): SerializedAXNode[] => [
          node,
          ...(node.children ?? []).flatMap(all),
        ];
        const nodes = all(tree);
        const headings = nodes.filter(({ role }) => role === 'heading').map((node) => node.name);
        expect(headings).toEqual([
          'NSO Group',
          'Under a government listing now',
          'When this was published (28 June 2022)',
          'Since then',
          'Key facts',
        ]);
        const buttons = nodes.filter(({ role }) => role === 'button');
        expect(buttons.map((node) => node.name)).toEqual(expect.arrayContaining(['Keep open', 'Close']));
        expect(buttons.filter((node) => node.description === node.name)).toEqual([]);
      });

      it('has the same margin at both sides where scrollbars take no room', async () => {
        const phone = { width: 390, height: 700, isMobile: true, hasTouch: true };
        const html = pageOf(
          '<meta name="viewport" content="width=device-width"><p>The firm NSO Group is in talks.</p>',
        );
        page = await openMarkedPage(extension, url, html, phone);
        await hoverMark(extension, page, 'NSO Group');
        const margins = await extension.inClosedRoot(page, ':popover-open', (root) => {
          const panel = root.querySelector('.panel')!.getBoundingClientRect();
          const { left, right } = root.querySelector('.section')!.getBoundingClientRect();
          return [left - panel.left, panel.right - right];
        });
        expect(margins).toEqual([15, 15]);
      });

      it('has no faint text for readers who want more contrast', async () => {
        page = await openMarkedPage(extension, url, pageOf('<p>The firm NSO Group is in talks.</p>'));
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', {
          features: [{ name: 'prefers-contrast', value: 'more' }],
        });
        await hoverMark(extension, page, 'NSO Group');
        const faint = await extension.inClosedRoot(page, ':popover-open', (root) => {
          const ink = getComputedStyle(root.querySelector('.panel')!).color;
          const plain = root.querySelectorAll('.quiet, .when, .cites, .cites a, h2:not(.standing), .icon');
          return [...plain]
            .filter((each) => getComputedStyle(each).color !== ink)
            .map((each) => each.className);
        });
        expect(faint).toEqual([]);
      });
    }
  });
});
