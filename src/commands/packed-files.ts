/** Which files, besides the built entrypoints, go into the extension's package, and under what names. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compiledFolder } from '../compile/paths.ts';

export const iconSizes = [16, 32, 48, 96, 128] as const;
export const iconFolder = resolve(import.meta.dirname, '../../assets/icons');

export interface PackedFile {
  absoluteSrc: string;
  relativeDest: string;
}

/** Only bundled into the script that needs it. (The names are bundled too, since a page's process cannot read these files.) */
const bundledFiles = new Set(['lookout.json']);

/** The compiled dataset as it is and the icons. Throws when the data was not compiled. */
export function packedFiles(): PackedFile[] {
  const data = readdirSync(compiledFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !bundledFiles.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      absoluteSrc: file,
      relativeDest: file.slice(compiledFolder.length + 1).replaceAll('\\', '/'),
    }))
    .sort((a, b) => (a.relativeDest < b.relativeDest ? -1 : 1));
  const icons = iconSizes.map((size) => ({
    absoluteSrc: join(iconFolder, `${size}.png`),
    relativeDest: `icons/${size}.png`,
  }));
  return [...data, ...icons];
}
