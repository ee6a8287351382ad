/** Finds an installed Chromium-family browser or Firefox, and has Debian's installed where none is. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from '../debian-packages.ts';

export type BrowserName = 'chromium' | 'firefox';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** Environment variables by which a person points at a browser of their own choice. */
const overrides: Record<BrowserName, string> = {
  chromium: 'SIDELIGHT_CHROMIUM',
  firefox: 'SIDELIGHT_FIREFOX',
};

const commandNames: Record<BrowserName, string[]> = {
  // Branded Chrome is last: since 137 it ignores --load-extension, and only the debugging pipe still loads one.
  chromium: [
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const macPaths: Record<BrowserName, string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

const windowsPaths: Record<BrowserName, string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const debianPackages: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Where the machine is asked about its browsers; tests pass their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isExecutable: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** Every place where the browser may stand on this machine, best first. */
export function browserPaths(browser: BrowserName, { platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const home = env.HOME ? macPaths[browser].map((path) => `${env.HOME}${path}`) : [];
    return [...macPaths[browser], ...home];
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return windowsPaths[browser].flatMap((path) => roots.map((root) => `${root}\\${path}`));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(
    (folder) => folder !== '',
  );
  return commandNames[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The path of an installed browser, or null. An override that names nothing executable is an error, not a hint. */
export function findBrowser(browser: BrowserName, machine: Machine = thisMachine): string | null {
  const chosen = machine.env[overrides[browser]];
  if (chosen) {
    if (!machine.isExecutable(chosen))
      throw new Error(`${overrides[browser]}=${chosen} is not an executable file`);
    return chosen;
  }
  return browserPaths(browser, machine).find(machine.isExecutable) ?? null;
}

/** One line that says what a person has to install. */
export function missingBrowserHint(
  missing: readonly BrowserName[],
  platform: NodeJS.Platform = process.platform,
): string {
  const names = missing.map((name) =>
    name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox 149 or newer',
  );
  const packages = missing.map((name) => debianPackages[name]);
  const how = platform === 'linux' ? `on Debian: sudo apt-get install ${packages.join(' ')}; ` : '';
  const settings = missing.map((name) => `${overrides[name]}=/path/to/it`);
  return `Please install ${names.join(' and ')} (${how}or set ${settings.join(' and ')}).`;
}

/**
 * The paths of all browsers asked for. What is missing is installed from Debian's packages when the machine is Debian
 * and the user is root; where it is missing still, throws with one line that says what to install.
 */
export function ensureBrowsers(
  wanted: readonly BrowserName[],
  machine: Machine = thisMachine,
  install = installDebianPackages,
): Record<BrowserName, string | null> {
  const missing = wanted.filter((browser) => !findBrowser(browser, machine));
  if (missing.length > 0) install(missing.map((browser) => debianPackages[browser]));
  const stillMissing = wanted.filter((browser) => !findBrowser(browser, machine));
  if (stillMissing.length > 0) throw new Error(missingBrowserHint(stillMissing, machine.platform));
  return { chromium: findBrowser('chromium', machine), firefox: findBrowser('firefox', machine) };
}
