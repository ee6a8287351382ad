/**
 * The card is clean for axe in every state and both themes. axe cannot see into a closed shadow root, so what stands in it
 * (elements and styles, as they are) is copied into an open one on a page of its own, at the same place.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { cardText, hoverMark, pressInCard, waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { stepMention } from './support/marked-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dated = '<meta property="article:published_time" content="2022-06-28T10:00:00Z">';
const pageOf = (text: string, head = dated) =>
  `<!doctype html><html lang="en"><head>${head}<title>x</title></head><body><p style="margin-top: 60px">${text}</p></body></html>`;

/** Runs in the extension. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };

interface State {
  name: string;
  text: string;
  mark: string;
  head?: string;
  /** After the card has opened. */
  then?: (page: Page) => Promise<unknown>;
}

describe('the card for axe', () => {
  let extension: ExtensionBrowser;
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-card-'));
  beforeAll(async () => {
    cpSync(builtFolder.chromium, folder, { recursive: true });
    // One card is missing: how that looks is a state too.
    rmSync(join(folder, 'cards/candiru.json'));
    extension = await openBrowser('chromium', folder);
  });
  afterAll(async () => {
    await extension.close();
    rmSync(folder, { recursive: true });
  });

  const press = (label: RegExp) => (page: Page) => pressInCard(extension, page, label);
  const unfold = (page: Page) =>
    extension.inClosedRoot(page, ':popover-open', (root) => {
      for (const details of root.querySelectorAll('details')) details.open = true;
      root.querySelector<HTMLElement>('.changes + .plain')?.focus();
    });
  const states: State[] = [
    { name: 'listed', text: 'The firm NSO Group is in talks.', mark: 'NSO Group' },
    { name: 'listed many times, all unfolded', text: 'Cameras by Hikvision.', mark: 'Hikvision', then: unfold }, // prettier-ignore
    { name: 'was listed', text: 'The firm Sandvine sold it.', mark: 'Sandvine' },
    { name: 'not listed', text: 'The firm Cellebrite sold it.', mark: 'Cellebrite' },
    { name: 'without a date', text: 'The firm Cellebrite sold it.', mark: 'Cellebrite', head: '' },
    { name: 'an instrument', text: 'NSO Group is on the Entity List.', mark: 'Entity List' },
    { name: 'missing', text: 'The firm Candiru sold it.', mark: 'Candiru' },
    { name: 'why marked', text: 'The firm NSO Group is in talks.', mark: 'NSO Group', then: press(/why marked/i) }, // prettier-ignore
    { name: 'not this one', text: 'The firm NSO Group is in talks.', mark: 'NSO Group', then: press(/not this one/i) }, // prettier-ignore
    { name: 'pinned', text: 'The firm NSO Group is in talks.', mark: 'NSO Group', then: press(/keep open/i) },
    { name: 'another entity, with the way back', text: 'The spyware Pegasus is sold.', mark: 'Pegasus', then: openMaker }, // prettier-ignore
    { name: 'dismissed', text: 'The firm NSO Group is in talks.', mark: 'NSO Group', then: dismissHere },
  ];

  async function openMaker(page: Page) {
    await press(/keep open/i)(page);
    await extension.inClosedRoot(page, ':popover-open', (root) => {
      root.querySelector('.ties')!.scrollIntoView();
    });
    await press(/^NSO Group$/)(page);
    await expect.poll(() => cardText(extension, page)).toMatch(/^\s*NSO Group/);
  }
  async function dismissHere(page: Page) {
    await press(/not this one/i)(page);
    await expect
      .poll(async () => {
        if (/will not be marked/i.test((await cardText(extension, page)) ?? '')) return true;
        await press(/on this page/i)(page);
        return false;
      })
      .toBe(true);
  }

  async function findings(page: Page): Promise<string[]> {
    const copy = await extension.inClosedRoot(page, ':popover-open', (root) => ({
      html: root.innerHTML,
    }));
    extension.sites.serve(
      'http://copy.localhost/',
      '<!doctype html><html lang="en"><title>A card</title><main><h1>A page</h1><div id="host"></div></main></html>',
    );
    const on = await extension.newPage('http://copy.localhost/');
    await on.evaluate((html) => {
      document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = html;
    }, copy!.html);
    await on.evaluate(axeSource);
    // As it is, where what scrolling hides in part counts as too small a target; then with nothing hidden.
    const found = await on.evaluate(runAxe, ['target-size']);
    await on.setViewport({ width: 1280, height: 3000 });
    await on.evaluate(() => {
      const panel = document.querySelector('#host')!.shadowRoot!.querySelector<HTMLElement>('.panel')!;
      panel.style.maxHeight = 'none';
    });
    found.push(...(await on.evaluate(runAxe, [])));
    await on.close();
    return found;
  }

  describe.each(['light', 'dark'])('%s', (theme) => {
    beforeAll(() =>
      extension.inExtension((settings) => browser.storage.local.set({ settings }), { version: 1, theme }),
    );

    it.each(states)('$name', async ({ name, text, mark, head, then }) => {
      // A page of its own each time: a dismissal is kept for the page.
      const url = `http://news.localhost/${theme}/${encodeURIComponent(name)}`;
      extension.sites.serve(url, pageOf(text, head));
      const page = await extension.newPage(url);
      await page.bringToFront();
      await hoverMark(extension, page, mark);
      await then?.(page);
      expect(await findings(page)).toEqual([]);
      await page.close();
    });

    it('opened by keyboard', async () => {
      const url = `http://news.localhost/${theme}/keyboard`;
      extension.sites.serve(url, pageOf('The firm NSO Group is in talks.'));
      const page = await extension.newPage(url);
      await waitForMarks(page, ['NSO Group']);
      await stepMention(extension, page, 1);
      await expect.poll(() => cardText(extension, page)).toContain('NSO Group');
      expect(await findings(page)).toEqual([]);
      await page.close();
    });
  });
});

/** Runs in the copy's page. */
async function runAxe(without: string[]): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof Axe };
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const { violations, passes } = await axe.run({ runOnly: tags, rules });
  if (!passes.some(({ id }) => id === 'aria-dialog-name')) return ['axe did not see the card'];
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
