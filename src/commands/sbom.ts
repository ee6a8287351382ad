/** `npm run sbom`: the bill of materials of the locked packages (CycloneDX 1.5, by npm itself), in .sidelight/sbom.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { refuseArguments } from './option-values.ts';
import { rootFolder } from './paths.ts';
import { runTool } from './run-tool.ts';

refuseArguments();

const target = join(rootFolder, '.sidelight', 'sbom.json');
// From the lock file alone: what happens to be installed on this machine does not count.
const run = await runTool('npm', [
  'sbom',
  '--package-lock-only',
  '--sbom-format=cyclonedx',
  '--loglevel=error',
]);
const start = run.output.indexOf('{');
if (!run.isOk || start < 0) throw new Error(run.output);
const bill = JSON.parse(run.output.slice(start)) as { bomFormat: string; components: unknown[] };
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${relative(rootFolder, target)}: ${bill.bomFormat}, ${bill.components.length} components`);
