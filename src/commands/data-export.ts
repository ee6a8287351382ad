/** `npm run data:export -- DIR`: writes the dataset for others to use into a folder: JSON with its schema, CSV, FollowTheMoney. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileDataset } from '../compile/compile-dataset.ts';
import { exportDataset } from '../compile/export/export-dataset.ts';
import { dataFolder } from '../compile/paths.ts';
import { readContext } from '../compile/read-context.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { readMoved } from '../compile/read-moved.ts';
import { readStateMedia } from '../compile/state-media.ts';
import type { DatasetVersion } from '../dataset/records.ts';
import { UsageError } from './usage-error.ts';

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0 || folder.startsWith('-'))
  throw new UsageError('usage: npm run data:export -- DIR');
// The folder may be anyone's: what else is in it stays.
mkdirSync(folder, { recursive: true });
const entities = readSoundEntities(dataFolder);
const moved = readMoved(dataFolder);
const stateMedia = readStateMedia(dataFolder);
const compiled = compileDataset(entities, moved, readContext(dataFolder), stateMedia);
const version = JSON.parse(compiled.get('version.json') ?? 'null') as DatasetVersion;
const licence = readFileSync(path.join(dataFolder, 'LICENSE.md'), 'utf8');
const files = exportDataset(entities, moved, version, licence, stateMedia);
for (const [file, text] of files) {
  writeFileSync(path.join(folder, file), text);
  console.log(`${String(Buffer.byteLength(text)).padStart(9)} bytes  ${path.join(folder, file)}`);
}
console.log(`Version ${version.version}, ${version.entities} entities.`);
