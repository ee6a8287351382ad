/** Where browsers are looked for, on each platform. */
import { describe, expect, it } from 'vitest';
import {
  browserPaths,
  ensureBrowsers,
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

describe('ensureBrowsers', () => {
  it('has what is missing installed, and finds it then', () => {
    const installed = ['/usr/bin/chromium'];
    const asked: (readonly string[])[] = [];
    const found = ensureBrowsers(['chromium', 'firefox'], machine('linux', {}, installed), (packages) => {
      asked.push(packages);
      installed.push('/usr/bin/firefox-esr');
    });
    expect(found).toEqual({ chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' });
    expect(asked).toEqual([['firefox-esr']]);
  });

  it('says what to do where nothing could be installed', () => {
    expect(() => ensureBrowsers(['firefox'], machine('linux', {}, []), () => undefined)).toThrow(
      /^Please install Firefox .*sudo apt-get install firefox-esr.*SIDELIGHT_FIREFOX=/,
    );
  });
});

it('says in one line what to install, and of Debian on Linux alone', () => {
  const hint = missingBrowserHint(['chromium', 'firefox'], 'linux');
  expect(hint).toMatch(/Chromium.*Firefox.*apt-get install chromium firefox-esr/);
  expect(hint).not.toContain('\n');
  expect(missingBrowserHint(['chromium'], 'darwin')).not.toContain('apt-get');
});
