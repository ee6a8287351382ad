/** A browser that does not start or is interrupted: the reason is told, and nothing is left. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { browserNames, type BrowserName } from '../../../src/commands/browser/find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-dying-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens what is no browser but a script; says how that ended and what is left of our folders. */
function open(name: BrowserName, script: string) {
  const [browser, temporary] = [join(folder, 'browser'), join(folder, 'tmp')];
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(browser, `#!/bin/sh\n${script}\n`);
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
  const left = readdirSync(temporary).filter((entry) => entry.startsWith('sidelight-'));
  return { browser, status, stdout, left };
}

describe.skipIf(process.platform === 'win32').each(browserNames)('%s', (name) => {
  it('that dies at its start is told with its last words', () => {
    const reason = 'libnss3.so: cannot open shared object file';
    const { browser, status, stdout, left } = open(name, `echo "${reason}" >&2; exit 127`);
    expect(stdout).toContain(browser);
    expect(stdout).toContain(reason);
    expect([status, left]).toEqual([0, []]);
  });

  // Firefox is not told anything at its start by which it could know that it is waited for.
  if (name === 'chromium')
    it('leaves no profile after Ctrl-C', () => {
      const { status, left } = open(name, 'head -c 1 <&3 >&2; kill -INT $PPID; exec sleep 60');
      expect([status, left]).toEqual([130, []]);
    });
});
