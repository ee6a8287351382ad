/** The licences that go into the package: most allow copies only together with their text, and minified code has none in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../paths.ts';
import { shippedPackages } from './licences.ts';

interface Manifest {
  version: string;
  license: string;
  homepage?: string;
}

/** One text: our own licences, then that of each package whose code is bundled, and where its source is. */
export function licenceTexts(): string {
  const own = ['LICENSE', 'data/LICENSE.md'].map((file) => read(join(rootFolder, file)));
  return [...own, ...shippedPackages.map(ofPackage)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function ofPackage(name: string): string {
  const folder = join(rootFolder, 'node_modules', name);
  const { version, license, homepage = '' } = JSON.parse(read(join(folder, 'package.json'))) as Manifest;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const head = `${name} ${version}, ${license}: https://www.npmjs.com/package/${name}/v/${version} ${homepage}`;
  return `${head.trim()}\n\n${file ? read(join(folder, file)) : ''}`.trim();
}

const read = (file: string) => readFileSync(file, 'utf8').trim();
