/** What the soak reads, and one round of reading it. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/open-browser.ts';
import { cardText, hoverMark, marksOf } from '../browser/reader.ts';

const site = 'http://soak.localhost';
/** A run of hours must not end because the machine was busy for a moment. */
const patienceMs = 60_000;
const head = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Soak</title>';
const named = '<p>The firm NSO Group sells Pegasus.</p>';

/** By URL. */
const soakPages: Record<string, string> = {
  [`${site}/endless`]: `${head}<main>${named}</main>`,
  [`${site}/lasting`]: `${head}<main></main><div id="app">${named}</div>`,
  [`${site}/app`]: `${head}<div id="app">${named}</div>`,
  [`${site}/frames`]: `${head}${named}<iframe srcdoc="<p>Candiru in a frame</p>"></iframe>`,
};

async function untilMarked(page: Page, text: string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await marksOf(page)).some((mark) => mark.text === text)) {
    if (Date.now() > end) throw new Error(`"${text}" was not marked on ${page.url()}`);
  }
}

/** Text comes in at the end for some seconds and goes at the start, as in a timeline that keeps a window of items. */
async function scrollEndlessly(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector('main')!;
    const names = ['Candiru', 'Hikvision', 'NSO Group', 'nobody', 'the weather', 'a bridge'];
    for (let k = 0; k < 120; k++) {
      const item = document.createElement('article');
      for (const name of names) {
        const p = document.createElement('p');
        p.append('Item ', String(k), ' speaks of ', name, '.');
        item.append(p);
      }
      main.append(item);
      if (main.childElementCount > 40) main.firstElementChild!.remove();
      scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 16));
    }
  });
  await untilMarked(page, 'Candiru');
}

async function navigateInside(page: Page): Promise<void> {
  for (let view = 0; view < 10; view++) {
    const name = view % 2 ? 'NSO Group' : 'Hikvision';
    await page.evaluate(
      (number, shown) => {
        history.pushState({}, '', `?view=${number}`);
        const p = document.createElement('p');
        p.textContent = `View ${number} is about ${shown}.`;
        document.querySelector('#app')!.replaceChildren(p);
      },
      view,
      name,
    );
    await untilMarked(page, name);
  }
}

async function hoverAndClose(browser: ExtensionBrowser, page: Page): Promise<void> {
  for (let time = 0; time < 3; time++) {
    await hoverMark(browser, page, 'NSO Group', patienceMs);
    await page.keyboard.press('Escape');
    while ((await cardText(browser, page)) !== undefined);
    await page.mouse.move(600, 600);
  }
}

/** The pages that one reader keeps: one that keeps loading anew, one that is opened once and never left. */
export interface SoakTabs {
  page: Page;
  lasting: Page;
}

export async function openSoakTabs(browser: ExtensionBrowser): Promise<SoakTabs> {
  for (const [url, html] of Object.entries(soakPages)) browser.sites.serve(url, html);
  return { page: await browser.newPage(), lasting: await browser.newPage(`${site}/lasting`) };
}

/** One round, ending with the same in every page as all others, so that rounds can be compared. */
export async function readOneRound(browser: ExtensionBrowser, { page, lasting }: SoakTabs): Promise<void> {
  await page.bringToFront();
  await page.goto(`${site}/endless`);
  await scrollEndlessly(page);
  await page.goto(`${site}/app`);
  await navigateInside(page);
  await hoverAndClose(browser, page);
  await lasting.bringToFront();
  await scrollEndlessly(lasting);
  await lasting.evaluate(() => document.querySelector('main')!.replaceChildren());
  await navigateInside(lasting);
  await hoverAndClose(browser, lasting);
  const other = await browser.newPage(`${site}/frames`);
  await untilMarked(other, 'NSO Group');
  const popup = await browser.openPopup(other);
  await popup.waitForSelector('[role=switch]');
  await popup.close();
  await other.close();
  await page.bringToFront();
}
