/**
 * `npm run licences`: the licence of every locked package, by licence, and whether each is allowed. Fails on one that is not:
 * what ships in the extension is held to permissive licences; tools that only run here may be weakly copyleft too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesOf, shippedPackages } from './supply/licences.ts';
import { refuseArguments } from './option-values.ts';
import { rootFolder } from './paths.ts';

refuseArguments();

const { packages, problems } = licencesOf(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8'));
const byLicence = Map.groupBy(packages, ({ licence }) => licence);
for (const [licence, of] of [...byLicence].sort((a, b) => b[1].length - a[1].length)) {
  const names = of.length > 8 ? `${of.length} packages` : of.map(({ name }) => name).join(', ');
  console.log(`${licence}: ${names}`);
}
const shipped = packages.filter(({ name }) => shippedPackages.includes(name));
console.log(`in the extension: ${shipped.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`);
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`${packages.length} packages, ${problems.length} with a licence that is not allowed`);
process.exitCode = problems.length === 0 ? 0 : 1;
