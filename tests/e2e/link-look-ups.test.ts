/**
 * Browsers look up hosts of links, and fetch pages behind them, before anybody presses one. The tests' proxy sees none of that, since
 * browsers leave it be where there is one; so here they run without, and their own logs say what they asked for.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser } from '../../src/commands/browser/open-browser.ts';
import { hoverMark } from '../../src/commands/browser/reader.ts';
import { builtFolder, rootFolder } from '../../src/commands/paths.ts';

const rules = { source: 'document', where: { href_matches: '*://*/*' }, eagerness: 'immediate' };
const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Links</title>
  <script type="speculationrules">${JSON.stringify({ prefetch: [rules] })}</script>
  <p style="margin: 4em">The firm NSO Group is here. <a href="https://of-the-page.example/">A link of the page</a>.</p>`;

/** The hosts of all sources of an entity: its card has no others. */
async function hostsOf(entity: string): Promise<string[]> {
  const { sources } = JSON.parse(
    await readFile(join(rootFolder, `data/entities/${entity}.json`), 'utf8'),
  ) as { sources: { url: string }[] };
  return [...new Set(sources.map(({ url }) => new URL(url).hostname))];
}

describe.each(browserNames)('links in %s', (name) => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidelight-log-'));
  });
  afterEach(async () => {
    delete process.env.MOZ_LOG;
    delete process.env.MOZ_LOG_FILE;
    await rm(folder, { recursive: true, force: true });
  });

  it('of an open card and a profile are neither looked up nor fetched', async () => {
    if (name === 'firefox')
      Object.assign(process.env, { MOZ_LOG: 'nsHostResolver:5', MOZ_LOG_FILE: join(folder, 'log') });
    const extension = await openBrowser(name, builtFolder[name], {
      network: 'open',
      args:
        name === 'chromium'
          ? [
              `--log-net-log=${join(folder, 'log')}`,
              '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost',
            ]
          : [],
    });
    try {
      const url = `http://news.localhost:${extension.sites.port}/links`;
      extension.sites.serve(url, html);
      const page = await extension.newPage(url);
      expect(await hoverMark(extension, page, 'NSO Group')).toContain('NSO Group');
      const profile = await extension.openExtensionPage('profile.html?id=candiru');
      await profile.waitForSelector('a[href^=http]');
      // What comes of it comes soon, and nothing tells that it does not.
      await profile.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    } finally {
      await extension.close();
    }
    const logs = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
    );
    const log = logs.join('\n');
    expect(log).toContain('of-the-page.example');
    const hosts = [...(await hostsOf('nso-group')), ...(await hostsOf('candiru'))];
    expect(hosts.filter((host) => log.includes(`/${host}"`) || log.includes(`[${host}]`))).toEqual([]);
  });

  it('of an open card lead where they say, by pointer, by key and for what presses without either', async () => {
    const extension = await openBrowser(name, builtFolder[name]);
    try {
      const url = 'http://news.localhost/links';
      extension.sites.serve(url, html);
      const page = await extension.newPage(url);
      await hoverMark(extension, page, 'NSO Group');
      const asked = () =>
        extension.requests().flatMap(({ method, url: to }) => (method === 'CONNECT' ? [to] : []));
      const ways: ((place: { x: number; y: number }) => Promise<unknown>)[] = [
        ({ x, y }) => page.mouse.click(x, y),
        () => page.keyboard.press('Enter'),
        () =>
          extension.inClosedRoot(page, ':popover-open', (root) =>
            (root.activeElement as HTMLElement).click(),
          ),
      ];
      for (const press of ways) {
        await page.bringToFront();
        const before = asked().length;
        const place = (await extension.inClosedRoot(page, ':popover-open', (root) => {
          const link = [...root.querySelectorAll('a')].find((each) => !each.href && each.checkVisibility())!;
          link.focus();
          const { x, y, width, height } = link.getClientRects()[0]!;
          return { x: x + width / 2, y: y + height / 2 };
        }))!;
        await page.mouse.move(place.x, place.y, { steps: 4 });
        const told = await extension.inClosedRoot(
          page,
          ':popover-open',
          (root) => (root.activeElement as HTMLElement).title,
        );
        await press(place);
        const { host } = new URL(told!.split('\n').at(-1)!);
        await expect.poll(() => asked().slice(before)).toContain(`${host}:443`);
      }
    } finally {
      await extension.close();
    }
  });
});
