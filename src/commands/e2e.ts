/** `npm run e2e [-- filter]`: builds the extension and runs the browser tests alone. */
import { browserNames, ensureBrowsers } from './browser/find-browser.ts';
import { runCommandFile, runTool } from './run-tool.ts';

ensureBrowsers(browserNames);
const built = await runCommandFile('build.ts');
process.stdout.write(built.output);
const tested = built.isOk && (await runTool('vitest', ['run', '--project', 'e2e', ...process.argv.slice(2)]));
if (tested) process.stdout.write(tested.output);
process.exitCode = tested && tested.isOk ? 0 : 1;
