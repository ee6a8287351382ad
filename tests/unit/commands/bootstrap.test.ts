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
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { rootFolder } from '../../../src/commands/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-bootstrap-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clone at `clone` with nothing but the bootstrap file and a lock file that asks for one package. */
function makeClone(clone: string): string {
  mkdirSync(join(clone, 'src/commands'), { recursive: true });
  const bootstrap = join(clone, 'src/commands/bootstrap.mjs');
  copyFileSync(join(rootFolder, 'src/commands/bootstrap.mjs'), bootstrap);
  writeFileSync(join(clone, 'package.json'), '{}');
  writeFileSync(
    join(clone, 'package-lock.json'),
    '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}',
  );
  return bootstrap;
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
