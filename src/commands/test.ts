/**
 * `npm test`: every check of the project, the browsers included. Runs all of them even when one fails, says how long each
 * took, and ends with a line `N passed, N failed` over all test cases; a check that is no test suite is one case.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserNames, ensureBrowsers } from './browser/find-browser.ts';
import { builtFolder } from './paths.ts';
import { runCommandFile, runTool, type ToolRun } from './run-tool.ts';
import { countTests } from './test-counts.ts';

const total = { passed: 0, failed: 0 };
const reportFolder = mkdtempSync(join(tmpdir(), 'sidelight-test-'));

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

/** Runs one Vitest project. `required`: words of which each must stand in the name of at least one passed test. */
async function suite(name: string, project: string, required: readonly string[] = []): Promise<void> {
  const file = join(reportFolder, `${project}.json`);
  const run = await runTool('vitest', ['run', '--project', project, '--reporter=json', '--reporter=default', `--outputFile.json=${file}`]); // prettier-ignore
  try {
    const counts = countTests(readFileSync(file, 'utf8'));
    const absent = required.filter((word) => !counts.passedNames.some((test) => test.includes(word)));
    const problems = [...counts.problems, ...absent.map((word) => `no test passed in ${word}`)];
    total.passed += counts.passed;
    total.failed += counts.failed + absent.length;
    const isOk = run.isOk && counts.failed === 0 && counts.passed > 0 && problems.length === 0;
    if (!isOk && counts.failed + absent.length === 0) total.failed += 1;
    const detail = `: ${counts.passed} passed, ${counts.failed} failed`;
    report(name, { ...run, isOk, output: [run.output, ...problems].join('\n') }, detail);
  } catch (error) {
    total.failed += 1;
    report(name, { ...run, isOk: false, output: `${run.output}\n${String(error)}` });
  }
}

const startedMs = performance.now();
try {
  ensureBrowsers(browserNames);
} catch (error) {
  // Without a browser nothing of this project is tested: that is a failure, not something to skip.
  console.log(`✗ browsers: ${(error as Error).message}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

// Two lanes for two cores; the browsers come last and alone, because their waits depend on the machine being free.
await Promise.all([
  (async () => {
    const isBuilt = await check('build', () => runCommandFile('build.ts'));
    if (!isBuilt) return;
    const lintArgs = ['lint', '--source-dir', builtFolder.firefox, '--warnings-as-errors', '--boring'];
    await check('web-ext lint', () => runTool('web-ext', lintArgs));
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
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
