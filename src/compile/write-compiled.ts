/** Puts compiled files on disk: writes what changed, removes what is no longer compiled, touches nothing else. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes `folder` hold exactly `files` (texts by relative path). Returns how many were written and removed. */
export function writeCompiled(
  folder: string,
  files: ReadonlyMap<string, string>,
): { written: number; removed: number } {
  mkdirSync(folder, { recursive: true });
  const present = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const stale = present.filter((file) => !files.has(file.split(path.sep).join('/')));
  for (const file of stale) rmSync(path.join(folder, file));
  let written = 0;
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    // An unchanged file keeps its time stamp, so a development server does not reload for it.
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    written += 1;
  }
  return { written, removed: stale.length };
}
