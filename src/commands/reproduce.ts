/**
 * `npm run reproduce`: builds the extension in two clean clones of the newest commit, in folders of different length and with
 * another time zone and locale, and compares the packages byte by byte. Each clone installs its own packages.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { refuseArguments } from './option-values.ts';
import { rootFolder } from './paths.ts';

refuseArguments();

const folder = mkdtempSync(join(tmpdir(), 'sidelight-reproduce-'));
// Once for both: somebody may commit meanwhile.
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: rootFolder, encoding: 'utf8' }).trim();
const settings = [
  { clone: 'one', env: { TZ: 'UTC', LANG: 'C' } },
  { clone: 'another-with-a-longer-name', env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' } },
];

/** SHA-256 of every file of the packages, by path. */
function hashes(clone: string): Map<string, string> {
  const output = join(clone, '.output');
  return new Map(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(chrome|firefox)-mv3/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(output, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

try {
  const [one, other] = settings.map(({ clone, env }) => {
    const path = join(folder, clone);
    execFileSync('git', ['clone', '--quiet', rootFolder, path]);
    execFileSync('git', ['checkout', '--quiet', '--detach', commit], { cwd: path });
    execFileSync(process.execPath, ['src/commands/bootstrap.mjs', '--data', 'src/commands/build.ts'], {
      cwd: path,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return hashes(path);
  }) as [Map<string, string>, Map<string, string>];
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  const different = paths.filter((path) => one.get(path) !== other.get(path));
  for (const path of different) console.log(`✗ ${path}`);
  const whole = createHash('sha256')
    .update(JSON.stringify([...one]))
    .digest('hex');
  console.log(`${paths.length} files, ${different.length} different; all of them: sha256 ${whole}`);
  process.exitCode = different.length === 0 && paths.length > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
