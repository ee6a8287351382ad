/** `npm run data:compile`: turns data/entities into the files that the extension ships, in data/compiled. */
import { compileDataset } from '../compile/compile-dataset.ts';
import { compiledFolder, dataFolder } from '../compile/paths.ts';
import { readContext } from '../compile/read-context.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { readMoved } from '../compile/read-moved.ts';
import { readStateMedia } from '../compile/state-media.ts';
import { writeCompiled } from '../compile/write-compiled.ts';
import { refuseArguments } from './option-values.ts';

refuseArguments();

const startedMs = performance.now();
const files = compileDataset(
  readSoundEntities(dataFolder),
  readMoved(dataFolder),
  readContext(dataFolder),
  readStateMedia(dataFolder),
);
const { written, removed } = writeCompiled(compiledFolder, files);
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const tookMs = Math.round(performance.now() - startedMs);
console.log(
  `data/compiled: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB; ${written} written, ${removed} removed, ${tookMs} ms`,
);
