/** A clone may lie in any folder: the extension is taken from one whose name is not plain ASCII. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser } from '../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../src/commands/paths.ts';

afterEach(() => vi.unstubAllEnvs());

describe.each(browserNames)('%s', (name) => {
  // What a container has where nobody chose a language.
  it('takes the extension from a folder with blanks and umlauts, in the locale C', async () => {
    vi.stubEnv('LC_ALL', 'C');
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-Müller & Söhne (1) '));
    try {
      await cp(builtFolder[name], folder, { recursive: true });
      const browser = await openBrowser(name, folder);
      try {
        const page = await browser.openExtensionPage('welcome.html');
        expect(await page.title()).toContain('Sidelight');
      } finally {
        await browser.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
