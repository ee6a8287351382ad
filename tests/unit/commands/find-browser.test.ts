/** Where browsers are looked for, on each platform. */
import { describe, expect, it } from 'vitest';
import {
  browserPaths,
  findBrowser,
  missingBrowserHint,
  type Machine,
} from '../../../src/commands/browser/find-browser.ts';

function machine(platform: NodeJS.Platform, env: Machine['env'], installed: string[]): Machine {
  return { platform, env, isExecutable: (path) => installed.includes(path) };
}

describe('findBrowser', () => {
  it('prefers Chromium to Chrome, wherever on the path they stand', () => {
    const linux = machine('linux', { PATH: '/opt/bin:/usr/bin' }, [
      '/opt/bin/google-chrome',
      '/usr/bin/chromium',
    ]);
    expect(findBrowser('chromium', linux)).toBe('/usr/bin/chromium');
  });

  it('takes what a person chose, and says so when that is nothing', () => {
    const env = { PATH: '/usr/bin', SIDELIGHT_FIREFOX: '/home/me/firefox/firefox' };
    const installed = ['/usr/bin/firefox', '/home/me/firefox/firefox'];
    expect(findBrowser('firefox', machine('linux', env, installed))).toBe('/home/me/firefox/firefox');
    expect(() => findBrowser('firefox', machine('linux', env, ['/usr/bin/firefox']))).toThrow(
      'SIDELIGHT_FIREFOX',
    );
  });

  it('looks in the folders of macOS and Windows', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser('chromium', machine('darwin', {}, [chrome]))).toBe(chrome);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findBrowser('chromium', machine('win32', env, [edge]))).toBe(edge);
  });

  it('finds none where there is none', () => {
    expect(findBrowser('firefox', machine('linux', {}, []))).toBeNull();
    expect(browserPaths('firefox', machine('linux', { PATH: '' }, []))).toContain('/usr/bin/firefox-esr');
  });
});

it('says in one line what to install', () => {
  const hint = missingBrowserHint(['chromium', 'firefox']);
  expect(hint).toMatch(/Chromium.*Firefox/);
  expect(hint).not.toContain('\n');
});
