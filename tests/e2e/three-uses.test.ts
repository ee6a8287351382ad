/** The three uses, by a scripted reader in both browsers: hover a name, switch marking off and on, open a profile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import {
  cardText,
  hoverMark,
  marksOf,
  pressInCard,
  waitForMarks,
  waitForTab,
} from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';

const firstUrl = 'http://news.localhost/first';
const secondUrl = 'http://other.example/second';
const firstPage =
  '<!doctype html><title>First</title><p>The spyware maker <b>NSO</b> Group sells Pegasus to states.</p>';
const secondPage =
  '<!doctype html><title>Second</title><p>Candiru was put on the Entity List with NSO Group.</p>';
const firstMarks = ['NSO Group', 'Pegasus'];
const secondMarks = ['Candiru', 'Entity List', 'NSO Group'];

describe.each(browserNames)('three uses in %s', (name) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
    browser.sites.serve(firstUrl, firstPage);
    browser.sites.serve(secondUrl, secondPage);
  });
  afterAll(() => browser.close());

  async function openBoth() {
    const first = await browser.newPage(firstUrl);
    await waitForMarks(first, firstMarks);
    const second = await browser.newPage(secondUrl);
    await waitForMarks(second, secondMarks);
    return [first, second] as const;
  }

  it('shows a card with status and sources to a reader who rests on a name, and Esc closes it', async () => {
    const page = await browser.newPage(firstUrl);
    await waitForMarks(page, firstMarks);
    const text = await hoverMark(browser, page, 'NSO Group');
    expect(text).toContain('NSO Group');
    expect(text).toMatch(/Entity List/);
    expect(text).toMatch(/2021/);
    expect(text).toMatch(/source/i);
    await page.keyboard.press('Escape');
    await expect.poll(() => cardText(browser, page)).toBeUndefined();
    await page.close();
  });

  it('opens no card while the pointer rests beside the names', async () => {
    const page = await browser.newPage(firstUrl);
    await waitForMarks(page, firstMarks);
    const [mark] = await marksOf(page);
    await page.mouse.move(mark!.x, mark!.y + 200);
    await page.mouse.move(mark!.x, mark!.y + 80, { steps: 8 });
    // The card that opens afterwards on the name shows that hovering works here at all.
    expect(await cardText(browser, page)).toBeUndefined();
    await hoverMark(browser, page, 'Pegasus');
    await page.close();
  });

  it('goes from the card to the full profile', async () => {
    const page = await browser.newPage(firstUrl);
    await waitForMarks(page, firstMarks);
    await hoverMark(browser, page, 'NSO Group');
    await pressInCard(browser, page, /profile/i);
    const profile = await waitForTab(browser, browser.extensionUrl('profile.html?id=nso-group'));
    await expect
      .poll(() => profile.evaluate(() => document.body.innerText))
      .toMatch(/WhatsApp[^]*Entity List|Entity List[^]*WhatsApp/);
    expect(await profile.evaluate(() => document.title)).toContain('NSO Group');
    await profile.close();
    await page.close();
  });

  it('takes all marks away in two tabs at once, and brings them back', async () => {
    const [first, second] = await openBoth();
    const popup = await browser.openPopup(first);
    const toggle = await popup.waitForSelector('[role=switch]');
    await toggle!.click();
    await Promise.all([waitForMarks(first, []), waitForMarks(second, [])]);
    expect(
      await first.evaluate(() =>
        [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
      ),
    ).toBe(0);
    await toggle!.click();
    for (const [page, marks] of [
      [first, firstMarks],
      [second, secondMarks],
    ] as const) {
      // A tab in the background may wait with its reading until it is looked at.
      await page.bringToFront();
      await waitForMarks(page, marks);
    }
    await Promise.all([popup, first, second].map((page) => page.close()));
  });

  it('switches one site off and leaves the other marked', async () => {
    const [first, second] = await openBoth();
    const popup = await browser.openPopup(second);
    await popup.waitForFunction(() => document.querySelectorAll('[role=switch]').length > 1);
    expect(await popup.evaluate(() => document.body.innerText)).toContain('other.example');
    await (await popup.$$('[role=switch]'))[1]!.click();
    await waitForMarks(second, []);
    await waitForMarks(first, firstMarks);
    await (await popup.$$('[role=switch]'))[1]!.click();
    await second.bringToFront();
    await waitForMarks(second, secondMarks);
    await Promise.all([popup, first, second].map((page) => page.close()));
  });

  it('lists in the popup what the page names', async () => {
    const page = await browser.newPage(secondUrl);
    await waitForMarks(page, secondMarks);
    const popup = await browser.openPopup(page);
    await popup.waitForFunction(() => document.body.innerText.includes('Candiru'));
    const text = await popup.evaluate(() => document.body.innerText);
    for (const entity of ['Candiru', 'Entity List', 'NSO Group']) expect(text).toContain(entity);
    await popup.close();
    await page.close();
  });

  it('shows on the toolbar badge how many entities the page names', async () => {
    const page = await browser.newPage(secondUrl);
    await waitForMarks(page, secondMarks);
    const tabId = await browser.tabId(page);
    const badge = () =>
      browser.inExtension((id) => globalThis.browser.action.getBadgeText({ tabId: id }), tabId);
    await expect.poll(badge).toBe('3');
    await page.close();
  });
});
