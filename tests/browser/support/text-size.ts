/** A browser whose reader chose another size of text. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../../src/commands/paths.ts';

/** `close` closes the browser and deletes its profile. */
export async function openWithText(
  name: BrowserName,
  sizePx: number,
): Promise<{ extension: ExtensionBrowser; close: () => Promise<void> }> {
  const profileDir = mkdtempSync(join(tmpdir(), 'sidelight-text-'));
  if (name === 'firefox') {
    writeFileSync(join(profileDir, 'prefs.js'), `user_pref("font.size.variable.x-western", ${sizePx});`);
  } else {
    mkdirSync(join(profileDir, 'Default'));
    const preferences = { webkit: { webprefs: { default_font_size: sizePx } } };
    writeFileSync(join(profileDir, 'Default/Preferences'), JSON.stringify(preferences));
  }
  const extension = await openBrowser(name, builtFolder[name], { profileDir });
  return {
    extension,
    async close() {
      await extension.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
