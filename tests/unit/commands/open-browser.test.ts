/** A browser that does not start: the reason is told, and the command ends. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { browserNames } from '../../../src/commands/browser/find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-dying-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(process.platform === 'win32').each(browserNames)('says why %s dies, and leaves nothing', (name) => {
  const [browser, temporary] = [join(folder, 'dies'), join(folder, 'tmp')];
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(browser, '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n');
  chmodSync(browser, 0o755);
  const driver = new URL('../../../src/commands/browser/open-browser.ts', import.meta.url);
  const program = `
    const { openBrowser } = await import(${JSON.stringify(driver.href)});
    await openBrowser('${name}', ${JSON.stringify(folder)}).catch((error) => console.log(error.message));
  `;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, [`SIDELIGHT_${name.toUpperCase()}`]: browser, TMPDIR: temporary },
    // Long enough for a busy machine; a command that something keeps from ending would never end.
    timeout: 30_000,
  });
  expect(stdout).toContain(browser);
  expect(stdout).toContain('libnss3.so: cannot open shared object file');
  expect(status).toBe(0);
  expect(readdirSync(temporary).filter((entry) => entry.startsWith('sidelight-'))).toEqual([]);
});
