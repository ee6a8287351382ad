/** What a person gives wrongly to a command is told in one line, never with a stack of Node's files; a wrong call exits with 2. */
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
  ['a limit that is no number', 2, 'data-stale', ['--limit', 'abc']],
  ['a limit of nothing', 2, 'pages', ['--limit', '0', folder]],
  ['a day that is none', 2, 'data-crosscheck', ['--as-of', 'tomorrow', missing]],
  ['a day of reading that is none', 2, 'data-import', ['--read-by', 'x', folder]],
  ['an id that is none', 2, 'data-stale', ['nobody']],
  ['a browser that is none', 2, 'start', ['--browser=lynx']],
  ['a count of runs that is no number', 2, 'bench', ['--runs', 'x']],
  ['sizes of pages that are no numbers', 2, 'bench', ['--pages', '2000,,']],
  ['a part of the bench that is none', 2, 'bench', ['--only', 'x']],
  ['saved pages that nobody named', 2, 'bench', ['--saved']],
  ['no files', 2, 'annotate', []],
  ['an option for a file', 2, 'annotate', ['--bogus']],
  ['two revisions', 2, 'data-diff', ['HEAD', 'HEAD']],
  ['a folder without a dossier', 1, 'data-import', [join(rootFolder, 'src')]],
  ['a dossier that is missing', 1, 'data-import', [missing]],
  ['an unknown option of the evaluation', 2, 'eval', ['--shwo', missing, folder]],
  ['an argument where none is taken', 2, 'data-stats', ['nso-group']],
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

it('does not call a matcher bad that had no text to read', () => {
  const labels = file('unread.jsonl', '{"corpus":"c","doc":"unread.txt","mentions":[]}\n');
  const { status, stderr, stdout } = run('eval', labels, folder);
  expect(stderr).toMatch(/holds none of the texts that .*unread\.jsonl labels\n$/);
  expect([status, stdout]).toEqual([1, '']);
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
