/** Apps in React, Vue, Svelte and Lit that render marked text again and again: they run as without us, and marks follow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { waitForMarks } from '../../src/commands/browser/reader.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { rendered } from '../apps/server.js';
import { marksAt } from '../apps/story.js';
import { bundleApp, bundleForServer } from './support/bundle-app.ts';

const frameworks = Object.keys(rendered);

interface App {
  start(container: Element): Promise<void>;
  go(first: number, last: number): Promise<void>;
  fresh(container: Element, step: number): void | Promise<void>;
}
type Global = { app: App };
interface SvelteServer {
  rendered(step: number): string;
}

const scripts = new Map<string, string>();
beforeAll(async () => {
  for (const framework of frameworks) scripts.set(framework, await bundleApp(framework));
  const server = await bundleForServer('svelte-server');
  const svelte = (await import(`data:text/javascript,${encodeURIComponent(server)}`)) as SvelteServer;
  rendered.svelte = (step) => Promise.resolve(svelte.rendered(step));
});

describe.each(browserNames)('apps in %s', (name) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => browser.close());

  it.each(frameworks)('%s', async (framework) => {
    const url = `http://${framework}.localhost/`;
    const html = await rendered[framework]!(0);
    browser.sites.serve(
      url,
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>App</title>
      <div id="app">${html}</div><script src="/app.js"></script>`,
    );
    browser.sites.serve(`${url}app.js`, { body: scripts.get(framework)!, type: 'text/javascript' });
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (
        ['warn', 'error', 'assert'].includes(message.type()) &&
        !message.text().startsWith('Lit is in dev mode')
      )
        said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(url);
    await page.bringToFront();
    const start = () =>
      page.evaluate(() => (globalThis as unknown as Global).app.start(document.querySelector('#app')!));

    // Marks are there before the framework takes the server's text over.
    if (html) await waitForMarks(page, marksAt(0));
    await start();
    await waitForMarks(page, marksAt(0));
    let first = 1;
    for (const last of [1, 2, 3, 4, 40, 47, 90, 200]) {
      await page.evaluate((from, to) => (globalThis as unknown as Global).app.go(from, to), first, last);
      await waitForMarks(page, marksAt(last));
      first = last + 1;
    }
    // The same as the framework makes of nothing, but for the empty comments that it marks places with.
    const [shown, fresh] = await page.evaluate(async () => {
      const textOf = (element: Element) =>
        [element.innerHTML, ...[...element.querySelectorAll('*')].map((each) => each.shadowRoot?.innerHTML)]
          .join('')
          .replace(/<!--.*?-->/g, '')
          .replace(/\s+/g, ' ');
      const other = document.createElement('div');
      await (globalThis as unknown as Global).app.fresh(other, 200);
      return [textOf(document.querySelector('#app')!), textOf(other)];
    });
    expect(shown).toContain('Seen 200 times');
    expect(shown).toBe(fresh);
    expect(said).toEqual([]);
    await page.close();
  });
});
