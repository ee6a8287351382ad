/** What a person gives wrongly to a command is told in one line, never with a stack of Node's files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openBrowser } from '../../../src/commands/browser/open-browser.ts';
import { rootFolder } from '../../../src/commands/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
function run(command: string, ...args: string[]) {
  const bootstrap = join(rootFolder, 'src/commands/bootstrap.mjs');
  return spawnSync(process.execPath, [bootstrap, `src/commands/${command}.ts`, ...args], {
    encoding: 'utf8',
  });
}

const missing = join(folder, 'missing');
it.each([
  ['an unknown option', 2, 'data-check', ['--bogus']],
  ['an option without its value', 2, 'data-stale', ['--limit']],
  ['a limit that is no number', 1, 'data-stale', ['--limit', 'abc']],
  ['a limit of nothing', 1, 'pages', ['--limit', '0', folder]],
  ['a day that is none', 1, 'data-crosscheck', ['--as-of', 'tomorrow', missing]],
  ['a day of reading that is none', 1, 'data-import', ['--read-by', 'x', folder]],
  ['a file for a folder', 1, 'data-import', [file('dossier', '')]],
  ['a folder that cannot be made', 1, 'data-export', [file('export', '')]],
  ['a revision that is none', 1, 'data-diff', ['nonsense']],
  ['labels that are missing', 1, 'eval', [missing, folder]],
  ['labels that are no JSON', 1, 'eval', [file('labels.txt', 'NSO Group\n'), folder]],
  ['a list that is missing', 1, 'annotate', ['--list', missing]],
])('tells %s in a line', (_what, code, command, args) => {
  const { status, stderr, stdout } = run(command, ...args);
  expect(stderr.trim()).toMatch(/^[^\n]{10,}$/);
  expect([status, stdout]).toEqual([code, '']);
});

it('says that the extension has to be built first', async () => {
  await expect(openBrowser('chromium', missing)).rejects.toThrow(/holds no extension: npm run build/);
});

it('names the dossier file that is no JSON, and goes on', () => {
  const dossiers = join(folder, 'dossiers');
  mkdirSync(dossiers);
  writeFileSync(join(dossiers, 'a.json'), '{');
  const { status, stderr, stdout } = run('data-import', dossiers);
  expect(stderr).toMatch(/^a\.json: not taken in, it is not JSON: [^\n]+\n$/);
  expect(stdout).toBe('0 dossier entities read, 0 files written, 1 not taken in.\n');
  expect(status).toBe(1);
});

it('reads labels with a byte order mark and the line ends of Windows', () => {
  mkdirSync(join(folder, 'c'));
  file('c/a.txt', 'NSO Group sold spyware.\r\n');
  const row = {
    corpus: 'c',
    doc: 'a.txt',
    mentions: [{ start: 0, surface: 'NSO Group', label: 'nso-group' }],
  };
  const { stdout } = run('eval', file('labels.jsonl', `\uFEFF${JSON.stringify(row)}\r\n\r\n`), folder);
  expect(JSON.parse(stdout)).toMatchObject({ right: 1, missed: 0, documents: 1 });
});
