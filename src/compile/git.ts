/** Asks git about the folder of the dataset, for what was committed. */
import { execFileSync } from 'node:child_process';

/** Room for every entity file at once. */
const mostBytes = 1 << 28;

/** What git prints. Throws where there is no git, no repository, or git refuses; git's own words are not shown. */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    maxBuffer: mostBytes,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
