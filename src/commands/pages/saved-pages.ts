/** Saved web pages from folders, single files and git directories, plain or compressed with gzip. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface SavedPage {
  name: string;
  /** The bytes as they were saved, unpacked; their encoding is for the browser to find out. */
  read(): Uint8Array;
}

const isPage = (file: string) => /\.x?html?(\.gz)?$/i.test(file);
const unpacked = (name: string, bytes: Uint8Array) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
const largestPageBytes = 256 * 1024 * 1024;

/** `source` is a folder (read with all folders in it), a file, or a bare git directory (its newest commit is read). */
export function savedPages(source: string): SavedPage[] {
  if (!existsSync(source)) throw new Error(`${source} does not exist`);
  if (statSync(source).isFile())
    return [{ name: basename(source), read: () => unpacked(source, readFileSync(source)) }];
  const isGitDirectory = existsSync(join(source, 'HEAD')) && existsSync(join(source, 'objects'));
  return isGitDirectory ? pagesOfGit(source) : pagesOfFolder(source);
}

function pagesOfFolder(folder: string): SavedPage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isPage(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), read: () => unpacked(path, readFileSync(path)) }));
}

function pagesOfGit(gitDirectory: string): SavedPage[] {
  const git = (...args: string[]) =>
    execFileSync('git', [`--git-dir=${gitDirectory}`, ...args], { maxBuffer: largestPageBytes });
  return git('ls-tree', '-r', '-z', '--name-only', 'HEAD')
    .toString()
    .split('\0')
    .filter(isPage)
    .map((name) => ({ name, read: () => unpacked(name, git('cat-file', 'blob', `HEAD:${name}`)) }));
}
