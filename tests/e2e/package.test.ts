/** What is in the packages, and what must never be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledFolder } from '../../src/compile/paths.ts';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { builtFolder, rootFolder } from '../../src/commands/paths.ts';
import { shippedPackages } from '../../src/commands/supply/licences.ts';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Every kind of file that the package may hold. */
const expectedFiles = [
  /^manifest\.json$/,
  /^background\.js$/,
  /^(left-behind|lookout|in-page|card)\.js$/,
  /^(popup|profile|directory|options|welcome)\.html$/,
  /^chunks\/[\w.-]+\.js$/,
  /^assets\/[\w.-]+\.css$/,
  /^icons\/\d+\.png$/,
  /^_locales\/[\w-]+\/messages\.json$/,
  /^(cards|profiles)\/[a-z0-9-]+\.json$/,
  /^(directory|moved|names|version)\.json$/,
  /^licences\.txt$/,
];

describe.each(browserNames)('package for %s', (name) => {
  const folder = builtFolder[name];
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const files = filesOf(folder);
  const scripts = files.filter((file) => file.endsWith('.js'));

  it('asks for storage, a menu entry, scripts in the pages that it runs in anyway, and nothing else', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(['storage', 'contextMenus', 'scripting']);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    for (const key of ['optional_permissions', 'optional_host_permissions', 'externally_connectable']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('shows pages nothing to probe', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('has a content script that announces itself to no page and listens to no message or event of a page', () => {
    for (const file of ['left-behind.js', 'lookout.js', 'in-page.js', 'card.js']) {
      const code = readFileSync(join(folder, file), 'utf8');
      expect(code, file).not.toMatch(/wxt:|content-script-started|window\.postMessage|\.dispatchEvent\(/);
      expect(code, file).not.toMatch(/addEventListener\(\s*["'`]message/);
    }
  });

  it('puts at most 60 KB into every page, with all names in it', () => {
    const entered = (manifest.content_scripts as { js?: string[] }[]).flatMap(({ js = [] }) => js);
    expect(entered).toEqual(name === 'firefox' ? ['left-behind.js', 'lookout.js'] : ['lookout.js']);
    const code = readFileSync(join(folder, 'lookout.js'));
    expect(code.byteLength).toBeLessThanOrEqual(60_000);
    const bytes = entered.map((file) => readFileSync(join(folder, file)).byteLength);
    expect(bytes.reduce((sum, its) => sum + its)).toBeLessThanOrEqual(60 * 1024);
    const compiled = readFileSync(join(compiledFolder, 'lookout.json'), 'utf8');
    const { names } = JSON.parse(compiled) as { names: string };
    const lines = names.split('\n').filter((line) => !/[`\\]|\$\{/.test(line));
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => !code.includes(line))).toEqual([]);
  });

  it('runs on http and https pages only', () => {
    const scripts = manifest.content_scripts as { matches: string[] }[];
    expect(scripts.length).toBeGreaterThan(0);
    for (const { matches } of scripts) expect(matches).toEqual(['http://*/*', 'https://*/*']);
  });

  it('holds all records and no file of an unknown kind', () => {
    const entities = readdirSync(join(rootFolder, 'data/entities'))
      .map((file) => file.replace(/\.json$/, ''))
      .sort();
    for (const kind of ['cards', 'profiles']) {
      const ids = files
        .filter((file) => file.startsWith(`${kind}/`))
        .map((file) => file.slice(kind.length + 1, -5));
      expect(ids.sort()).toEqual(entities);
    }
    expect(files.filter((file) => !expectedFiles.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('has no code that is made at run time or comes from elsewhere', () => {
    expect(scripts.length).toBeGreaterThan(2);
    for (const file of scripts) {
      const code = readFileSync(join(folder, file), 'utf8');
      expect(code, file).not.toMatch(/\beval\s*\(|new Function\s*\(|\bFunction\s*\(["'`]/);
      expect(code, file).not.toMatch(/import\s*\(\s*["'`]https?:/);
      expect(code, file).not.toMatch(/XMLHttpRequest|WebSocket\s*\(|sendBeacon|EventSource\s*\(/);
    }
    for (const file of files.filter((each) => each.endsWith('.html'))) {
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/(src|href)="https?:/);
    }
  });

  it('brings the licences of what is bundled, without which most may not be copied', () => {
    const text = readFileSync(join(folder, 'licences.txt'), 'utf8');
    for (const name of shippedPackages) expect(text).toContain(`${name} `);
    const notices =
      /Jason Miller|Mike Bostock|Floating UI contributors|Fabian Hiller|Mozilla Public License/g;
    expect(new Set(text.match(notices)).size).toBe(5);
  });

  it('names no path of the machine that built it', () => {
    for (const file of files.filter((each) => /\.(js|css|html)$/.test(each))) {
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toContain(rootFolder);
    }
  });
});

it('no package of the lock file runs a script at install time', () => {
  const lock = JSON.parse(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; resolved?: string }>;
  };
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => path)).toEqual([]);
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
