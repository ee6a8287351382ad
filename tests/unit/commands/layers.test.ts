/** The layer rules bite: each forbidden import, tried on a tree made for it, is reported by name. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootFolder } from '../../../src/commands/paths.ts';
import { runTool } from '../../../src/commands/run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-layers-'));
const files: Record<string, string> = {
  'src/match/a.ts': "import { d } from '../dataset/d.ts'; export const a = d;",
  'src/dataset/d.ts': "import { s } from '../settings/settings.ts'; export const d = s;",
  'src/settings/settings.ts': 'export const s = 1;',
  'src/page/p.ts': "import { c } from '../card/c.ts'; export const p = c;",
  'src/card/c.ts': "import { readFileSync } from 'node:fs'; export const c = readFileSync;",
  'src/popup/popup.ts': "import { q } from '../profile/profile.ts'; export const o = q;",
  'src/profile/profile.ts': "import { b } from '../compile/b.ts'; export const q = b;",
  'src/compile/b.ts': "import { e } from './e.ts'; export const b = e;",
  'src/compile/e.ts': "import { b } from './b.ts'; export const e = () => b;",
  'src/ui/alone.ts': 'export const alone = 1;',
};

let output = '';
beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
  );
  symlinkSync(join(rootFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const config = join(rootFolder, '.dependency-cruiser.cjs');
  const depcruise = join(rootFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = await runTool(process.execPath, [depcruise, 'src', '--config', config], folder);
  output = run.output;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['match-stands-alone', 'src/match/a.ts'],
  ['dataset-knows-only-the-schema-library', 'src/dataset/d.ts'],
  ['no-upward-import-from-match-and-dataset', 'src/dataset/d.ts'],
  ['page-and-card-apart', 'src/page/p.ts'],
  ['no-node-modules-of-node-in-the-extension', 'src/card/c.ts'],
  ['screens-and-processes-apart', 'src/popup/popup.ts'],
  ['node-code-stays-out-of-the-extension', 'src/profile/profile.ts'],
  ['no-cycle', 'src/compile/b.ts'],
  ['no-orphan', 'src/ui/alone.ts'],
])('%s is reported for %s', (rule, file) => {
  expect(output).toMatch(new RegExp(`${rule}: ${file}`));
});
