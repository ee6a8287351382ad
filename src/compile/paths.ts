/** Where the authored data and the files compiled from them live. */
import path from 'node:path';

const projectFolder = path.resolve(import.meta.dirname, '../..');
export const dataFolder = path.join(projectFolder, 'data');
/** Ignored by git; written by `npm run data:compile`. */
export const compiledFolder = path.join(dataFolder, 'compiled');
