/**
 * `npm test`: every check of the project, the browsers included. Runs all of them even when one fails, says how long each
 * took, and ends with a line `N passed, N failed` over all test cases; a check that is no test suite is one case.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserNames, ensureBrowsers } from './browser/find-browser.ts';
import { installDebianPackages } from './debian-packages.ts';
import { refuseArguments } from './option-values.ts';
import { runCommandFile, runTool, type ToolRun } from './run-tool.ts';
import { countTests } from './test-counts.ts';

refuseArguments();

const total = { passed: 0, failed: 0, skipped: 0 };

function report(name: string, run: ToolRun, detail = ''): void {
  const mark = run.isOk ? '✓' : '✗';
  console.log(`${mark} ${name}${detail}, ${(run.tookMs / 1000).toFixed(1)} s`);
  if (!run.isOk) console.log(run.output.trimEnd().replace(/^/gm, '    '));
}

async function check(name: string, start: () => Promise<ToolRun>): Promise<boolean> {
  const run = await start();
  total[run.isOk ? 'passed' : 'failed'] += 1;
  report(name, run);
  return run.isOk;
}

/**
 * Runs one Vitest project. With `groups`, for example the browsers, each must stand in the name of a passed test, and a
 * test that did not run is a failure; without, it is told and counted apart (some need files that a clone lacks).
 */
async function suite(name: string, project: string, groups: readonly string[] = []): Promise<void> {
  const file = join(reportFolder, `${project}.json`);
  const reporters = ['--reporter=json', '--reporter=default', `--outputFile.json=${file}`];
  const run = await runTool('vitest', ['run', '--project', project, ...reporters]);
  try {
    const { passed, failed, passedNames, retried, skippedNames, problems } = countTests(
      readFileSync(file, 'utf8'),
    );
    const absent = groups.filter((group) => !passedNames.some((test) => test.includes(group)));
    const forbidden = groups.length > 0 ? skippedNames : [];
    const wrong = [
      ...problems,
      ...absent.map((group) => `no test passed in ${group}`),
      ...forbidden.map((test) => `not run: ${test}`),
    ];
    const failures = failed + absent.length + forbidden.length;
    const isOk = run.isOk && failures === 0 && passed > 0;
    total.passed += passed;
    total.failed += isOk ? 0 : Math.max(failures, 1);
    total.skipped += skippedNames.length - forbidden.length;
    const detail = `: ${passed} passed, ${failures} failed, ${skippedNames.length} not run`;
    report(name, { ...run, isOk, output: [run.output, ...wrong].join('\n') }, detail);
    for (const { name: test, message } of retried) {
      console.log(`    only at the second try: ${test}: ${message.split('\n', 1).join('')}`);
    }
  } catch (error) {
    total.failed += 1;
    report(name, { ...run, isOk: false, output: `${run.output}\n${String(error)}` });
  }
}

/** Tests of `data:diff` keep a repository of their own. */
function ensureGit(): void {
  const isThere = () => spawnSync('git', ['--version']).status === 0;
  if (!isThere()) installDebianPackages(['git']);
  if (!isThere()) throw new Error('Please install git: the tests of data:diff call it.');
}

const startedMs = performance.now();
try {
  ensureBrowsers(browserNames);
  ensureGit();
} catch (error) {
  // Without a browser nothing of this project is tested: that is a failure, not something to skip.
  console.log(`✗ what the tests need: ${(error as Error).message}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const reportFolder = mkdtempSync(join(tmpdir(), 'sidelight-test-'));
// Two lanes for two cores; the browsers come last and alone, because their waits depend on the machine being free.
await Promise.all([
  (async () => {
    const isBuilt = await check('build', () => runCommandFile('build.ts'));
    if (!isBuilt) return;
    await check('web-ext lint', () => runCommandFile('lint-package.ts'));
    await check('types', () => runTool('tsc', []));
    await check('data', () => runCommandFile('data-check.ts'));
    await check('format', () => runTool('prettier', ['--check', '--log-level=warn', '.']));
  })(),
  (async () => {
    await suite('unit and data tests', 'unit');
    await check('lint', () => runTool('eslint', ['.', '--max-warnings=0']));
    await check('layers', () => runTool('depcruise', ['entrypoints', 'src', '--config', '.dependency-cruiser.cjs'])); // prettier-ignore
  })(),
]);
await suite('browser tests', 'e2e', browserNames);

rmSync(reportFolder, { recursive: true, force: true });
console.log(`all checks: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
