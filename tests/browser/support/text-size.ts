/** A profile of a browser whose reader chose another size of text; delete the folder afterwards. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../src/commands/browser/find-browser.ts';

export function profileWithText(name: BrowserName, sizePx: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-text-'));
  if (name === 'firefox') {
    writeFileSync(join(folder, 'prefs.js'), `user_pref("font.size.variable.x-western", ${sizePx});`);
  } else {
    mkdirSync(join(folder, 'Default'));
    const preferences = { webkit: { webprefs: { default_font_size: sizePx } } };
    writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  }
  return folder;
}
