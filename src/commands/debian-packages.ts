/** Installs packages of Debian where that is possible, and leaves it to the caller to look whether they are there now. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** On another system, or for a user who is not root, it does nothing. What goes wrong is told by apt-get itself. */
export function installDebianPackages(packages: readonly string[]): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write(`Installing ${packages.join(' and ')} with apt-get …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // An old package list fails on fetch; a failed update alone may still leave a usable list.
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] });
  }
}
