/** The screens in use, in both browsers: what a reader types, presses and chooses does what it says. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { hoverMark, waitForMarks, waitForTab } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const textOf = (page: Page, selector = 'body') =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
/** Puppeteer's own refuses SVG links. */
const focus = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector<SVGElement | HTMLElement>(wanted)!.focus(), selector);
const entriesOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.entry a')].map((link) => link.textContent));
const search = (page: Page) => page.evaluate(() => location.search);

/** What the page copies is kept here instead: the clipboard belongs to the whole machine. */
interface CopyingWindow {
  copied?: string;
}
const keepCopies = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text: string) => void ((window as CopyingWindow).copied = text),
    });
  });
async function pressAndTakeCopy(page: Page, label: string): Promise<string> {
  await page.evaluate((words) => {
    delete (window as CopyingWindow).copied;
    [...document.querySelectorAll('button')].find((button) => button.textContent === words)!.click();
  }, label);
  return (await (await page.waitForFunction(() => (window as CopyingWindow).copied)).jsonValue())!;
}

describe.each(browserNames)('screens in use in %s', (name) => {
  let browser: ExtensionBrowser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
    folder = await mkdtemp(join(tmpdir(), 'sidelight-screens-'));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  async function open(path: string, ready: string): Promise<Page> {
    const page = await browser.openExtensionPage(path);
    await page.waitForSelector(ready);
    return page;
  }

  describe('the directory', () => {
    test('finds by any name while typing, and keeps the words in the address', async () => {
      const page = await open('directory.html', '.entry');
      await page.type('input[type=search]', 'q cyber');
      await page.waitForFunction(() => document.querySelectorAll('.entry').length < 5);
      expect((await entriesOf(page)).join()).toMatch(/NSO Group|Q Cyber/);
      await expect.poll(() => search(page)).toBe('?q=q+cyber');
      await page.close();
    });

    test('words that no name has show the names that they may have been meant for, and say so', async () => {
      const page = await open('directory.html', '.entry');
      await page.type('input[type=search]', 'palentir');
      await expect.poll(() => entriesOf(page)).toEqual([expect.stringContaining('Palantir')]);
      expect(await page.$eval('[role=status]', (status) => status.textContent)).toMatch(/perhaps/i);
      await page.type('input[type=search]', 'zz');
      await page.waitForSelector('main > .notice');
      expect(await page.$eval('[role=status]', (status) => status.textContent)).not.toMatch(/perhaps/i);
      await page.close();
      const popup = await open('popup.html?tab=0', 'input[type=search]');
      await popup.type('input[type=search]', 'NSO Gruop');
      await popup.waitForSelector('.results a');
      expect(await popup.$eval('search', (all) => all.innerText)).toMatch(/perhaps[^]*NSO Group/i);
      await popup.close();
    });

    test('filters and sorts, tells how many, and clears', async () => {
      const page = await open('directory.html', '.entry');
      const before = await textOf(page, '[role=status]');
      await page.select('.filter select', 'instrument');
      await page.waitForFunction(
        (old) => document.querySelector('[role=status]')!.textContent !== old,
        {},
        before,
      );
      expect(await entriesOf(page)).toContain('Entity List');
      await page.select('.filter:last-child select', 'events');
      await page.waitForFunction(() => location.search === '?kind=instrument&sort=events');
      const events = await page.evaluate(() =>
        [...document.querySelectorAll('.entry > :last-child')].map((line) =>
          Number(/(\d+) events?/.exec(line.textContent.replace('One event', '1 event'))?.[1]),
        ),
      );
      expect(events.length).toBeGreaterThan(5);
      expect(events).toEqual([...events].sort((a, b) => b - a));
      await page.evaluate(() => document.querySelector<HTMLElement>('main .button')!.click());
      await page.waitForFunction(
        (all) => document.querySelector('[role=status]')!.textContent === all,
        {},
        before,
      );
      await expect.poll(() => search(page)).toBe('');
      await page.close();
    });

    test('with the keyboard, more entries begin at the first of them, and clearing ends in the search field', async () => {
      const page = await open('directory.html?kind=product', '.entry:nth-child(100)');
      await page.evaluate(() => document.querySelector<HTMLElement>('.results + .button')!.focus());
      await page.keyboard.press('Enter');
      await page.waitForSelector('.entry:nth-child(101)');
      const isThere = () =>
        page.evaluate(() => document.querySelector('.entry:nth-child(101) a') === document.activeElement);
      await expect.poll(isThere).toBe(true);
      await page.evaluate(() => document.querySelector<HTMLElement>('.row .button')!.focus());
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
        .toBe('search');
      await expect.poll(() => search(page)).toBe('');
      await page.close();
    });

    test('opens at what its address says, and again on the way back from a profile', async () => {
      const page = await open('directory.html?q=pegasus&kind=product', '.entry');
      expect(await page.$eval('input[type=search]', (input) => input.value)).toBe('pegasus');
      expect(await entriesOf(page)).toContain('Pegasus');
      await page.evaluate(() => document.querySelector<HTMLElement>('.entry a[href$="id=pegasus"]')!.click());
      await page.waitForSelector('.profile');
      await page.evaluate(() => history.back());
      await page.waitForSelector('.entry');
      expect(await search(page)).toBe('?q=pegasus&kind=product');
      expect(await page.$eval('input[type=search]', (input) => input.value)).toBe('pegasus');
      await page.close();
    });
  });

  describe('the profile', () => {
    test('the timeline is one stop for Tab; arrows move in it and Enter goes to the entry', async () => {
      const page = await open('profile.html?id=nso-group', '.timeline a');
      expect(
        await page.$$eval('.timeline a', (links) => links.filter((link) => link.tabIndex === 0).length),
      ).toBe(1);
      await focus(page, '.timeline a[tabindex="0"]');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      const target = await page.evaluate(() => document.activeElement!.getAttribute('href'));
      expect(target).toBe(await page.$$eval('.timeline a', (links) => links[2]!.getAttribute('href')));
      await page.keyboard.press('Enter');
      await page.waitForFunction((id) => document.querySelector(`.current-claim${id}`), {}, target!);
      await focus(page, '.timeline a[tabindex="0"]');
      await page.keyboard.press('End');
      // The last stop is the last listing.
      expect(await page.evaluate(() => document.activeElement!.getAttribute('href'))).toMatch(/^#l/);
      await page.close();
    });

    // Puppeteer has the tree that screen readers read in Chromium only.
    if (name === 'chromium')
      test('a dot of the timeline is read out once', async () => {
        const page = await open('profile.html?id=nso-group', '.timeline a');
        const dot = await page.accessibility.snapshot({ root: (await page.$('.timeline a'))! });
        expect(dot?.name).toMatch(/^2010 · Other · NSO Group was founded/);
        expect(dot?.description).toBeUndefined();
        await page.close();
      });

    test('drawn relations do not cover each other; arrows move in them and Enter opens that profile', async () => {
      const page = await open('profile.html?id=nso-group', '.drawn line');
      const boxes = await page.$$eval('.drawn-box', (found) =>
        found.map((box) => {
          const { left, right, top, bottom } = box.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      for (const [index, one] of boxes.entries()) {
        const covered = boxes
          .slice(index + 1)
          .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom); // prettier-ignore
        expect(covered).toEqual([]);
      }
      await focus(page, '.drawn a[tabindex="0"]');
      await page.keyboard.press('ArrowDown');
      const target = await page.evaluate(() => document.activeElement!.getAttribute('href')!);
      expect(target).toBe(await page.$$eval('.drawn a', (links) => links[1]!.getAttribute('href')));
      await page.keyboard.press('Enter');
      await page.waitForFunction((address) => location.pathname + location.search === address, {}, target);
      await page.waitForSelector('.profile');
      await page.close();
    });

    test('on a narrow screen relations hang below each other, and nothing sticks out', async () => {
      const page = await browser.openExtensionPage('profile.html?id=nso-group');
      await page.setViewport({ width: 320, height: 640 });
      await page.waitForSelector('.drawn .as-tree a');
      await page.setViewport({ width: 1000, height: 800 });
      await page.waitForSelector('.drawn line');
      await page.setViewport({ width: 320, height: 640 });
      await page.waitForSelector('.drawn .as-tree a');
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      // Each branch is as long as half its own box: hung on anything larger, they would cross the whole drawing.
      const branches = await page.$$eval('.as-tree li', (items) =>
        items.map((item) => ({
          boxPx: item.getBoundingClientRect().height,
          branchPx: parseFloat(getComputedStyle(item, '::after').height),
        })),
      );
      for (const { boxPx, branchPx } of branches) expect(Math.abs(branchPx - boxPx / 2)).toBeLessThan(6);
      await page.close();
    });

    test('is shown with a broken end of its address too', async () => {
      const page = await open('profile.html?id=nso-group#50%', '.profile');
      expect(await textOf(page, 'h1')).toBe('NSO Group');
      await page.close();
    });

    test('copies a citation, Markdown and JSON', async () => {
      const page = await open('profile.html?id=nso-group', '.actions');
      await keepCopies(page);
      expect(await pressAndTakeCopy(page, 'Copy citation')).toMatch(/^NSO Group: .*\n– Entity List; .*2021/);
      expect(await pressAndTakeCopy(page, 'Copy as Markdown')).toMatch(/^# NSO Group\n[^]*\]\(<https:/);
      expect(JSON.parse(await pressAndTakeCopy(page, 'Copy as JSON'))).toMatchObject({ id: 'nso-group' });
      const said = await page.$('.actions [role=status] > *');
      expect(await textOf(page, '.actions [role=status]')).toBe('Copied.');
      // The same words once more are new words: else a screen reader would not say them.
      await pressAndTakeCopy(page, 'Copy citation');
      await expect.poll(() => said!.evaluate((words) => words.isConnected)).toBe(false);
      expect(await textOf(page, '.actions [role=status]')).toBe('Copied.');
      await page.close();
    });

    test('a report of an error names the claim that the reader is at', async () => {
      const page = await open('profile.html?id=nso-group#l1', '.current-claim');
      await keepCopies(page);
      const report = await pressAndTakeCopy(page, 'Report an error');
      expect(report).toContain('“NSO Group” (nso-group)');
      expect(report).toContain('nso-group#l1');
      expect(report).toMatch(/version \S+/);
      await page.close();
    });
  });

  describe('the options', () => {
    async function restore(page: Page, text: string): Promise<string> {
      const path = join(folder, 'settings.json');
      await writeFile(path, text);
      const before = await textOf(page, 'main > :last-child [role=status]');
      const input = (await page.$('input[type=file]'))!;
      await input.uploadFile(path);
      await page.waitForFunction(
        (old) => document.querySelector<HTMLElement>('main > :last-child [role=status]')!.innerText !== old,
        {},
        before,
      );
      return textOf(page, 'main > :last-child [role=status]');
    }

    test('resetting keeps the focus: on what undoes it while it is asked, then where it began', async () => {
      const page = await open('options.html', '.category-list');
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const press = async (label: string) => {
        await page.evaluate((words) => {
          [...document.querySelectorAll('button')].find((button) => button.textContent === words)!.focus();
        }, label);
        await page.keyboard.press('Enter');
      };
      for (const answer of ['Cancel', 'Yes, reset everything']) {
        await press('Reset everything');
        await expect.poll(focused).toBe('Cancel');
        await press(answer);
        await expect.poll(focused).toBe('Reset everything');
      }
      await page.close();
    });

    test('taking sites and choices back keeps the focus: on the next line, then the one before, then the heading', async () => {
      const dismissals = ['NSO', 'Candiru'].map((word) => ({ entity: 'nso-group', name: word, on: '2026-01-01' })); // prettier-ignore
      const sitesOff = ['a.example', 'b.example', 'c.example'];
      await browser.inExtension(setSettings, { version: 1, sitesOff, dismissals });
      const page = await open('options.html', '.lines button');
      const focused = () =>
        page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
      await focus(page, '[aria-label="Remove b.example"]');
      for (const next of ['Remove c.example', 'Remove a.example', 'Never on these sites']) {
        await page.keyboard.press('Enter');
        await expect.poll(focused).toBe(next);
      }
      await page.waitForFunction(() => document.querySelectorAll('.lines button').length === 2);
      await focus(page, '[aria-label^="Undo: “NSO”"]');
      for (const next of [/^Undo: “Candiru” is not/, /^“Not this one” choices/]) {
        await page.keyboard.press('Enter');
        await expect.poll(focused).toMatch(next);
      }
      await browser.inExtension(setSettings, { version: 1 });
      await page.close();
    });

    test('a broken file changes nothing and says so; a half sound one says what it left', async () => {
      const page = await open('options.html', '.category-list');
      expect(await restore(page, '{"file":"sidelight-settings","palette":')).toMatch(/Nothing was changed/);
      expect(await page.$eval('[name=palette][value=standard]', (radio) => (radio as HTMLInputElement).checked)).toBe(true); // prettier-ignore
      const half = '{"file":"sidelight-settings","version":1,"palette":"safe","dwellMs":"long"}';
      expect(await restore(page, half)).toContain('keep their defaults: “Wait before a card opens”.');
      await page.waitForSelector('[name=palette][value=safe]:checked');
      await page.waitForSelector('html[data-palette=safe]');
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('main > :last-child .button:nth-of-type(2)')!.click(),
      );
      await page.evaluate(() => document.querySelector<HTMLElement>('main > :last-child .primary')!.click());
      await page.waitForSelector('[name=palette][value=standard]:checked');
      await page.close();
    });

    test('colours reach an open page at once', async () => {
      const url = 'http://news.localhost/colours';
      browser.sites.serve(url, '<!doctype html><title>News</title><p>NSO Group was named.</p>');
      const article = await browser.newPage(url);
      await waitForMarks(article, ['NSO Group']);
      const page = await open('options.html', '.category-list');
      const choose = (palette: string) =>
        page.evaluate((value) => document.querySelector<HTMLElement>(`[name=palette][value=${value}]`)!.click(), palette); // prettier-ignore
      await choose('safe');
      await expect
        .poll(() => article.evaluate(() => [...CSS.highlights.keys()]))
        .toContain('sidelight-listed-line-safe');
      await article.bringToFront();
      await hoverMark(browser, article, 'NSO Group');
      const line = await browser.inClosedRoot(article, ':popover-open', (root) =>
        getComputedStyle(root.querySelector('.listed .mark')!).getPropertyValue('border-bottom-color'),
      );
      expect(line).toBe('rgb(232, 80, 0)');
      await choose('standard');
      await expect
        .poll(() => article.evaluate(() => [...CSS.highlights.keys()]))
        .toContain('sidelight-listed-line');
      await page.close();
      await article.close();
    });
  });

  describe('the popup', () => {
    test('choosing an entity scrolls to its mention and rings it, choosing again goes to the next', async () => {
      const url = 'http://news.localhost/long';
      const gap = '<p style="height: 3000px"></p>';
      browser.sites.serve(url, `<!doctype html><title>Long</title><p>Candiru.</p>${gap}<p>NSO Group said.</p>${gap}<p>NSO Group denied.</p>`); // prettier-ignore
      const article = await browser.newPage(url);
      await waitForMarks(article, ['Candiru', 'NSO Group', 'NSO Group']).catch(() => undefined);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.page-list li:nth-child(2)');
      const press = () =>
        popup.evaluate(() =>
          document.querySelector<HTMLElement>('.page-list li:nth-child(2) .go-to')!.click(),
        );
      const scrolled = () => article.evaluate(() => scrollY);
      await press();
      await expect.poll(scrolled).toBeGreaterThan(2000);
      await expect.poll(() => article.evaluate(() => [...CSS.highlights.keys()])).toContain('sidelight-ring');
      expect(await textOf(popup, '.page-list')).toContain('Mention 1 of 2');
      expect(await textOf(popup, '.on-page [role=status]')).toBe('Mention 1 of 2');
      // What is announced is no part of a button, whose name would lack it.
      expect(await popup.$$('button [role=status]')).toEqual([]);
      await press();
      await expect.poll(scrolled).toBeGreaterThan(5000);
      expect(await textOf(popup, '.page-list')).toContain('Mention 2 of 2');
      await popup.close();
      await article.close();
    });

    /** The popup, in the size that browsers give it, on a page that names about so many companies. */
    async function openOnNames(count: number): Promise<[popup: Page, article: Page]> {
      const directory = await open('directory.html?kind=company', '.entry');
      const names = (await entriesOf(directory)).filter((entry) => / .{4}/.test(entry)).slice(0, count);
      await directory.close();
      const url = `http://a-long-subdomain.regional-news.localhost/names-${count}`;
      const lines = names.map((entry) => `<p>The spyware company ${entry} was named.</p>`);
      browser.sites.serve(url, `<!doctype html><meta charset="utf-8"><title>News</title>${lines.join('')}`);
      const article = await browser.newPage(url);
      const popup = await browser.openPopup(article);
      await popup.setViewport({ width: 340, height: 600 });
      await popup.waitForSelector('.entity-search');
      await popup.waitForSelector(
        count < 4 ? '.on-page, .notice' : `.page-list li:nth-child(${Math.floor(count / 2)})`,
      );
      return [popup, article];
    }
    /** Lower edges, from the top down: of the list that is shown, if any, the search field, and the page's end. */
    const lowerEdges = (popup: Page) =>
      popup.evaluate(() => {
        const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom;
        return {
          lists: [edge('.page-list') ?? 0, edge('.results') ?? 0],
          search: edge('input[type=search]')!,
          footer: edge('footer')!,
          page: document.documentElement.scrollHeight,
        };
      });

    test('is at most 600 px high: what is long scrolls, with search and footer in view', async () => {
      for (const count of [0, 1, 4, 8, 40]) {
        const [popup, article] = await openOnNames(count);
        const named = await lowerEdges(popup);
        await popup.type('input[type=search]', 'co');
        await popup.waitForSelector('.results li:nth-child(8)');
        for (const { lists, search, footer, page } of [named, await lowerEdges(popup)]) {
          expect(page).toBe(600);
          expect(footer).toBeLessThan(600);
          expect(Math.max(search, ...lists)).toBeLessThan(footer);
        }
        await popup.close();
        await article.close();
      }
    });

    test('Enter in the search opens the best hit', async () => {
      const popup = await open('popup.html?tab=0', 'input[type=search]');
      await popup.type('input[type=search]', 'candiru');
      await popup.waitForSelector('.results a');
      await popup.keyboard.press('Enter');
      // Puppeteer does not learn the address of such a tab in Firefox.
      await expect
        .poll(() => browser.inExtension(takeTab, browser.extensionUrl('profile.html?id=candiru')))
        .toBe(true);
      expect(await search(popup)).toBe('?tab=0');
      await popup.close();
    });

    test('the keyboard reaches the last name of a long list, which scrolls to it', async () => {
      const [popup, article] = await openOnNames(40);
      await focus(popup, 'input[type=search]');
      await popup.keyboard.down('Shift');
      await popup.keyboard.press('Tab');
      await popup.keyboard.up('Shift');
      const [focused, list] = await popup.evaluate(() =>
        [document.activeElement!, document.querySelector('.page-list')!].map((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return { top, bottom, isLastLink: element.matches('.page-list li:last-child a') };
        }),
      );
      expect(focused!.isLastLink).toBe(true);
      expect(focused!.top).toBeGreaterThanOrEqual(list!.top);
      expect(focused!.bottom).toBeLessThanOrEqual(list!.bottom);
      await popup.close();
      await article.close();
    });

    test('follows its page to another one that names nobody', async () => {
      const url = 'http://news.localhost/leaves';
      browser.sites.serve(url, '<!doctype html><title>Leaves</title><p>NSO Group was named.</p>');
      browser.sites.serve(`${url}/next`, '<!doctype html><title>Next</title><p>Nobody was named.</p>');
      const article = await browser.newPage(url);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.page-list li');
      await article.evaluate((next) => location.assign(next), `${url}/next`);
      await expect.poll(() => textOf(popup, '.notice')).toContain('No name that we know');
      await popup.close();
      await article.close();
    });

    test('waits for a page that is still being loaded', async () => {
      const url = 'http://slow.localhost/';
      const held = Promise.withResolvers<void>();
      browser.sites.serve(
        url,
        '<!doctype html><title>Slow</title><script src="held.js"></script><p>Nobody.</p>',
      );
      browser.sites.serve(`${url}held.js`, { body: '', type: 'text/javascript', until: held.promise });
      const article = await browser.newPage();
      const loaded = article.goto(url);
      await expect
        .poll(() => browser.sites.requests.some((request) => request.url === `${url}held.js`))
        .toBe(true);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.entity-search');
      expect(await textOf(popup, 'main')).toContain('Looking at the page');
      held.resolve();
      await loaded;
      await expect.poll(() => textOf(popup, '.notice')).toContain('No name that we know');
      await popup.close();
      await article.close();
    });

    test('says that a page is no article and marks it when asked, with the focus on what comes', async () => {
      const url = 'http://shop.localhost/';
      browser.sites.serve(url, '<!doctype html><title>Shop</title><p>A book on NSO Group.</p>');
      await browser.inExtension(setSettings, { version: 1, runsOn: 'articles' });
      const article = await browser.newPage(url);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.notice .primary');
      expect(await textOf(popup, '.notice')).toContain('does not look like an article');
      await focus(popup, '.notice .primary');
      await popup.keyboard.press('Enter');
      await expect.poll(() => popup.evaluate(() => document.activeElement!.className)).toBe('go-to');
      await article.bringToFront();
      await waitForMarks(article, ['NSO Group']);
      await browser.inExtension(setSettings, { version: 1 });
      await popup.close();
      await article.close();
    });

    test.each(['Mark this page now', 'Always mark this site'])(
      'says after “%s” that the page names nobody',
      async (label) => {
        const url = `http://${label.split(' ')[0]!.toLowerCase()}.localhost/nobody`;
        browser.sites.serve(url, '<!doctype html><title>News</title><p>Nobody was named.</p>');
        await browser.inExtension(setSettings, { version: 1, runsOn: 'when-asked' });
        const article = await browser.newPage(url);
        const popup = await browser.openPopup(article);
        await popup.waitForSelector('.notice .primary');
        await popup.evaluate((words) => {
          [...document.querySelectorAll('button')].find((button) => button.textContent === words)!.click();
        }, label);
        await expect.poll(() => textOf(popup, '.notice')).toContain('No name that we know');
        await browser.inExtension(setSettings, { version: 1 });
        await popup.close();
        await article.close();
      },
    );
  });
});

describe.each(browserNames)('the first run in %s', (name) => {
  test('opens its page once, with marks that show the standings, and keeps the choice made there', async () => {
    const browser = await openBrowser(name, builtFolder[name], { keepsWelcome: true });
    try {
      const page = await waitForTab(browser, browser.extensionUrl('welcome.html'));
      await page.waitForSelector('.sample a');
      expect(await page.evaluate(() => [...CSS.highlights.keys()].sort())).toEqual([
        'sidelight-listed-line',
        'sidelight-none-line',
        'sidelight-was-listed-line',
      ]);
      expect(await textOf(page)).toMatch(/Nothing leaves the browser/);
      await page.waitForSelector('[value=when-asked]');
      await page.evaluate(() => document.querySelector<HTMLElement>('[value=when-asked]')!.click());
      await page.waitForFunction(() => document.body.innerText.includes('Saved.'));
      const url = 'http://news.localhost/first-run';
      browser.sites.serve(url, '<!doctype html><title>News</title><p>NSO Group was named.</p>');
      const article = await browser.newPage(url);
      const popup = await browser.openPopup(article);
      await popup.waitForSelector('.notice .primary');
      expect(await textOf(popup, '.notice')).toContain('only when you ask');
      expect(await article.evaluate(() => CSS.highlights.size)).toBe(0);
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the extension. */
function setSettings(settings: object): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { set(items: object): Promise<void> } } };
  };
  return chrome.storage.local.set({ settings });
}

/** Runs in the extension: whether there is a tab at this address of its own; it is then closed. */
async function takeTab(address: string): Promise<boolean> {
  interface Tabs {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    remove(id: number): Promise<void>;
  }
  const { tabs } = (globalThis as unknown as { browser: { tabs: Tabs } }).browser;
  const found = (await tabs.query({})).find(({ url }) => url === address);
  if (found) await tabs.remove(found.id);
  return found !== undefined;
}
